/** The desk's control of time: a practice round, and undoing the last change of phase. */
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { RECORDED, whatIf } from '../../shared/debrief/rerun.ts';
import type { Action } from '../../shared/engine/commands.ts';
import { decide, type Past } from '../../shared/engine/decide.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { parse, serialise } from '../../shared/log/jsonl.ts';
import { linked } from '../../shared/log/links.ts';
import { asPlayed, undoableTo } from '../../shared/log/played.ts';
import { foundedOf, type LogRecord, makeHeader, makeRecord } from '../../shared/log/record.ts';
import { firstDifference, redecide, replay, statesOf } from '../../shared/log/replay.ts';
import {
  act,
  CLOCK,
  firmPlan,
  founded,
  opening,
  planning,
  refusalOf,
  SETTINGS,
  type Setup,
  withPacts,
} from './support.ts';

/** A district with its log, as a server keeps it. */
class Kept {
  readonly header = makeHeader(founded({ settings: SETTINGS }), { districtId: 'd1' });
  records: LogRecord[] = [];
  state: DistrictState = initialState(foundedOf(this.header));

  do(action: Action, seat?: number): void {
    const command = { at: 1_000, by: seat === undefined ? ('desk' as const) : ('human' as const), action };
    const from = seat === undefined ? command : { ...command, seat };
    const past: Past = (seq) => statesOf({ header: this.header, records: this.records })[seq];
    const events = decide(this.state, from, past);
    if (isRefusal(events)) throw new Error(events.refused);
    const next = events.reduce(evolve, this.state);
    const record = makeRecord(this.records.length + 1, this.state, from, events, next);
    this.records = [...this.records, linked(record, this.records.at(-1)?.link ?? this.header.link)];
    this.state = next;
  }

  advance(times = 1): void {
    for (let step = 0; step < times; step += 1) this.do({ type: 'advancePhase' });
  }

  undo(): void {
    this.do({ type: 'undo', to: undoableTo(this.records) ?? -1 });
  }

  get log() {
    return { header: this.header, records: this.records };
  }
}

describe('practice', () => {
  test('R8 a practice is a round, and leaves nothing behind but seats and talk', () => {
    const kept = new Kept();
    kept.do({ type: 'assignSeat', seat: 2, control: 'human', player: 'p1' });
    const before = kept.state;
    kept.do({ type: 'openPractice' });
    expect(publicView(kept.state)).toMatchObject({ practice: true, phase: 'news', round: 1 });
    kept.advance();
    kept.do({ type: 'filePlan', plan: firmPlan(6, 0) }, 2);
    kept.do({ type: 'say', text: 'hello' }, 2);
    kept.advance();
    expect(kept.state.history).toHaveLength(1);
    kept.advance();
    const { talk, nextId, practised, ...rest } = kept.state;
    const { talk: _talk, nextId: _nextId, ...was } = before;
    expect(rest).toEqual(was);
    expect(talk).toHaveLength(1);
    expect(practised).toBe(true);
    kept.do({ type: 'openGame' });
    expect(publicView(kept.state).practice).toBeUndefined();
    // Records without events are dropped.
    expect(asPlayed(kept.log).records.filter(({ events }) => events.length === 0)).toEqual([]);
  });

  test('R8 it is played with another luck than the game', () => {
    const practice = act(opening(), { type: 'openPractice' }).state;
    expect(practice.seed).not.toBe(opening().seed);
    expect(act(practice, { type: 'endPractice' }).state.seed).toBe(opening().seed);
  });

  test('R8 there is one, before the game, and only a practice is ended', () => {
    const over = act(act(opening(), { type: 'openPractice' }).state, { type: 'endPractice' }).state;
    expect(refusalOf(over, { type: 'openPractice' })?.refused).toBe('wrong-phase');
    expect(refusalOf(planning(), { type: 'openPractice' })?.refused).toBe('wrong-phase');
    expect(refusalOf(planning(), { type: 'endPractice' })?.refused).toBe('wrong-phase');
  });
});

