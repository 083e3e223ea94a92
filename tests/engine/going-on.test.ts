import { expect, test } from 'vitest';
import type { ContinueDistrict } from '../../shared/engine/commands.ts';
import { act, opening, planning, refusalOf, SETTINGS } from './support.ts';

const lineage = { districtId: 'd1', seq: 2, hash: 'h', why: 'play-on' } as const;
const CONTINUE: ContinueDistrict = { type: 'continueDistrict', header: 'l', lineage, settings: SETTINGS };

test('R11 a past is played on from before a phase, with bots in the seats and nothing on the table', () => {
  const seated = act(opening(), { type: 'openGame' }).state;
  const { state: talked } = act(
    act(seated, { type: 'assignSeat', seat: 0, control: 'human', player: 'p1' }).state,
    { type: 'say', text: 'hello' },
    { seat: 0 },
  );
  const { state } = act(talked, { ...CONTINUE, parameters: { taxRate: 0.5 }, seed: 7 });
  expect(state).toMatchObject({ phase: 'opening', round: 1, goesOn: { phase: 'plan', round: 1 }, talk: [], seed: 7 });
  expect(state.parameters).toEqual({ ...talked.parameters, taxRate: 0.5 });
  expect(state.changed).toEqual({ taxRate: 0.5 });
  expect(state.seats[0]).toEqual({ control: 'bot', policy: talked.seats[0]?.policy, missed: 0 });
  expect(state.firms).toEqual(talked.firms);
  const { state: begun } = act(state, { type: 'openGame' });
  expect(begun).toMatchObject({ phase: 'plan', round: 1 });
  expect(begun.goesOn).toBeUndefined();
});

test('R11 nothing is played on in the midst of a plan phase, and nothing is practised before it', () => {
  expect(refusalOf(planning(), CONTINUE)).toEqual({ refused: 'wrong-phase' });
  const { state } = act(opening(), CONTINUE);
  expect(state.goesOn).toEqual({ phase: 'news', round: 1 });
  expect(refusalOf(state, { type: 'openPractice' })).toEqual({ refused: 'wrong-phase' });
});

test('R11 a record keeps its seats where that is asked for, and what it files is marked', () => {
  const news = act(opening(), { type: 'openGame' }).state;
  const { state } = act(news, { ...CONTINUE, recorded: [0], policies: news.seats.map(() => 'trader') });
  expect(state.seats[0]).toEqual({ control: 'recorded', policy: 'trader', missed: 0 });
  const { state: plan } = act(state, { type: 'openGame' });
  const { events } = act(
    plan,
    { type: 'filePlan', plan: { kind: 'firm', trade: 0, research: 6, shares: [], deal: { kind: 'none' } }, cut: true },
    { seat: 0, by: 'recorded' },
  );
  expect(events).toMatchObject([{ type: 'PlanFiled', by: 'recorded', cut: true }]);
});

test('R11 V5 reputations go on where they are public again, and are gone where they are not', () => {
  const reputations = opening().actors.map(({ seat }) => ({ tested: seat, kept: 0 }));
  const news = { ...act(opening(), { type: 'openGame' }).state, reputations };
  const after = (published: boolean) =>
    act(news, { ...CONTINUE, settings: { ...SETTINGS, reputations: published } }).state.reputations;
  expect(after(true)).toEqual(reputations);
  expect(after(false)).toBeUndefined();
});

test('R11 a year’s effects hold upon a number that is changed, and nothing is changed by no numbers', () => {
  const effects = [{ parameter: 'taxRate', times: 2, from: 1 }] as const;
  const news = act({ ...opening(), effects, base: opening().parameters }, { type: 'openGame' }).state;
  const { state } = act(news, { ...CONTINUE, parameters: { taxRate: 0.1 } });
  expect(state.parameters).toEqual({ ...news.parameters, taxRate: 0.2 });
  expect(state.base).toEqual({ ...news.base, taxRate: 0.1 });
  const same = act(news, { ...CONTINUE, parameters: {} }).state;
  expect(same.changed).toBeUndefined();
  expect(same.parameters).toBe(news.parameters);
});
