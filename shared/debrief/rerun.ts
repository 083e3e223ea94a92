/**
 * What if: keeps the recorded district up to a round, changes one thing, and plays on by today's rules with the same
 * luck. Each seat plays its recorded plans, cut to what is still legal, or a stated bot.
 *
 *     const outcome = whatIf(log, { from: 4, deciders, changes: [{ kind: 'plan', seat: 2, plan }] });
 *     if ('refused' in outcome) explain(outcome); else compare(log, outcome.log);
 *
 * The answer is the model's, not history's. Another seed redraws all luck from that round on, and leaves the past and
 * the fields as they were.
 */

import { botRandom, policyFor } from '../bots/index.ts';
import type { PlanDecider, Seat } from '../engine/actors.ts';
import { botViewFor } from '../engine/bot-view.ts';
import type { Action, Command } from '../engine/commands.ts';
import { evolve } from '../engine/evolve.ts';
import { RULES_VERSION } from '../engine/founding.ts';
import { stateHash, textHash } from '../engine/hash.ts';
import { initialState } from '../engine/initial-state.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import type { OpenParameter } from '../engine/open-parameters.ts';
import type { Parameters } from '../engine/parameters.ts';
import type { Plan } from '../engine/plans.ts';
import { roundsOf, withoutShock } from '../engine/queries.ts';
import { isRefusal, type Refusal } from '../engine/refusals.ts';
import { planForAbsent } from '../engine/repeat-plan.ts';
import type { DistrictState } from '../engine/state.ts';
import { take } from '../engine/take.ts';
import { trimmed } from '../engine/trim.ts';
import { type FutureRound, futureOf } from '../log/future.ts';
import type { DistrictLog } from '../log/jsonl.ts';
import { endsRound, foundedOf, type LogHeader, type LogRecord, makeHeader } from '../log/record.ts';
import { Recorder } from '../log/recorder.ts';

export type Change =
  /** One seat files another plan in the round itself. */
  | { readonly kind: 'plan'; readonly seat: Seat; readonly plan: Plan }
  | { readonly kind: 'parameter'; readonly name: OpenParameter; readonly value: number }
  /** Demand never turns to variety; only before it has turned. */
  | { readonly kind: 'noShock' }
  /** The largest tree falters at the end of the round, or does not. */
  | { readonly kind: 'falter'; readonly happens: boolean };

export const RECORDED = 'recorded';

export interface WhatIf {
  /** First round that is played again. */
  readonly from: number;
  readonly changes: readonly Change[];
  /** By seat: `recorded`, or a policy's name. */
  readonly deciders: readonly string[];
}

export type WhatIfRefusal =
  /** The log has another rules version: it folds, but only its own rules can play it on. */
  | { readonly refused: 'other-rules'; readonly rulesVersion: number }
  | { readonly refused: 'round-not-played' }
  | { readonly refused: 'unknown-policy'; readonly seat: Seat }
  | { readonly refused: 'plan'; readonly seat: Seat; readonly why: Refusal };

export type WhatIfOutcome = { readonly log: DistrictLog; readonly state: DistrictState } | WhatIfRefusal;
type WhatIfEnd = { readonly state: DistrictState } | WhatIfRefusal;

export function whatIf(log: DistrictLog, question: WhatIf, seed = log.header.seed): WhatIfOutcome {
  const played = rerun(log, question, seed, true);
  if ('refused' in played) return played;
  if (played.log === undefined) throw new Error('an answer to be kept has a log');
  return { log: played.log, state: played.state };
}

/** Plays to the end without keeping a log: much faster, for many draws of luck. */
export function whatIfEnd(log: DistrictLog, question: WhatIf, seed: number): WhatIfEnd {
  const played = rerun(log, question, seed, false);
  return 'refused' in played ? played : { state: played.state };
}

function rerun(log: DistrictLog, question: WhatIf, seed: number, keepLog: boolean): Rerun | WhatIfRefusal {
  const { from, deciders } = question;
  const { rulesVersion } = log.header;
  if (rulesVersion !== RULES_VERSION) return { refused: 'other-rules', rulesVersion };
  for (const [seat, name] of deciders.entries()) {
    if (name !== RECORDED && policyFor(name) === undefined) return { refused: 'unknown-policy', seat };
  }
  const start = log.records.findIndex(({ events }) =>
    events.some((event) => event.type === 'PhaseBegan' && event.phase === 'news' && event.round === from),
  );
  if (start < 0) return { refused: 'round-not-played' };
  const header = { ...log.header, seed, parameters: changedParameters(log.header, question) };
  const played = new Rerun(header, log.records.slice(0, start + 1), keepLog ? { question, seed } : undefined);
  const future = futureOf(log.records.slice(start + 1));
  const length = lengthIn(log.records);
  while (played.state.phase !== 'ended') {
    const refusal = playRound(played, question, future.get(played.state.round), length);
    if (refusal !== undefined) return refusal;
  }
  return played;
}

/** The length the desk has set (rule R14); undefined: as founded. */
function lengthIn(records: readonly LogRecord[]): number | undefined {
  let length: number | undefined;
  for (const event of records.flatMap(({ events }) => events)) {
    if (event.type === 'LengthSet') length = event.rounds;
    if (event.type === 'AdvanceUndone') length = event.state.shortenedTo;
  }
  return length;
}

