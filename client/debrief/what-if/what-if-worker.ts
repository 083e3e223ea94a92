/** Runs the model in a worker, so that the page stays responsive during many draws. */
import { createBirpc } from 'birpc';
import { type Draw, playDraws } from '../../../shared/debrief/interval.ts';
import { type WhatIf, type WhatIfOutcome, whatIf } from '../../../shared/debrief/rerun.ts';
import type { DistrictLog } from '../../../shared/log/jsonl.ts';

/** What the page may ask of the worker. */
export interface Model {
  /** One run with the record's luck. */
  readonly outcome: (log: DistrictLog, question: WhatIf) => WhatIfOutcome;
  /** Runs with the draws of these numbers. */
  readonly draws: (log: DistrictLog, question: WhatIf, numbers: readonly number[]) => readonly Draw[] | undefined;
}

/** What the worker reports meanwhile. */
export interface Listener {
  readonly progress: (done: number) => void;
}

const PROGRESS_EVERY = 5;

const page = createBirpc<Listener, Model>(
  {
    outcome: whatIf,
    draws: (log, question, numbers) =>
      playDraws(log, question, numbers, (done) => {
        if (done % PROGRESS_EVERY === 0) page.progress.asEvent(done);
      }),
  },
  { post: (message) => postMessage(message), on: (hear) => addEventListener('message', ({ data }) => hear(data)) },
);
