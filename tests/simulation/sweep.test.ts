/** Headless districts: their reports, how policies are dealt, and that forcing and trying change nothing else. */
import { describe, expect, test } from 'vitest';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import type { Parameters } from '../../shared/engine/parameters.ts';
import { NO_DEAL, type Plan } from '../../shared/engine/plans.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { playGame } from '../../shared/simulation/game-facts.ts';
import { Match } from '../../shared/simulation/match.ts';
import { STREET } from '../../shared/simulation/populations.ts';
import { dealPolicies, meansOf, sweep } from '../../shared/simulation/sweep.ts';
import { temptation } from '../../shared/simulation/temptation.ts';

const base = { scenario: zhongguancun, games: 20, seed: 1, universities: 'publish', bureau: 'idle', bez: 'idle' };
const others = { universities: 'publish', bureau: 'idle', bez: 'idle' };

describe('a sweep', () => {
  test('takes means over games, so that the worst of a policy is no better than all of it', () => {
    const { policies } = sweep({ scenario: zhongguancun, firms: STREET, games: 20, seed: 1 });
    const odd = Object.entries(policies).filter(([, means]) => means.worstFinalScore > means.finalScore + 1e-9);
    expect(odd).toEqual([]);
  });

  test('reports every policy that played, and the district', () => {
    const result = sweep({ ...base, firms: ['cooperate', 'opportunist'] });
    expect(Object.keys(result.policies).sort()).toEqual(['cooperate', 'opportunist']);
    for (const means of Object.values(result.policies)) {
      expect(means.scoreByRound).toHaveLength(12);
      expect(means.incomeByRound).toHaveLength(12);
      expect(means.scoreByRound.at(-1)).toBeCloseTo(means.finalScore, 9);
      expect(means.worstFinalScore).toBeLessThanOrEqual(means.finalScore);
    }
    const { figures } = result.district;
    expect(figures['2'] + figures['3'] + figures['4']).toBeCloseTo(1, 9);
  });

  test('keeps of a game the figure it ended as, not the one it began as', () => {
    const question = { ...base, firms: ['cooperate'] };
    const policies = dealPolicies(zhongguancun.roster, 1, question);
    const { history } = new Match({ scenario: zhongguancun, seed: 1, policies }).playToEnd();
    const { figure, incomeByRound } = playGame(question, 1);
    expect(history[0]?.figure.figure).not.toBe(history.at(-1)?.figure.figure);
    expect(figure).toBe(history.at(-1)?.figure.figure);
    expect(incomeByRound).toEqual(history.map(({ income }) => income));
  });

  test('finds the levels the rules were tuned to', () => {
    const cooperate = sweep({ ...base, firms: ['cooperate'] });
    const trader = sweep({ ...base, firms: ['trader'] });
    expect(cooperate.policies.cooperate?.finalScore).toBeGreaterThan(52);
    expect(cooperate.policies.cooperate?.finalScore).toBeLessThan(63);
    expect(trader.policies.trader?.finalScore).toBeCloseTo(17.8, 0);
    expect(cooperate.district.resilience).toBeCloseTo(1.26, 1);
  });

  test('tells the number of each game once it was played, and has the means of none', () => {
    const heard: number[] = [];
    const small = { ...base, games: 3, firms: ['solo'], parameters: { rounds: 4 } };
    sweep({ ...small, onGame: (played) => heard.push(played) });
    expect(heard).toEqual([1, 2, 3]);
    expect(meansOf([])).toMatchObject({ games: 0, rounds: 0, policies: {} });
  });

  test('has no resilience to report in a game too short to show it', () => {
    const { district, rounds } = sweep({ ...base, games: 2, firms: ['solo'], parameters: { rounds: 4 } });
    expect(rounds).toBe(4);
    expect(district.resilience).toBeUndefined();
  });
});

describe('dealing policies', () => {
  test('deals the list round the firms, shuffled by the seed', () => {
    const deal = (seed: number) =>
      dealPolicies(zhongguancun.roster, seed, { firms: ['solo', 'trader', 'merger'], ...others });
    expect(deal(1).slice(0, 8).sort()).toEqual([
      'merger',
      'merger',
      'solo',
      'solo',
      'solo',
      'trader',
      'trader',
      'trader',
    ]);
    expect(deal(1)).toEqual(deal(1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => deal(seed).join())).size).toBeGreaterThan(1);
    expect(deal(1).slice(8)).toEqual(['publish', 'publish', 'idle', 'idle']);
  });

  test('finds the street of a visitor, its institutions its own where none are named', () => {
    const street = mixedPolicies(zhongguancun.roster, 4);
    expect(dealPolicies(zhongguancun.roster, 4, { firms: 'street' })).toEqual(street);
    const withOpen = dealPolicies(zhongguancun.roster, 4, { firms: 'street', universities: 'open' });
    expect(withOpen).toEqual(street.map((policy, seat) => (seat === 8 || seat === 9 ? 'open' : policy)));
  });
});

