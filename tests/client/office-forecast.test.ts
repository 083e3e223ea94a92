/** An office's forecasts differ by choice, and the rules confirm them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { tradeOff } from '../../client/panels/plan/trade-off.ts';
import { needTexts } from '../../client/state/language.ts';
import { effectsOf, instead, movedBySeals, officeForecast } from '../../client/state/office-forecast.ts';
import { mixedPolicies } from '../../shared/bots/street.ts';
import {
  type GovernmentPlan,
  IDLE_UNIVERSITY,
  type Plan,
  type PolicyInstrument,
  type UniversityPlan,
} from '../../shared/engine/plans.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { Match } from '../../shared/simulation/match.ts';
import { districtAt, SCENARIO } from './district.ts';

beforeAll(() => needTexts(['play']));

const BUREAU = 10;
const COMMISSION = 11;
const UNIVERSITY = 8;
const NOTHING: GovernmentPlan = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };
const ENABLING = ['reform', 'training'] as const satisfies readonly PolicyInstrument[];

function viewAt(round: number, policies: 'cooperate' | 'solo' = 'solo', seat = COMMISSION) {
  return viewFor(districtAt({ round, policies }).state, seat);
}

/** The street's real knowledge gain until the end after one year's plan, with bots. */
function learnt(plan: GovernmentPlan): number {
  const policies = SCENARIO.roster.map(({ kind }) => {
    if (kind === 'firm') return 'solo';
    return kind === 'university' ? 'publish' : 'idle';
  });
  const force = (seat: number, round: number) => (seat === COMMISSION && round === 1 ? plan : undefined);
  const { history } = new Match({ scenario: SCENARIO, seed: 1, policies, force }).playToEnd();
  return history.reduce((sum, { innovation }) => sum + innovation, 0);
}

describe('in 1984', () => {
  const view = viewAt(1);
  const all = (use: PolicyInstrument) => ({ ...NOTHING, [use]: 2 });
  const street = (use: PolicyInstrument) => officeForecast(view, all(use))?.street ?? Number.NaN;

  test('training and reform teach the street, command costs it, law and the fund wait', () => {
    expect(street('training')).toBeGreaterThan(street('reform') + 1);
    expect(street('reform')).toBeGreaterThan(1);
    expect(street('command')).toBeLessThan(-0.3);
    expect(street('law')).toBe(0);
    expect(street('fund')).toBe(0);
  });

  test('a game of bots turns out the way it says, and by about as much', () => {
    const none = learnt(NOTHING);
    for (const use of ENABLING) {
      const really = learnt(all(use)) - none;
      expect(really, use).toBeGreaterThan(street(use) / 3);
      expect(really, use).toBeLessThan(street(use) * 3);
    }
  });

  test('command pays at once, and training more by the end', () => {
    const { uses = {} } = effectsOf(view, []) ?? {};
    const { command, training } = uses;
    expect(command?.now).toBeGreaterThan((training?.now ?? Number.NaN) + 0.4);
    expect(command?.score).toBeLessThan((training?.score ?? Number.NaN) - 0.4);
    expect(command?.street).toBeLessThan(0);
  });

  test('every use of the whole budget is told beside the plan', () => {
    const told = instead(view, all('command'));
    expect(told.map(({ use }) => use)).toEqual(['command', 'law', 'reform', 'fund', 'training']);
    const training = told.find(({ use }) => use === 'training');
    expect(tradeOff(training?.score ?? 0, training?.street ?? 0)).toMatch(
      /^that gives you \d\.\d more, and the street \d+\.\d more knowledge\.$/,
    );
    expect(tradeOff(0.01, -0.01)).toBeUndefined();
  });
});

/** The end of a game after one year's plan, while everybody else plans as before. */
function ending(match: Match, plans: readonly Plan[], plan: Plan, office = COMMISSION) {
  const branch = match.branch();
  branch.playRound(plans.map((own, seat) => (seat === office ? plan : own)));
  const { history } = branch.playToEnd();
  return {
    score: history.at(-1)?.scores[office] ?? Number.NaN,
    street: history.reduce((sum, { innovation }) => sum + innovation, 0),
  };
}

function really(match: Match, plans: readonly Plan[], plan: Plan): number {
  return ending(match, plans, plan).score;
}