describe('undo', () => {
  test('R9 takes a reveal back to the plans, and asks for them again, the clock paused', () => {
    const kept = new Kept();
    kept.do({ type: 'assignSeat', seat: 0, control: 'human', player: 'p1' });
    kept.do({ type: 'openGame' });
    kept.advance();
    const before = kept.state;
    kept.do({ type: 'filePlan', plan: firmPlan(6, 0) }, 0);
    kept.advance();
    expect(kept.state.phase).toBe('reveal');
    kept.undo();
    expect(kept.state).toEqual({ ...before, clock: { pausedWithMs: 0 } });
  });

  test('R9 gives the phase its whole time again', () => {
    const timed = act(act(opening({ settings: CLOCK }), { type: 'openGame' }).state, { type: 'advancePhase' }).state;
    const next = act(timed, { type: 'advancePhase' }).state;
    const events = decide(next, { at: 0, by: 'desk', action: { type: 'undo', to: 1 } }, () => timed);
    if (isRefusal(events)) throw new Error(events.refused);
    expect(events.reduce(evolve, next).clock).toEqual({ pausedWithMs: CLOCK.planMs });
  });

  test('R9 what a log wrote as null, since JSON has no gaps, is a gap again', () => {
    const first = act(opening(), { type: 'openGame' }).state;
    const { state: next } = act(first, { type: 'advancePhase' });
    const events = decide(next, { at: 0, by: 'desk', action: { type: 'undo', to: 0 } }, () => first);
    if (isRefusal(events)) throw new Error(events.refused);
    const read: typeof events = JSON.parse(JSON.stringify(events));
    expect(stateHash(read.reduce(evolve, next))).toBe(stateHash(events.reduce(evolve, next)));
  });

  test('R9 goes back again and again, from the end to the first news, and no further', () => {
    const kept = new Kept();
    kept.do({ type: 'openGame' });
    kept.advance(36);
    expect(kept.state.phase).toBe('ended');
    const seen: string[] = [];
    while (undoableTo(kept.records) !== undefined) {
      kept.undo();
      seen.push(`${kept.state.round} ${kept.state.phase}`);
    }
    expect(seen).toHaveLength(36);
    expect([seen[0], seen[1], seen.at(-1)]).toEqual(['12 reveal', '12 plan', '1 news']);
    expect(refusalOf(kept.state, { type: 'undo', to: 0 })?.refused).toBe('nothing-to-undo');
    kept.advance(36);
    expect(kept.state.phase).toBe('ended');
  });

  test('R9 keeps who sits where now, and what was said since', () => {
    const kept = new Kept();
    kept.do({ type: 'openGame' });
    kept.advance(2);
    kept.do({ type: 'assignSeat', seat: 3, control: 'human', player: 'late' });
    kept.do({ type: 'say', text: 'too quick!' }, 3);
    kept.undo();
    expect(kept.state.seats[3]).toMatchObject({ control: 'human', player: 'late' });
    expect(kept.state.talk.map(({ text }) => text)).toEqual(['too quick!']);
  });

  test('R9 does not reach behind the end of a practice', () => {
    const kept = new Kept();
    kept.do({ type: 'openPractice' });
    kept.advance(2);
    kept.undo();
    expect(kept.state).toMatchObject({ phase: 'plan', practice: { seed: 1 } });
    kept.advance(2);
    expect(undoableTo(kept.records)).toBeUndefined();
  });

  test('R8 R9 a log with both reads back from text, folds to its hashes, and is decided the same again', () => {
    const kept = new Kept();
    kept.do({ type: 'openPractice' });
    kept.advance(3);
    kept.do({ type: 'openGame' });
    kept.advance(4);
    kept.undo();
    kept.undo();
    kept.do({ type: 'resumeClock' });
    kept.advance(5);
    const parsed = parse(serialise(kept.log));
    if ('problem' in parsed) throw new Error(parsed.problem);
    const [log] = parsed.logs;
    if (log === undefined) throw new Error('no log');
    const { state, checks } = replay(log);
    expect(firstDifference(checks)).toBeUndefined();
    expect(checks.length).toBeGreaterThan(5);
    expect(stateHash(state)).toBe(stateHash(kept.state));
    expect(JSON.parse(JSON.stringify(redecide(log)))).toEqual({ log });
  });

  test('R9 what was undone is left out of the game as it was played', () => {
    const kept = new Kept();
    kept.do({ type: 'openPractice' });
    kept.advance(3);
    kept.do({ type: 'openGame' });
    kept.advance(5);
    kept.undo();
    kept.do({ type: 'resumeClock' });
    kept.advance(2);
    const played = asPlayed(kept.log);
    const scored = played.records.flatMap(({ events }) => events.filter(({ type }) => type === 'RoundScored'));
    expect(scored).toHaveLength(2);
    expect(replay(played).state).toEqual(kept.state);
    const { rounds, moments, final } = chronicleOf(kept.log);
    expect(rounds.map(({ round }) => round)).toEqual([1, 2]);
    expect(moments.map(({ round, phase }) => `${round} ${phase}`)).toEqual([
      '0 opening',
      '1 news',
      '1 plan',
      '1 reveal',
      '2 news',
      '2 plan',
      '2 reveal',
      '3 news',
    ]);
    expect(final).toEqual(kept.state);
    const plain = new Kept();
    plain.do({ type: 'openGame' });
    const { log } = plain;
    expect(asPlayed(log)).toBe(log);
  });
});