describe('the deals of a sweep', () => {
  test('are told by kind and round', () => {
    const { deals } = sweep({ ...base, games: 5, firms: ['merger', 'trader-with-loans'] }).district;
    expect(deals.merger.games).toBe(1);
    expect(deals.loan.games).toBe(1);
    expect(deals.loan.perRound.map((made) => made > 0)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((round) => round % 4 === 1),
    );
    expect(deals.pact).toEqual({ games: 0, perRound: new Array(12).fill(0) });
  });
});

describe('numbers changed for a sweep', () => {
  const street = { scenario: zhongguancun, games: 12, seed: 1, firms: 'street' } as const;
  const dealsWith = (parameters: Partial<Parameters>) => sweep({ ...street, parameters }).district.deals;

  test('change what happens: nobody leaves, nobody is certified, nobody borrows', () => {
    const plain = dealsWith({});
    for (const kind of ['leave', 'listed', 'loan'] as const) expect(plain[kind].games, kind).toBeGreaterThan(0.4);
    expect(plain.listed.perRound.findIndex((made) => made > 0)).toBe(zhongguancun.parameters.listFrom - 1);
    expect(dealsWith({ leaveAllowed: 0 }).leave.games).toBe(0);
    expect(dealsWith({ listPlaces: 0 }).listed.games).toBe(0);
    expect(dealsWith({ loanLimit: 0 }).loan.games).toBe(0);
  });
});

describe('the temptation of a year', () => {
  test('is what trade alone brings a firm at once, the others keeping to their plans', () => {
    const policies = dealPolicies(zhongguancun.roster, 5, { firms: ['cooperate'], ...others });
    const match = new Match({ scenario: zhongguancun, seed: 5, policies });
    match.playRound();
    const own = match.plans();
    const before = match.state;
    const gain = temptation(match, 0);
    expect(match.state).toBe(before);
    const deal = own[0]?.kind === 'firm' ? own[0].deal : NO_DEAL;
    const tempted = own.map((plan, seat) =>
      seat === 0 ? { kind: 'firm' as const, trade: 6, research: 0, shares: [], deal } : plan,
    );
    const score = (plans: readonly Plan[]) => match.tryRound(plans).history.at(-1)?.scores[0] ?? 0;
    expect(gain).toBeCloseTo(score(tempted) - score(own), 9);
    expect(gain).toBeGreaterThan(0);
  });
});

describe('a match', () => {
  const policies = dealPolicies(zhongguancun.roster, 5, { firms: ['cooperate'], ...others });

  test('ends the same every time, log or no log', () => {
    const hashes = [false, true].map((keepLog) =>
      stateHash(new Match({ scenario: zhongguancun, seed: 5, policies, keepLog }).playToEnd()),
    );
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('stays where it is when a round is only tried', () => {
    const match = new Match({ scenario: zhongguancun, seed: 5, policies });
    match.playRound();
    const plans = match.plans();
    const before = match.state;
    const tried = match.tryRound(plans);
    expect(match.state).toBe(before);
    match.playRound();
    expect(match.state.history).toEqual(tried.history);
  });

  test('shifts nobody else’s luck when one plan changes', () => {
    const forced = new Match({
      scenario: zhongguancun,
      seed: 5,
      policies: dealPolicies(zhongguancun.roster, 5, { firms: ['solo'], ...others }),
      force: (seat) =>
        seat === 0 ? { kind: 'firm', trade: 0, research: 6, shares: [], deal: { kind: 'none' } } : undefined,
    });
    const free = new Match({
      scenario: zhongguancun,
      seed: 5,
      policies: dealPolicies(zhongguancun.roster, 5, { firms: ['solo'], ...others }),
    });
    const gained = (match: Match, seat: number) => match.playRound().flows?.fromCommons[seat];
    expect(gained(forced, 7)).toBe(gained(free, 7));
  });
});
