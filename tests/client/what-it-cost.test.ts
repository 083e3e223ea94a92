/** Costs caused by others: a broken promise, an ended pact, a lost certificate. */
import { beforeAll, expect, test } from 'vitest';
import { costOfWord, costsOfYear } from '../../client/panels/reveal/what-it-cost.ts';
import { rememberDealings } from '../../client/state/dealings.ts';
import { needTexts } from '../../client/state/language.ts';
import { rememberSeals } from '../../client/state/seals.ts';
import { rememberTrust } from '../../client/state/trust.ts';
import { ownResult } from '../../shared/engine/own-result.ts';
import type { FirmPlan } from '../../shared/engine/plans.ts';
import { resolve } from '../../shared/engine/resolve.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['play']));

const ROUND = 4;

/** A year in which the firm gives its first partner two points and gets this many. */
function yearWith(points: number) {
  for (let round = 1; round <= ROUND; round += 1)
    rememberTrust('cost', viewFor(districtAt({ round, policies: 'cooperate' }).state, FIRM));
  const { state, plans } = districtAt({ round: ROUND, policies: 'cooperate' });
  const [partner = -1] = viewFor(state, FIRM).legal.partners;
  const giving = (to: number, given: number): FirmPlan => ({
    kind: 'firm',
    trade: 6 - given,
    research: 0,
    shares: given === 0 ? [] : [{ to, points: given }],
    deal: { kind: 'none' },
  });
  const filed = plans.map((plan, seat) =>
    seat === FIRM ? giving(partner, 2) : seat === partner ? giving(FIRM, points) : plan,
  );
  const { after } = resolve({ ...state, plans: filed.map((plan) => ({ plan, by: 'bot' as const })) });
  return { partner, after: { ...after, phase: 'reveal' as const } };
}

test('a word that was not kept costs about what it would have taught', () => {
  const { partner, after } = yearWith(0);
  const kept = yearWith(2).after.flows?.fromPacts[FIRM] ?? 0;
  const lost = kept - (after.flows?.fromPacts[FIRM] ?? 0);
  const hand = { seat: partner, gave: 2, got: 0, isNew: false, untested: false };
  const told = costOfWord(viewFor(after, FIRM), { ...hand, theyPromised: 2 });
  expect(told).toContain('gave 2 less than promised');
  const [, about = ''] = told?.match(/about ([\d.]+) less/) ?? [];
  expect(Math.abs(Number(about) - lost)).toBeLessThan(0.1);
  expect(costOfWord(viewFor(after, FIRM), hand)).toBeUndefined();
  expect(costOfWord(viewFor(after, FIRM), { ...hand, got: 2, theyPromised: 2 })).toBeUndefined();
});

test('a pact that a partner broke is told with what it taught the year before', () => {
  const { partner, after } = yearWith(2);
  rememberDealings('cost', viewFor(after, FIRM));
  const broken = { type: 'PactBroken', by: partner, with: FIRM } as const;
  const pacts = after.pacts.filter(({ a, b }) => a !== partner && b !== partner);
  const none = new Array<number>(after.actors.length ** 2).fill(0);
  const flows = after.flows === undefined ? undefined : { ...after.flows, shared: none };
  const history = [...after.history, ...after.history.slice(-1).map((year) => ({ ...year, round: ROUND + 1 }))];
  const later = viewFor(
    { ...after, round: ROUND + 1, pacts, history, lastRound: [broken], ...(flows === undefined ? {} : { flows }) },
    FIRM,
  );
  const result = ownResult({ ...after, lastRound: [broken] }, FIRM);
  if (result === undefined) throw new Error('a round was played');
  expect(costsOfYear(later, result).join()).toMatch(/^The pact with .+ had taught you about \d\.\d last year\./);
  const mine = { ...result, happenings: [{ type: 'PactBroken', by: FIRM, with: partner } as const] };
  expect(costsOfYear(later, mine)).toEqual([]);
});

test('a certificate that went is told with the tax it no longer saves', () => {
  const { after } = yearWith(2);
  rememberSeals('cost', viewFor({ ...after, phase: 'plan', listed: [FIRM] }, FIRM));
  const result = ownResult({ ...after, lastRound: [] }, FIRM);
  if (result === undefined) throw new Error('a round was played');
  const view = viewFor({ ...after, listed: [] }, FIRM);
  expect(costsOfYear(view, { ...result, tax: 2 })).toEqual([
    'Without it you paid 1.0 more tax this year, and you learn 20% less than the certified.',
  ]);
});
