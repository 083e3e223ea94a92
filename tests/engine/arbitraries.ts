/** Arbitraries of districts, plans and seats for fast-check: legal and nearly legal ones. */
import fc from 'fast-check';
import type { Deal, Share } from '../../shared/engine/plans.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { playedFor } from './random-players.ts';

export const seedOf = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** A district somewhere in a random game, in its plan phase. */
export const district = fc
  .record({ seed: seedOf, luck: seedOf, rounds: fc.integer({ min: 0, max: 11 }) })
  .map(({ seed, luck, rounds }) => ({ luck, state: playedFor(rounds, luck, { seed }) }));

export const everyone = (state: DistrictState) => state.actors.map(({ seat }) => seat);
export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const anySeat = fc.integer({ min: -1, max: 13 });
const someSeats = fc.array(anySeat, { maxLength: 3 });
const anyDeal: fc.Arbitrary<Deal> = fc.oneof(
  fc.constant<Deal>({ kind: 'none' }),
  fc.record({ kind: fc.constant('cooperate' as const), wishes: someSeats, breaks: someSeats }),
  fc.record({ kind: fc.constant('buy' as const), sellers: someSeats }),
  fc.record({ kind: fc.constant('sell' as const), buyer: anySeat }),
  fc.constantFrom<Deal>({ kind: 'loan' }, { kind: 'venture' }, { kind: 'foreign' }),
);
const tenthsOfSix = fc.integer({ min: 0, max: 60 }).map((tenths) => tenths / 10);
const oddPoints = fc.oneof(
  { weight: 12, arbitrary: tenthsOfSix },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0.1, 0.05, 1e300, 6.1) },
);
const anyShares: fc.Arbitrary<readonly Share[]> = fc.array(fc.record({ to: anySeat, points: oddPoints }), {
  maxLength: 2,
});

/** A legal plan, or one with a part of another plan. */
export const anyPlan = fc.oneof(
  fc.record({
    kind: fc.constant('firm' as const),
    trade: oddPoints,
    research: oddPoints,
    shares: anyShares,
    deal: anyDeal,
  }),
  fc.record({
    kind: fc.constant('university' as const),
    publish: oddPoints,
    outside: oddPoints,
    shelter: fc.constant(0),
    open: fc.constant(0),
    shares: anyShares,
    wishes: someSeats,
    breaks: someSeats,
  }),
  fc.record({
    kind: fc.constant('government' as const),
    command: oddPoints,
    law: fc.constant(0),
    reform: fc.constant(0),
    fund: fc.constant(0),
    training: fc.constant(0),
  }),
);