describe('what a class changed', () => {
  test('V7 is known to everyone, but for when the shock comes', () => {
    const shown = (parameters: Setup['parameters'] & object) => publicView(planning({ parameters })).changed;
    expect(shown({ startLaw: 0.5, shockRound: 4 })).toEqual({ startLaw: 0.5 });
    expect(shown({ shockRound: 4 })).toBeUndefined();
    const ended = { ...planning({ parameters: { shockRound: 5 } }), phase: 'ended' } as const;
    expect(publicView(ended).changed).toEqual({ shockRound: 5 });
    expect(publicView(planning()).changed).toBeUndefined();
  });

  test('V7 R8 is still so after a practice and in a log read back', () => {
    const changed = founded({ parameters: { startLaw: 0.5 } });
    const practised = act(act(initialState(changed), { type: 'openPractice' }).state, { type: 'endPractice' }).state;
    expect(publicView(practised).changed).toEqual({ startLaw: 0.5 });
    expect(foundedOf(makeHeader(changed, { districtId: 'd1' }))).toEqual(changed);
  });
});

describe('reputations', () => {
  const sharing = (seat: number, points: number) => firmPlan(6 - points, 0, [{ to: seat, points }]);
  const played = (reputations: boolean) => {
    let state = withPacts(planning({ settings: { ...SETTINGS, reputations } }), [0, 1]);
    state = act(state, { type: 'filePlan', plan: sharing(1, 2) }, { seat: 0 }).state;
    state = act(state, { type: 'filePlan', plan: firmPlan(6, 0) }, { seat: 1 }).state;
    return act(state, { type: 'advancePhase' }, { by: 'desk' }).state;
  };

  test('V5 are counted side by side and shown to everyone', () => {
    const { seats } = publicView(played(true));
    expect(seats[0]?.reputation).toEqual({ tested: 1, kept: 1 });
    expect(seats[1]?.reputation).toEqual({ tested: 1, kept: 0 });
    expect(seats[2]?.reputation).toEqual({ tested: 0, kept: 0 });
  });

  test('V5 a pact of this very round counts only if both sides kept it already', () => {
    const wishing = (to: number, points: number) =>
      firmPlan(6 - points, 0, points === 0 ? [] : [{ to, points }], { kind: 'cooperate', wishes: [to], breaks: [] });
    let state = planning({ settings: { ...SETTINGS, reputations: true } });
    for (const [seat, to, points] of [
      [0, 1, 1],
      [1, 0, 0.5],
      [2, 3, 1],
      [3, 2, 0],
    ] as const) {
      state = act(state, { type: 'filePlan', plan: wishing(to, points) }, { seat }).state;
    }
    const { reputations } = act(state, { type: 'advancePhase' }).state;
    const [kept, open] = [
      { tested: 1, kept: 1 },
      { tested: 0, kept: 0 },
    ];
    expect(reputations?.slice(0, 5)).toEqual([kept, kept, open, open, open]);
  });

  test('V5 are neither kept nor shown where they are not published', () => {
    const state = played(false);
    expect(state.reputations).toBeUndefined();
    expect(publicView(state).seats.every(({ reputation }) => reputation === undefined)).toBe(true);
  });
});

