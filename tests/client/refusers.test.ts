/** Firms that sign with nobody are recognised from one's own wishes and the street's pacts. */
import { expect, test } from 'vitest';
import { isLoner, rememberRefusers } from '../../client/state/refusers.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

const view = viewFor(districtAt({ round: 2 }).state, FIRM);

/** A reveal with a plan, and the pacts after it. */
function year(round: number, plan: Plan | undefined, pacts: readonly (readonly [number, number])[]): SeatView {
  const seen = {
    ...view.public,
    phase: 'reveal' as const,
    round,
    pacts: pacts.map(([a, b]) => ({ a, b, since: round })),
  };
  const { result: _, ...rest } = view;
  return { ...rest, public: seen, ...(plan === undefined ? {} : { result: { plan, by: 'human' } as never }) };
}

const wishing = (...wishes: number[]): Plan => {
  return { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'cooperate', wishes, breaks: [] } };
};
const LONER = 4;
const SEATS = [0, 2, 3, LONER, 5, 6];

test.each([
  ['said no twice and is tied to nobody', [wishing(LONER), wishing(LONER)], [[], []], [LONER]],
  ['said no once', [wishing(LONER), undefined], [[], []], []],
  ['was wished for by a university', [universal(LONER), universal(LONER)], [[], []], [LONER]],
  ['was tied to oneself in the meantime', [wishing(LONER), wishing(LONER)], [[[FIRM, LONER]], []], []],
  ['was tied to oneself, told from the other side', [wishing(LONER), wishing(LONER)], [[], [[LONER, FIRM]]], []],
  ['is tied to another', [wishing(LONER), wishing(LONER)], [[[LONER, 6]], []], []],
  ['and others who said no', [wishing(LONER, 2, 5), wishing(5, 2)], [[], [[FIRM, 2]]], [5]],
  ['was only asked to merge', [buying(LONER), buying(LONER)], [[], []], []],
] as const)('a firm that %s', (what, plans, pacts, loners) => {
  for (const [place, plan] of plans.entries()) rememberRefusers(what, year(place + 1, plan, pacts[place] ?? []));
  const last = year(plans.length, undefined, []).public;
  expect(SEATS.filter((seat) => isLoner(last, seat))).toEqual(loners);
});

test('a firm that signed has not refused, from either side', () => {
  const pacts = [
    [FIRM, 2],
    [5, FIRM],
  ] as const;
  for (const round of [1, 2]) rememberRefusers('own', year(round, wishing(2, 5, LONER), pacts));
  rememberRefusers('own', year(3, wishing(LONER), []));
  expect(SEATS.filter((seat) => isLoner(year(3, undefined, []).public, seat))).toEqual([LONER]);
});

function universal(...wishes: number[]): Plan {
  return { kind: 'university', publish: 6, outside: 0, shelter: 0, open: 0, shares: [], wishes, breaks: [] };
}

function buying(...sellers: number[]): Plan {
  return { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'buy', sellers } };
}