function changedParameters({ parameters }: LogHeader, { changes }: WhatIf): Parameters {
  let changed = parameters;
  for (const change of changes) {
    if (change.kind === 'parameter') changed = { ...changed, [change.name]: change.value };
    if (change.kind === 'noShock') changed = { ...changed, ...withoutShock(changed) };
  }
  return changed;
}

function playRound(
  rerun: Rerun,
  { from, changes, deciders }: WhatIf,
  recorded: FutureRound | undefined,
  length: number | undefined,
): WhatIfRefusal | undefined {
  rerun.desk({ type: 'advancePhase' });
  if (rerun.state.round === length && roundsOf(rerun.state) !== length) rerun.desk({ type: 'makeLast', on: true });
  const first = rerun.state.round === from;
  for (const { seat } of rerun.state.actors) {
    const changed = changes.find((change) => change.kind === 'plan' && change.seat === seat);
    if (first && changed?.kind === 'plan') {
      const why = rerun.file(seat, changed.plan, 'human');
      if (why !== undefined) return { refused: 'plan', seat, why };
      continue;
    }
    const { plan, by } = decided(rerun.state, seat, deciders[seat] ?? RECORDED, recorded);
    const why = rerun.file(seat, plan, by);
    if (why !== undefined) throw new Error(`seat ${seat} was refused: ${JSON.stringify(why)}`);
  }
  rerun.desk({ type: 'advancePhase' });
  const told = changes.find((change) => change.kind === 'falter');
  const falters = first && told?.kind === 'falter' ? told.happens : recorded?.faltered;
  if (falters === true) rerun.desk({ type: 'falter' });
  rerun.desk({ type: 'advancePhase' });
  return undefined;
}

/** A seat whose record ends early repeats its last plan, as after a missed deadline. */
function decided(
  state: DistrictState,
  seat: Seat,
  decider: string,
  recorded: FutureRound | undefined,
): { readonly plan: Plan; readonly by: PlanDecider } {
  const policy = decider === RECORDED ? undefined : policyFor(decider);
  if (policy !== undefined) return { plan: policy(botViewFor(state, seat), botRandom(state.seed, seat)), by: 'bot' };
  const filed = recorded?.plans.get(seat);
  if (filed === undefined) return { plan: planForAbsent(state, seat), by: 'timeout' };
  return { plan: trimmed(state, seat, filed.plan), by: filed.by };
}

/** Each question gets a district id of its own. */
function branchId(districtId: string, asked: unknown): string {
  return `${districtId}-what-if-${textHash(JSON.stringify(asked)).slice(0, 6)}`;
}

/** Plays on from a recorded past and keeps a log that verifies like any other. */
class Rerun {
  readonly #at: number;
  readonly #recorder: Recorder | undefined;
  #state: DistrictState;

  /** `asked`: the question the log answers; absent: no log is kept. */
  constructor(header: LogHeader, past: readonly LogRecord[], asked: unknown) {
    this.#state = initialState(foundedOf(header));
    const kept: LogRecord[] = [];
    for (const record of past) {
      // Skips undone records: an undo carries a whole state, which would restore the old numbers.
      const events = record.events.filter(({ type }) => type !== 'AdvanceUndone');
      if (events.length === 0) continue;
      for (const event of events) this.#state = evolve(this.#state, event);
      if (asked === undefined) continue;
      const { hash: _, link: __, ...rest } = record;
      const moved = { ...rest, events, seq: kept.length + 1 };
      kept.push(endsRound(events) ? { ...moved, hash: stateHash(this.#state) } : moved);
    }
    this.#at = past.at(-1)?.at ?? 0;
    if (asked === undefined) return;
    this.#recorder = new Recorder(branched(header, kept.length, this.#state, asked));
    for (const record of kept) this.#recorder.keep(record);
  }

  get state(): DistrictState {
    return this.#state;
  }

  get log(): DistrictLog | undefined {
    return this.#recorder?.log;
  }

  desk(action: Action): void {
    const refusal = this.#take({ at: this.#at, by: 'desk', action });
    if (refusal !== undefined) throw new Error(`the desk was refused: ${JSON.stringify(refusal)}`);
  }

  file(seat: Seat, plan: Plan, by: PlanDecider): Refusal | undefined {
    return this.#take({ at: this.#at, by, seat, action: { type: 'filePlan', plan } });
  }

  #take(command: Command): Refusal | undefined {
    const before = this.#state;
    const taken = take(before, command);
    if (isRefusal(taken)) return taken;
    this.#state = taken.after;
    this.#recorder?.record(before, command, taken);
    return undefined;
  }
}

/** The header of a branch: a district of its own that names its origin. */
function branched(header: LogHeader, seq: number, state: DistrictState, asked: unknown): LogHeader {
  const { districtId, districtNumber, treatment, classId, foundedAt } = header;
  return makeHeader(foundedOf(header), {
    districtId: branchId(districtId, asked),
    ...omitUndefined({ districtNumber, treatment, classId, foundedAt }),
    lineage: { districtId, seq, hash: stateHash(state), why: 'what-if' },
  });
}