describe('the last round', () => {
  const into = (round: number, phase: 'news' | 'plan' | 'reveal') => {
    const kept = new Kept();
    kept.do({ type: 'openGame' });
    kept.advance((round - 1) * 3 + { news: 0, plan: 1, reveal: 2 }[phase]);
    return kept;
  };

  test.each(['news', 'plan', 'reveal'] as const)('R14 the present round is the last, from its %s on', (phase) => {
    const kept = into(3, phase);
    kept.do({ type: 'makeLast', on: true });
    expect(publicView(kept.state).rounds).toBe(3);
    kept.advance({ news: 3, plan: 2, reveal: 1 }[phase]);
    expect(kept.state).toMatchObject({ phase: 'ended', round: 3 });
    const parsed = parse(serialise(kept.log));
    if ('problem' in parsed) throw new Error(parsed.problem);
    const [log] = parsed.logs;
    if (log === undefined) throw new Error('no log');
    expect(firstDifference(replay(log).checks)).toBeUndefined();
    expect(JSON.parse(JSON.stringify(redecide(log)))).toEqual({ log });
  });

  test('R14 the bureau is paid its innovation whenever it is said, and not where there is more to come', () => {
    const [soon, late] = [into(3, 'plan'), into(3, 'reveal')];
    const before = late.state;
    soon.do({ type: 'makeLast', on: true });
    soon.advance();
    late.do({ type: 'makeLast', on: true });
    const paid = (state: DistrictState) => [state.earned, state.history.at(-1)?.scores];
    expect(paid(late.state)).toEqual(paid(soon.state));
    expect(late.state.earned[10]).toBeGreaterThan(before.earned[10] ?? 0);
    late.do({ type: 'makeLast', on: false });
    expect(late.state.earned[10]).toBeCloseTo(before.earned[10] ?? 0, 9);
    expect(publicView(late.state).rounds).toBe(12);
    late.advance();
    expect(late.state).toMatchObject({ phase: 'news', round: 4 });
  });

  test('R14 taking back a phase does not take it back', () => {
    const kept = into(4, 'plan');
    kept.do({ type: 'makeLast', on: true });
    kept.advance(2);
    kept.undo();
    kept.undo();
    expect(kept.state).toMatchObject({ phase: 'plan', round: 4, shortenedTo: 4 });
    kept.do({ type: 'makeLast', on: false });
    kept.undo();
    expect(kept.state.phase).toBe('news');
    expect(kept.state).not.toHaveProperty('shortenedTo');
  });

  test('R14 it is for a game under way', () => {
    const refused = { refused: 'wrong-phase' };
    const practice = act(opening(), { type: 'openPractice' }).state;
    for (const state of [opening(), practice])
      expect(refusalOf(state, { type: 'makeLast', on: true })).toEqual(refused);
    expect(refusalOf(planning(), { type: 'makeLast', on: false })).toEqual(refused);
    const last = act(planning(), { type: 'makeLast', on: true }).state;
    expect(refusalOf(last, { type: 'makeLast', on: true })).toEqual(refused);
  });

  test('R14 what might have been is as long', () => {
    const kept = into(5, 'plan');
    kept.do({ type: 'makeLast', on: true });
    kept.advance(2);
    const outcome = whatIf(kept.log, { from: 3, changes: [], deciders: kept.state.actors.map(() => RECORDED) });
    if ('refused' in outcome) throw new Error(outcome.refused);
    expect(outcome.state.history).toEqual(kept.state.history);
  });
});
