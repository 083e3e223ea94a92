/** The desk's control of a class: a first round that waits, changed phase lengths, ready-made sentences. */
import { expect, test } from 'vitest';
import { everybodyIn } from '../../server/district/pace.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { REPLY_IDS, SENTENCE_IDS, SENTENCES } from '../../shared/engine/ready-sentences.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { act, CLOCK, opening, planning, refusalOf, SETTINGS } from './support.ts';

const FIRST = { ...CLOCK, byHand: 'firstRound' } as const;
const NEWS = { ...CLOCK, byHand: 'practiceNews' } as const;

function advanced(state: DistrictState, times: number): readonly DistrictState[] {
  const states = [state];
  for (let step = 0; step < times; step += 1)
    states.push(act(states.at(-1) ?? state, { type: 'advancePhase' }, { at: 1_000, by: 'desk' }).state);
  return states;
}

const begun = (settings: typeof CLOCK, type: 'openGame' | 'openPractice') =>
  act(opening({ settings }), { type }, { at: 1_000 }).state;
const deadlines = (states: readonly DistrictState[]) => states.map(({ clock }) => clock.deadline !== undefined);

test('R12 the first round waits for the desk, and the clock runs from the second on', () => {
  const states = advanced(begun(FIRST, 'openGame'), 4);
  expect(states.map(({ phase, round }) => `${phase} ${round}`)).toEqual([
    'news 1',
    'plan 1',
    'reveal 1',
    'news 2',
    'plan 2',
  ]);
  expect(deadlines(states)).toEqual([false, false, false, true, true]);
  expect(states.map((state) => publicView(state).clockMode)).toEqual(['desk', 'desk', 'desk', 'clock', 'clock']);
  const ready = states.map((state) => ({ ...state, ready: state.ready.map(() => true) }));
  const away = ready.map((state) => ({
    ...state,
    seats: state.seats.map((seat) => ({ ...seat, control: 'human' as const })),
  }));
  expect(away.map((state) => everybodyIn(state, () => true))).toEqual([false, false, false, true, false]);
});

test('R12 a practice waits for the desk with its news, or as a whole', () => {
  expect(deadlines(advanced(begun(NEWS, 'openPractice'), 2))).toEqual([false, true, true]);
  expect(deadlines(advanced(begun(FIRST, 'openPractice'), 2))).toEqual([false, false, false]);
  expect(deadlines(advanced(begun(CLOCK, 'openPractice'), 2))).toEqual([true, true, true]);
  expect(deadlines(advanced(begun(NEWS, 'openGame'), 1))).toEqual([true, true]);
});

test('R12 a pause in a round by hand leaves no deadline behind, and nor does undoing', () => {
  const [, plan] = advanced(begun(FIRST, 'openGame'), 1);
  if (plan === undefined) throw new Error('advanced');
  const paused = act(plan, { type: 'pauseClock' }, { by: 'desk' }).state;
  expect(act(paused, { type: 'resumeClock' }, { by: 'desk' }).state.clock).toEqual({});
});

test('R13 the times of the phases to come change, and those of the present one do not', () => {
  const state = planning({ settings: CLOCK });
  const times = { newsMs: 4_000, planMs: 60_000, revealMs: 15_000 };
  const set = act(state, { type: 'setTimes', ...times }, { by: 'desk' }).state;
  expect(set.clock).toEqual(state.clock);
  const revealed = act(set, { type: 'advancePhase' }, { at: 5_000 }).state;
  expect(revealed.clock.deadline).toBe(20_000);
  expect(refusalOf(planning({ settings: SETTINGS }), { type: 'setTimes', ...times })).toEqual({ refused: 'no-clock' });
  expect(refusalOf(state, { type: 'setTimes', ...times, planMs: 0 })).toEqual({ refused: 'times-out-of-range' });
});

test('L4 ready-made sentences alone are said, in whatever language they are read', () => {
  const state = planning({ settings: { ...SETTINGS, sentences: true } });
  expect(refusalOf(state, { type: 'say', text: 'Hello' }, { seat: 0 })).toEqual({ refused: 'sentences-only' });
  const { state: said } = act(state, { type: 'sayReady', sentence: 'allShare' }, { seat: 0 });
  const line = { round: 1, from: 0, text: 'Let us all share more this year.', sentence: 'allShare' };
  expect(said.talk).toEqual([{ id: state.nextId, ...line }]);
  expect(publicView(state).sentencesOnly).toBe(true);
  expect(refusalOf(state, { type: 'sayReady', sentence: 'yes', to: 0 }, { seat: 0 })).toEqual({
    refused: 'unknown-seat',
  });
  const silent = planning({ settings: { ...SETTINGS, talk: false, sentences: true } });
  expect(refusalOf(silent, { type: 'sayReady', sentence: 'yes' }, { seat: 0 })).toEqual({ refused: 'talk-off' });
  const all = [...SENTENCE_IDS, ...REPLY_IDS];
  expect(new Set(all.flatMap((id) => [SENTENCES[id].en, SENTENCES[id].zh])).size).toBe(2 * all.length);
});
