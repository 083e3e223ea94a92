/** The map draws every relation as the paper's Figures 2 to 4 do. */
import { describe, expect, test } from 'vitest';
import { type OwnSide, type Tie, tiesOf, webOf } from '../../client/map/notation.ts';
import type { PolicyInstrument } from '../../shared/engine/plans.ts';
import type { Happening, PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import { district, pact, TWO_TREES, WEB } from './map-views.ts';

const PEKING = 8;
const BUREAU = 10;
const COMMISSION = 11;

function between(ties: readonly Tie[], from: number, to: number): readonly Tie[] {
  return ties.filter((tie) => tie.from === from && tie.to === to);
}

function spent(seat: number, points: Partial<Record<PolicyInstrument, number>>): Happening {
  return {
    type: 'PolicyMade',
    spent: [{ seat, points: { command: 0, law: 0, reform: 0, fund: 0, training: 0, ...points } }],
    law: 0,
    fund: 0,
    distance: 0.45,
    commons: 2,
  };
}

function ownSide(view: PublicView, seat: number, over: Partial<OwnSide> = {}): OwnSide {
  const none = view.seats.map(() => 0);
  return { seat, received: none, given: none, ...over };
}

describe('notation', () => {
  test('draws ownership as a solid one-way arrow from owner to owned, and no line from the university any more', () => {
    const ties = tiesOf(district({ owners: { 2: 0 } }));
    expect(between(ties, 0, 2)).toEqual([{ kind: 'command', by: 'owned', from: 0, to: 2, weight: 3 }]);
    expect(ties.filter((tie) => tie.to === 2)).toHaveLength(1);
  });

  test('tells a firm taken over by order from one that sold itself', () => {
    const ties = tiesOf(district({ owners: { 2: 0, 4: 0 }, seat: (seat) => ({ forced: seat.seat === 4 }) }));
    expect(between(ties, 0, 2)).toMatchObject([{ by: 'owned' }]);
    expect(between(ties, 0, 4)).toMatchObject([{ by: 'forced' }]);
  });

  test('dots the line from a university to an independent spin-off', () => {
    expect(between(tiesOf(district()), PEKING, 0)).toMatchObject([{ kind: 'relinquished' }]);
    expect(tiesOf(district()).filter((tie) => tie.from === PEKING && tie.to === 1)).toEqual([]);
  });

  test('draws a spin-off that its university holds close as commanded, as the measure of vertical lines counts it', () => {
    const held = (seat: PublicSeat) => (seat.seat === 0 ? { held: true as const } : {});
    const ties = tiesOf(district({ seat: held }));
    expect(between(ties, PEKING, 0)).toMatchObject([{ kind: 'command', by: 'held' }]);
    expect(between(ties, PEKING, 4)).toMatchObject([{ kind: 'relinquished' }]);
    expect(between(tiesOf(district({ seat: held, owners: { 0: 2 } })), PEKING, 0)).toMatchObject([{ by: 'held' }]);
  });

  test('dots the lines from government, which turn solid when it commands', () => {
    expect(between(tiesOf(district()), BUREAU, 0)).toMatchObject([{ kind: 'relinquished' }]);
    expect(between(tiesOf(district()), COMMISSION, 1)).toMatchObject([{ kind: 'relinquished' }]);
    const ties = tiesOf(district({ view: { happenings: [spent(BUREAU, { command: 3 })] } }));
    expect(between(ties, BUREAU, 0)).toMatchObject([{ kind: 'command', by: 'ordered' }]);
    expect(between(ties, COMMISSION, 1)).toMatchObject([{ kind: 'relinquished' }]);
    const enabling = tiesOf(district({ view: { happenings: [spent(BUREAU, { law: 3 })] } }));
    expect(between(enabling, BUREAU, 0)).toMatchObject([{ kind: 'relinquished' }]);
  });

  test('lets the bureau answer for all firms where no commission sits', () => {
    const view = district({ seats: 6 });
    const bureau = view.seats.find((seat) => seat.kind === 'bureau')?.seat ?? -1;
    const governed = tiesOf(view).filter((tie) => tie.from === bureau);
    expect(governed).toHaveLength(view.seats.filter((seat) => seat.kind === 'firm').length);
  });

  test('draws a pact two-way, heavier once both kept it, torn when one did not', () => {
    const ties = tiesOf(district({ pacts: [pact(0, 1, true), pact(2, 3), pact(4, 5, false)] }));
    const promise = (a: number, b: number) => between(ties, a, b)[0];
    expect(promise(0, 1)).toMatchObject({ kind: 'cooperation', promise: 'kept' });
    expect(promise(2, 3)).toMatchObject({ kind: 'cooperation', promise: 'untested' });
    expect(promise(4, 5)).toMatchObject({ kind: 'cooperation', promise: 'broken' });
    expect(promise(0, 1)?.weight).toBeGreaterThan(promise(2, 3)?.weight ?? 9);
  });

  test('weighs own pacts by what was shared, and tells nothing about the amounts of others', () => {
    const view = district({ pacts: [pact(0, 1, true), pact(0, 3, true), pact(2, 3, true)] });
    const given = view.seats.map((seat) => (seat.seat === 1 ? 3 : seat.seat === 3 ? 0.5 : 0));
    const ties = tiesOf(view, ownSide(view, 0, { given, received: given }));
    const weight = (a: number, b: number) => between(ties, a, b)[0]?.weight ?? 0;
    expect(weight(0, 1)).toBeGreaterThan(weight(0, 3));
    expect(weight(2, 3)).toBe(between(tiesOf(view), 2, 3)[0]?.weight);
  });

  test('draws the relinquished first, so that nothing strong lies under a dotted line', () => {
    const kinds = tiesOf(district({ owners: TWO_TREES, pacts: [pact(0, 1, true)] })).map((tie) => tie.kind);
    expect(kinds.lastIndexOf('relinquished')).toBeLessThan(kinds.findIndex((kind) => kind !== 'relinquished'));
  });

  test('measures the web by kept promises between trees', () => {
    expect(webOf(district())).toBe(0);
    expect(webOf(district({ pacts: WEB }))).toBe(1);
    expect(webOf(district({ pacts: [pact(0, 1)] }))).toBeGreaterThan(0);
    expect(webOf(district({ pacts: [pact(0, 1)] }))).toBeLessThan(webOf(district({ pacts: [pact(0, 1, true)] })));
    expect(webOf(district({ owners: { 2: 0 }, pacts: [pact(0, 2, true)] }))).toBe(0);
    expect(webOf(district({ pacts: [pact(0, 1, false)] }))).toBe(0);
  });
});
