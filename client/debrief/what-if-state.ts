/** The question as it is being put together, and the model's answer to the one last asked. */
import { signal } from '@preact/signals';
import { type Chronicle, chronicleOf, momentAt } from '../../shared/debrief/chronicle.ts';
import type { Interval } from '../../shared/debrief/interval.ts';
import { type Preset, presetPlan } from '../../shared/debrief/presets.ts';
import {
  type Change,
  type OpenParameter,
  RECORDED,
  type WhatIf,
  type WhatIfRefusal,
} from '../../shared/debrief/what-if.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import type { Answer, Ask } from './what-if-worker.ts';

export const CHANGE_KINDS = ['plan', 'parameter', 'noShock', 'falter', 'noFalter', 'none'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Draft {
  readonly from: number;
  readonly change: ChangeKind;
  readonly seat: Seat;
  readonly preset: Preset;
  readonly parameter: OpenParameter;
  readonly value: number;
  /** By seat: `recorded` or a policy. */
  readonly deciders: readonly string[];
  readonly interval: boolean;
}

export const DRAWS = 200;

export interface Answered {
  readonly question: WhatIf;
  readonly chronicle: Chronicle;
  readonly interval?: Interval;
}

export const asking = signal(false);
export const done = signal(0);
export const answered = signal<Answered | undefined>(undefined);
export const refused = signal<WhatIfRefusal | 'failed' | undefined>(undefined);

export function firstDraft({ final }: Chronicle, round: number): Draft {
  return {
    from: Math.max(1, Math.min(round, final.history.length)),
    change: 'plan',
    seat: 0,
    preset: 'share',
    parameter: 'pactLimit',
    value: final.parameters.pactLimit,
    deciders: final.actors.map(() => RECORDED),
    interval: false,
  };
}

export function questionOf(chronicle: Chronicle, draft: Draft): WhatIf {
  return { from: draft.from, deciders: draft.deciders, changes: changesOf(chronicle, draft) };
}

function changesOf(chronicle: Chronicle, { from, change, seat, preset, parameter, value }: Draft): readonly Change[] {
  switch (change) {
    case 'none':
      return [];
    case 'plan': {
      const before = momentAt(chronicle, from, 'plan')?.state;
      const plan = before === undefined ? undefined : presetPlan(before, seat, preset);
      return plan === undefined ? [] : [{ kind: 'plan', seat, plan }];
    }
    case 'parameter':
      return [{ kind: 'parameter', name: parameter, value }];
    case 'noShock':
      return [{ kind: 'noShock' }];
    case 'falter':
      return [{ kind: 'falter', happens: true }];
    case 'noFalter':
      return [{ kind: 'falter', happens: false }];
  }
}

let worker: Worker | undefined;

/** A new question ends the one before. */
export function ask(chronicle: Chronicle, question: WhatIf, draws: number): void {
  stopAsking();
  const asked = new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' });
  worker = asked;
  asking.value = true;
  done.value = 0;
  answered.value = undefined;
  refused.value = undefined;
  asked.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (worker === asked) take(question, draws, data);
  });
  asked.addEventListener('error', () => {
    if (worker !== asked) return;
    stopAsking();
    refused.value = 'failed';
  });
  asked.postMessage({ log: chronicle.log, question, draws } satisfies Ask);
}

function take(question: WhatIf, draws: number, message: Answer): void {
  switch (message.kind) {
    case 'outcome':
      if ('refused' in message.outcome) refused.value = message.outcome;
      else answered.value = { question, chronicle: chronicleOf(message.outcome.log) };
      if (draws === 0 || 'refused' in message.outcome) stopAsking();
      break;
    case 'progress':
      done.value = message.done;
      break;
    case 'interval':
      if (answered.value !== undefined && message.interval !== undefined) {
        answered.value = { ...answered.value, interval: message.interval };
      }
      stopAsking();
      break;
  }
}

export function stopAsking(): void {
  worker?.terminate();
  worker = undefined;
  asking.value = false;
}
