/** The question being drafted, and the model's answer to the last one asked. */
import { signal } from '@preact/signals';
import { isPolicyFor } from '../../../shared/bots/index.ts';
import { type Chronicle, chronicleOf, momentAt } from '../../../shared/debrief/chronicle.ts';
import type { Interval } from '../../../shared/debrief/interval.ts';
import {
  OWN_DEALS,
  type OwnPlan,
  ownPlan,
  type Preset,
  presetPlan,
  presetsFor,
} from '../../../shared/debrief/presets.ts';
import { type Change, RECORDED, type WhatIf, type WhatIfRefusal } from '../../../shared/debrief/rerun.ts';
import type { Seat } from '../../../shared/engine/actors.ts';
import { OPEN_PARAMETERS, type OpenParameter } from '../../../shared/engine/open-parameters.ts';
import { isFields } from '../../state/guards.ts';
import { ModelThreads } from './model-threads.ts';

export const CHANGE_KINDS = ['plan', 'parameter', 'noShock', 'falter', 'noFalter', 'none'] as const;
type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Draft {
  readonly from: number;
  readonly change: ChangeKind;
  readonly seat: Seat;
  /** `own`: the plan spelt out below. */
  readonly preset: Preset | typeof OWN;
  readonly own: OwnPlan;
  readonly parameter: OpenParameter;
  readonly value: number;
  /** By seat: `recorded` or a policy. */
  readonly deciders: readonly string[];
  readonly interval: boolean;
}

export const OWN = 'own';
export const DRAWS = 200;

export interface Answered {
  /** The question as drafted, for a link to it. */
  readonly draft: Draft;
  readonly question: WhatIf;
  readonly chronicle: Chronicle;
  readonly interval?: Interval;
}

export const asking = signal(false);
export const done = signal(0);
export const answered = signal<Answered | undefined>(undefined);
export const refused = signal<WhatIfRefusal | 'failed' | undefined>(undefined);

/** The round shown; at the start or end of a game the second, from which much can still change. */
function firstRound(shown: number, last: number): number {
  return shown > 1 && shown < last ? shown : Math.min(2, last);
}

function firstDraft({ final }: Chronicle, round: number, seat: Seat): Draft {
  return {
    from: firstRound(round, final.history.length),
    change: 'plan',
    seat,
    preset: 'share',
    own: { points: { trade: 3, research: 3 }, deal: 'none', dealWith: 0 },
    parameter: 'pactLimit',
    value: final.parameters.pactLimit,
    deciders: final.actors.map(() => RECORDED),
    interval: false,
  };
}

/** Parses the question of a link, as far as it fits this district. */
function draftFrom(text: string | null, chronicle: Chronicle, round: number, who: Seat): Draft {
  const draft = firstDraft(chronicle, round, who);
  const sent = parsed(text);
  const { actors, history } = chronicle.final;
  const whole = (value: unknown, least: number, most: number): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  const seat = whole(sent.seat, 0, actors.length - 1) ? sent.seat : draft.seat;
  const presets = presetsFor(actors[seat]?.kind ?? 'firm');
  const deciders = Array.isArray(sent.deciders) ? sent.deciders : [];
  return {
    from: whole(sent.from, 1, history.length) ? sent.from : draft.from,
    change: CHANGE_KINDS.find((kind) => kind === sent.change) ?? draft.change,
    seat,
    preset:
      sent.preset === OWN ? OWN : (presets.find((preset) => preset === sent.preset) ?? presets[0] ?? draft.preset),
    own: ownFrom(sent.own) ?? draft.own,
    parameter: OPEN_PARAMETERS.find((name) => name === sent.parameter) ?? draft.parameter,
    value: typeof sent.value === 'number' && Number.isFinite(sent.value) ? sent.value : draft.value,
    deciders: actors.map(({ kind, seat: each }) => {
      const decider: unknown = deciders[each];
      return typeof decider === 'string' && isPolicyFor(kind, decider) ? decider : RECORDED;
    }),
    interval: sent.interval === true,
  };
}

function ownFrom(sent: unknown): OwnPlan | undefined {
  if (!isFields(sent)) return undefined;
  const { points, deal, dealWith } = sent;
  if (!isFields(points) || typeof dealWith !== 'number') return undefined;
  const known = OWN_DEALS.find((each) => each === deal);
  return known === undefined ? undefined : { points: numbersIn(points), deal: known, dealWith };
}

function numbersIn(points: object): OwnPlan['points'] {
  return Object.fromEntries(Object.entries(points).filter(([, value]) => Number.isFinite(value)));
}

function parsed(text: string | null): Readonly<Partial<Record<keyof Draft, unknown>>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

function questionOf(chronicle: Chronicle, draft: Draft): WhatIf {
  return { from: draft.from, deciders: draft.deciders, changes: changesOf(chronicle, draft) };
}

function changesOf(
  chronicle: Chronicle,
  { from, change, seat, preset, own, parameter, value }: Draft,
): readonly Change[] {
  switch (change) {
    case 'none':
      return [];
    case 'plan': {
      const before = momentAt(chronicle, from, 'plan')?.state;
      if (before === undefined) return [];
      const plan = preset === OWN ? ownPlan(before, seat, own) : presetPlan(before, seat, preset);
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

let threads: ModelThreads | undefined;

interface Kept {
  readonly draft: Draft;
  /** The link's question at that time; a later link replaces it. */
  readonly sent: string | null;
}
const drafts = new WeakMap<Chronicle, Kept>();
/** The record last asked about. */
let about: Chronicle | undefined;

/** The last draft, kept for readers who look at another part of the page. `who`: the seat of a first question. */
export function draftKept(chronicle: Chronicle, sent: string | null, round: number, who: Seat = 0): Draft {
  const kept = drafts.get(chronicle);
  return kept !== undefined && kept.sent === sent ? kept.draft : draftFrom(sent, chronicle, round, who);
}

export function keepDraft(chronicle: Chronicle, draft: Draft, sent: string | null): void {
  drafts.set(chronicle, { draft, sent });
}

/** Drops the answer when another record is opened. */
export function forgetOthers(chronicle: Chronicle): void {
  if (about === chronicle) return;
  about = chronicle;
  stopAsking();
  answered.value = undefined;
  refused.value = undefined;
}

/** Asks a question and cancels the one before. */
export function ask(chronicle: Chronicle, draft: Draft): void {
  stopAsking();
  const isAsked = () => threads === asked;
  const asked = new ModelThreads((count) => {
    if (isAsked()) done.value = count;
  });
  threads = asked;
  asking.value = true;
  done.value = 0;
  answered.value = undefined;
  refused.value = undefined;
  answer(asked, chronicle, draft, isAsked)
    .catch(() => {
      if (isAsked()) refused.value = 'failed';
    })
    .finally(() => {
      if (isAsked()) stopAsking();
    });
}

async function answer(model: ModelThreads, chronicle: Chronicle, draft: Draft, isAsked: () => boolean): Promise<void> {
  const { log } = chronicle;
  const question = questionOf(chronicle, draft);
  const outcome = await model.outcome(log, question);
  if (!isAsked()) return;
  if ('refused' in outcome) {
    refused.value = outcome;
    return;
  }
  const first: Answered = { draft, question, chronicle: chronicleOf(outcome.log) };
  answered.value = first;
  const interval = draft.interval ? await model.interval(log, question, DRAWS) : undefined;
  if (isAsked() && interval !== undefined) answered.value = { ...first, interval };
}

function stopAsking(): void {
  threads?.close();
  threads = undefined;
  asking.value = false;
}
