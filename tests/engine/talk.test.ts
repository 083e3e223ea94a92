import { describe, expect, test } from 'vitest';
import type { SeatAction } from '../../shared/engine/commands.ts';
import { decide } from '../../shared/engine/decide.ts';
import { evolve } from '../../shared/engine/evolve.ts';
import type { Plea } from '../../shared/engine/parts.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { act, BUREAU, planning, refusalOf, SETTINGS, withFirms, withPacts } from './support.ts';

const offer = (kind: 'pact' | 'buy' | 'sell', to: number): SeatAction => ({ type: 'makeOffer', kind, to });
const say = (text: string, to?: number): SeatAction =>
  to === undefined ? { type: 'say', text } : { type: 'say', text, to };

describe('promises and pleas', () => {
  const promised = (points: number): SeatAction => ({ type: 'makeOffer', kind: 'pact', to: 1, promise: points });

  test('L1 an offered pact may carry a promise, in tenths a plan could hold; it binds nobody', () => {
    const made = act(planning(), promised(2.5), { seat: 0 }).state;
    expect(made.offers).toMatchObject([{ kind: 'pact', from: 0, to: 1, promise: 2.5 }]);
    for (const points of [7, -1, 0.25, -0]) {
      expect(refusalOf(planning(), promised(points), { seat: 0 })?.refused).toBe('promise-unfit');
    }
    const bought: SeatAction = { type: 'makeOffer', kind: 'buy', to: 1, promise: 1 };
    expect(refusalOf(planning(), bought, { seat: 0 })?.refused).toBe('promise-unfit');
  });

  test('L1 partners say what they will share, and may say otherwise; nobody else does', () => {
    const share = (points: number): SeatAction => ({ type: 'makeOffer', kind: 'share', to: 1, promise: points });
    expect(refusalOf(planning(), share(2), { seat: 0 })?.refused).toBe('share-with-stranger');
    const partners = withPacts(planning(), [0, 1]);
    const once = act(partners, share(2), { seat: 0 }).state;
    const twice = act(once, share(3), { seat: 0 }).state;
    expect(twice.offers.map(({ promise }) => promise)).toEqual([3]);
  });

  test('L1 a firm asks once a year, and whoever could do it; the answer binds nobody', () => {
    const plea = (what: Plea, to: number): SeatAction => ({ type: 'makeOffer', kind: 'plea', to, plea: what });
    const asked = act(planning(), plea('noOrders', BUREAU), { seat: 0 }).state;
    expect(refusalOf(asked, plea('takeUsIn', BUREAU), { seat: 0 })?.refused).toBe('offer-exists');
    expect(refusalOf(planning(), plea('noOrders', 1), { seat: 0 })?.refused).toBe('plea-unfit');
    expect(refusalOf(planning(), plea('openLab', 8), { seat: BUREAU })?.refused).toBe('plea-unfit');
    const id = asked.offers[0]?.id ?? 0;
    const yes = act(asked, { type: 'answerOffer', offer: id, accept: true }, { seat: BUREAU }).state;
    expect(yes.offers).toMatchObject([{ kind: 'plea', plea: 'noOrders', status: 'accepted' }]);
    expect(viewFor(yes, 1).offers).toEqual([]);
  });

  test('L1 without talk there are none', () => {
    const silent = { ...planning(), settings: { ...SETTINGS, talk: false } };
    expect(refusalOf(silent, promised(2), { seat: 0 })?.refused).toBe('talk-off');
    expect(refusalOf(silent, offer('pact', 1), { seat: 0 })).toBeUndefined();
  });

  test('L1 what was promised is held beside the deed in the reveal, for the two alone, and gone after it', () => {
    const made = act(act(planning(), promised(2), { seat: 0 }).state, offer('buy', 1), { seat: 0 }).state;
    const reveal = act(made, { type: 'advancePhase' }).state;
    expect(viewFor(reveal, 1).said).toMatchObject([{ from: 0, to: 1, promise: 2 }]);
    expect(viewFor(reveal, 2).said).toBeUndefined();
    expect(act(reveal, { type: 'advancePhase' }).state.said).toBeUndefined();
  });
});

describe('offers', () => {
  test('L1 only between two who could make the deal', () => {
    const tree = withFirms(withPacts(planning(), [0, 1]), { 3: { owner: 2 } });
    const refused = (action: SeatAction, seat = 0) => refusalOf(tree, action, { seat })?.refused;
    expect(refused(offer('pact', 1))).toBe('pact-exists');
    expect(refused(offer('pact', 0))).toBe('pact-with-self');
    expect(refused(offer('pact', BUREAU))).toBe('pact-with-government');
    expect(refused(offer('buy', 8))).toBe('merge-not-a-firm');
    expect(refused(offer('buy', 3))).toBe('merge-not-independent');
    expect(refused(offer('sell', 2), 3)).toBe('merge-same-tree');
    expect(refused(offer('sell', 99))).toBe('unknown-seat');
    expect(refused(offer('sell', 2))).toBeUndefined();
  });

  test('L1 they live for one plan phase', () => {
    const made = act(planning(), offer('pact', 1), { seat: 0 }).state;
    const reveal = act(made, { type: 'advancePhase' }).state;
    expect(reveal.offers).toEqual([]);
    expect(refusalOf(reveal, offer('pact', 1), { seat: 0 })?.refused).toBe('wrong-phase');
  });

  test('L1 they are seen by the two alone', () => {
    const made = act(planning(), offer('pact', 1), { seat: 0 }).state;
    const seen = made.actors.filter(({ seat }) => viewFor(made, seat).offers.length > 0).map(({ seat }) => seat);
    expect(seen).toEqual([0, 1]);
  });

  test('L2 one of a kind at a time, answered once, by whom it was made to', () => {
    const made = act(planning(), offer('pact', 1), { seat: 0 }).state;
    const id = made.offers[0]?.id ?? 0;
    const answer = (accept: boolean): SeatAction => ({ type: 'answerOffer', offer: id, accept });
    expect(refusalOf(made, offer('pact', 1), { seat: 0 })?.refused).toBe('offer-exists');
    expect(refusalOf(made, answer(true), { seat: 2 })?.refused).toBe('offer-unknown');
    expect(refusalOf(made, answer(true), { seat: 0 })?.refused).toBe('offer-unknown');
    const answered = act(made, answer(true), { seat: 1 }).state;
    expect(answered.offers[0]?.status).toBe('accepted');
    expect(refusalOf(answered, answer(false), { seat: 1 })?.refused).toBe('offer-answered');
    expect(refusalOf(answered, { type: 'withdrawOffer', offer: id }, { seat: 0 })?.refused).toBe('offer-answered');
    expect(refusalOf(answered, offer('pact', 1), { seat: 0 })).toBeUndefined();
  });

  test('L2 who made it may withdraw it', () => {
    const made = act(planning(), offer('sell', 1), { seat: 0 }).state;
    const withdraw: SeatAction = { type: 'withdrawOffer', offer: made.offers[0]?.id ?? 0 };
    expect(refusalOf(made, withdraw, { seat: 1 })?.refused).toBe('offer-unknown');
    expect(act(made, withdraw, { seat: 0 }).state.offers).toEqual([]);
  });
});