/** A mixed street in the plan phase of a round. */
function streetAt(round: number, seed: number, office: number, habit: (budget: number) => GovernmentPlan) {
  const force = (seat: number, _round: number, _own: () => Plan, view: () => { readonly budget: number }) =>
    seat === office ? habit(view().budget) : undefined;
  const match = new Match({ scenario: SCENARIO, seed, policies: mixedPolicies(SCENARIO.roster, seed), force });
  while (match.state.round < round) match.playRound();
  const plans = match.plans();
  return { match, plans, view: viewFor(match.state, office) };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const tenths = (budget: number) => Math.floor(budget * 10 + 1e-9) / 10;
const trains = (budget: number): GovernmentPlan => ({ ...NOTHING, training: tenths(budget) });

test('on a mixed street the forecast of 1987 gives nearly the best choice', () => {
  const games = Array.from({ length: 12 }, (_, seed) => seed + 1).map((seed) => {
    const match = new Match({ scenario: SCENARIO, seed, policies: mixedPolicies(SCENARIO.roster, seed) });
    while (match.state.round < 4) match.playRound();
    const plans = match.plans();
    const view = viewFor(match.state, COMMISSION);
    const { uses = {}, points = 0 } = effectsOf(view, []) ?? {};
    const ends = Object.keys(uses).map((use) => ({ use, end: really(match, plans, { ...NOTHING, [use]: points }) }));
    const best = Math.max(...ends.map(({ end }) => end));
    const followed = Object.entries(uses).reduce((most, one) => (one[1].score > most[1].score ? one : most))[0];
    return {
      lost: best - (ends.find(({ use }) => use === followed)?.end ?? Number.NaN),
      command: best - really(match, plans, { ...NOTHING, command: points }),
    };
  });
  const mean = (of: (game: (typeof games)[number]) => number) =>
    games.reduce((sum, one) => sum + of(one), 0) / games.length;
  expect(mean(({ lost }) => lost)).toBeLessThan(mean(({ command }) => command) / 2);
});

test('a university is told of its next point: once three open the lab, a fourth gains others more than itself', () => {
  const view = viewFor(districtAt({ round: 8, policies: 'cooperate', universities: 'open' }).state, UNIVERSITY);
  const open = (placed?: UniversityPlan) => effectsOf(view, [], placed)?.uses.open;
  const first = open()?.now ?? Number.NaN;
  expect(open({ ...IDLE_UNIVERSITY, open: 2 })?.now).toBeCloseTo(first, 1);
  expect(open({ ...IDLE_UNIVERSITY, open: 3 })?.now).toBeLessThan(first / 10);
  expect(open({ ...IDLE_UNIVERSITY, open: 3 })?.street).toBeGreaterThan(0.5);
});

test('law is worth something where pacts are kept', () => {
  expect(effectsOf(viewAt(6, 'cooperate'), [])?.uses.law?.street).toBeGreaterThan(0.05);
  expect(effectsOf(viewAt(1), [])?.uses.law?.street).toBe(0);
});

test('a certificate costs the Commission tax and teaches the street', () => {
  const moved = movedBySeals(viewAt(6), NOTHING, [1]).get(1);
  expect(moved?.now).toBeLessThan(0);
  expect(moved?.street).toBeGreaterThan(0.3);
  const given = movedBySeals(viewAt(6), { ...NOTHING, list: [1] }, [1]).get(1);
  expect(given?.street).toBeCloseTo(moved?.street ?? Number.NaN);
});

test('held firms are assumed to leave once command ends or they are certified', () => {
  const { state } = districtAt({ round: 5, governments: 'command' });
  const [held] = state.firms.flatMap(({ forced }, seat) => (forced ? [seat] : []));
  if (held === undefined) throw new Error('command has taken firms');
  const view = viewFor(state, COMMISSION);
  const free = state.firms.findIndex(({ owner }, seat) => owner === undefined && state.actors[seat]?.kind === 'firm');
  const moved = movedBySeals(view, NOTHING, [held, free]);
  expect(moved.get(held)?.street).not.toBeCloseTo(moved.get(free)?.street ?? Number.NaN);
});

test('a university reads what a point brings on each use, and on a partner; a firm has no such numbers', () => {
  const told = effectsOf(viewAt(1, 'solo', UNIVERSITY), []);
  expect(told?.uses.open?.now).toBeGreaterThan(0.1);
  expect(told?.uses.publish?.now).toBeCloseTo(0.8);
  expect(effectsOf(viewAt(1, 'solo', 1), [])).toBeUndefined();
});

test('a university reads what the street learns by an open lab, and what papers would bring instead', () => {
  const view = viewAt(1, 'cooperate', UNIVERSITY);
  const rest = { kind: 'university', outside: 0, shelter: 0, shares: [], wishes: [], breaks: [] } as const;
  const opened = { ...rest, publish: 3, open: 3 };
  const closed = { ...rest, publish: 6, open: 0 };
  expect(officeForecast(view, opened)?.street).toBeGreaterThan(1);
  expect(officeForecast(view, closed)?.street).toBeCloseTo(0);
  const papers = instead(view, opened).find(({ use }) => use === 'publish');
  expect(papers?.street).toBeCloseTo(-(officeForecast(view, opened)?.street ?? Number.NaN));
});

test('instead of an open lab papers are told, and work outside only where that scores more', () => {
  const view = viewAt(1, 'solo', UNIVERSITY);
  const plan = IDLE_UNIVERSITY;
  const first = (changed: object) => {
    const told = instead({ ...view, public: { ...view.public, changed } }, plan);
    return told.map(({ use }) => use)[0];
  };
  const scores = (scorePublish: number, scoreOutside: number) => first({ scorePublish, scoreOutside });
  expect([scores(0.2, 0.1), scores(0.2, 0.2), scores(0.2, 0.3)]).toEqual(['publish', 'publish', 'outside']);
  expect(instead({ ...view, public: { ...view.public, scenario: 'elsewhere' } }, plan)).toEqual([]);
});

test('an open lab takes no more than opens it fully, and no more than there is', () => {
  const plan = IDLE_UNIVERSITY;
  const opened = (budget: number, scoreOpenFull: number) => {
    const view = viewAt(1, 'solo', UNIVERSITY);
    const told = instead({ ...view, budget, public: { ...view.public, changed: { scoreOpenFull } } }, plan);
    const own = (publish: number, open: number) => {
      const whole = { ...plan, publish, open };
      return officeForecast({ ...view, budget, public: { ...view.public, changed: { scoreOpenFull } } }, whole);
    };
    return [
      told.find(({ use }) => use === 'open')?.score,
      own(budget - Math.min(budget, scoreOpenFull), Math.min(budget, scoreOpenFull))?.score,
    ];
  };
  for (const full of [2, 6, 9]) {
    const [told, own] = opened(6, full);
    expect(told).toBeCloseTo(own ?? Number.NaN, 10);
  }
});

test('the forecast of law in 1987 is between half and all of its effect', () => {
  const cases = SEEDS.map((seed) => {
    const { match, plans, view } = streetAt(4, seed, COMMISSION, trains);
    const { uses = {}, points = 0 } = effectsOf(view, []) ?? {};
    const led = ending(match, plans, { ...NOTHING, law: points });
    const without = ending(match, plans, NOTHING);
    return { told: uses.law?.score ?? Number.NaN, real: led.score - without.score };
  });
  const real = meanOf(cases.map((one) => one.real));
  const told = meanOf(cases.map((one) => one.told));
  expect(told).toBeGreaterThan(real / 2);
  expect(told).toBeLessThan(real);
});

test('the forecast of a certificate has the right sign before and after 1991', () => {
  for (const [round, least, most] of [
    [6, -0.12, 0.05],
    [8, 0.02, 0.2],
  ] as const) {
    const cases = SEEDS.flatMap((seed) => {
      const { match, plans, view } = streetAt(round, seed, COMMISSION, trains);
      const plan = trains(view.budget);
      const without = ending(match, plans, plan);
      const told = movedBySeals(view, plan, [0, 1]);
      return [0, 1].map((firm) => ({
        told: told.get(firm)?.score ?? Number.NaN,
        real: ending(match, plans, { ...plan, list: [firm] }).score - without.score,
      }));
    });
    for (const mean of [meanOf(cases.map((one) => one.told)), meanOf(cases.map((one) => one.real))]) {
      expect(mean).toBeGreaterThan(least);
      expect(mean).toBeLessThan(most);
    }
  }
});

test('a bureau that has commanded so far reads what one more year of it holds back', () => {
  const commands = (budget: number): GovernmentPlan => ({ ...NOTHING, command: tenths(budget) });
  const told = SEEDS.map((seed) => {
    const { view } = streetAt(5, seed, BUREAU, commands);
    return effectsOf(view, [])?.uses.command?.street ?? Number.NaN;
  });
  expect(meanOf(told)).toBeLessThan(-0.5);
});
