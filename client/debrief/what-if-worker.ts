/** Asks the model off the main thread, so that the page stays alive while many draws are played. */
import { type Interval, intervalOf } from '../../shared/debrief/interval.ts';
import { type WhatIf, type WhatIfOutcome, whatIf } from '../../shared/debrief/rerun.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';

export interface Ask {
  readonly log: DistrictLog;
  readonly question: WhatIf;
  /** 0: one run with the luck of the record. */
  readonly draws: number;
}

export type Answer =
  | { readonly kind: 'outcome'; readonly outcome: WhatIfOutcome }
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'interval'; readonly interval: Interval | undefined };

const PROGRESS_EVERY = 5;

function answer(message: Answer): void {
  postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  const { log, question, draws } = data;
  const outcome = whatIf(log, question);
  answer({ kind: 'outcome', outcome });
  if (draws === 0 || 'refused' in outcome) return;
  const interval = intervalOf(log, question, draws, (done) => {
    if (done % PROGRESS_EVERY === 0) answer({ kind: 'progress', done });
  });
  answer({ kind: 'interval', interval });
});