describe('talk', () => {
  test('L3 one line, trimmed, without control characters', () => {
    const { state } = act(planning(), say('  a\u0000 pact,\n\t\u202eplease\u0007 你好  '), { seat: 0 });
    expect(state.talk).toEqual([{ id: 1, round: 1, from: 0, text: 'a pact, please 你好' }]);
  });

  test('L3 at most 280 characters, whatever their width, and not none', () => {
    expect(refusalOf(planning(), say('😀'.repeat(280)), { seat: 0 })).toBeUndefined();
    expect(refusalOf(planning(), say('字'.repeat(281)), { seat: 0 })).toEqual({
      refused: 'talk-too-long',
      about: { value: 281, limit: 280 },
    });
    expect(refusalOf(planning(), say(' \u0007\n '), { seat: 0 })?.refused).toBe('talk-empty');
  });

  test('L3 to one is read by the two, to all by everybody', () => {
    let state = act(planning(), say('between us', 3), { seat: 0 }).state;
    state = act(state, say('to all'), { seat: 1 }).state;
    const read = (seat: number) => viewFor(state, seat).talk.map(({ text }) => text);
    expect(read(0)).toEqual(['between us', 'to all']);
    expect(read(3)).toEqual(['between us', 'to all']);
    expect(read(4)).toEqual(['to all']);
    expect(refusalOf(state, say('me', 0), { seat: 0 })?.refused).toBe('unknown-seat');
    expect(refusalOf(state, say('nobody', 12), { seat: 0 })?.refused).toBe('unknown-seat');
  });

  test('L3 the last sixty lines are remembered', () => {
    let { state } = act(planning(), say('line 1'), { seat: 0 });
    for (let line = 2; line <= 61; line++) state = act(state, say(`line ${line}`), { seat: 0 }).state;
    expect(state.talk).toHaveLength(60);
    expect(state.talk[0]?.text).toBe('line 2');
  });

  test('L5 a line taken down keeps its place, and no seat reads it; a phase taken back does not bring it back', () => {
    const said = act(act(planning(), say('rude', 3), { seat: 0 }).state, say('kind'), { seat: 1 }).state;
    const [rude] = said.talk;
    const down = { type: 'takeDown', line: rude?.id ?? -1 } as const;
    const { state } = act(said, down, { by: 'desk' });
    for (const seat of [0, 3]) {
      expect(viewFor(state, seat).talk).toEqual([{ id: rude?.id, round: 1, from: 0, to: 3, down: true }, said.talk[1]]);
    }
    expect(state.talk[0]).toEqual({ ...rude, down: true });
    expect(act(state, down, { by: 'desk' }).events).toEqual([]);
    expect(refusalOf(state, { type: 'takeDown', line: 999 }, { by: 'desk' })?.refused).toBe('line-unknown');
    const reveal = act(state, { type: 'advancePhase' }).state;
    const undone = decide(reveal, { at: 0, by: 'desk', action: { type: 'undo', to: 1 } }, () => said);
    if (isRefusal(undone)) throw new Error(undone.refused);
    expect(undone.reduce(evolve, reveal).talk[0]).toMatchObject({ down: true });
    const ended = evolve(said, { type: 'GameEnded' });
    expect(act(ended, down, { by: 'desk' }).state.talk[0]).toMatchObject({ down: true });
  });

  test('L3 not where the class plays in silence', () => {
    const silent = planning({ settings: { ...SETTINGS, talk: false } });
    expect(refusalOf(silent, say('psst'), { seat: 0 })?.refused).toBe('talk-off');
  });
});

test('R3 "go on" is said in news and reveal, not while planning', () => {
  expect(refusalOf(planning(), { type: 'signalReady' }, { seat: 0 })?.refused).toBe('wrong-phase');
  const reveal = act(planning(), { type: 'advancePhase' }).state;
  const ready = act(reveal, { type: 'signalReady' }, { seat: 0 }).state;
  expect(viewFor(ready, 5).public.seats[0]?.ready).toBe(true);
  expect(act(ready, { type: 'signalReady' }, { seat: 0 }).events).toEqual([]);
  expect(act(ready, { type: 'advancePhase' }).state.ready).not.toContain(true);
});
