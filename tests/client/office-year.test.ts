/** The report of an office's year names seats, from real rounds of the real rules. */
import { beforeAll, expect, test } from 'vitest';
import { officeYear } from '../../client/panels/reveal/office-year.ts';
import { needTexts } from '../../client/state/language.ts';
import type { PolicyName } from '../../shared/bots/index.ts';
import type { FirmPlan, GovernmentPlan, Plan } from '../../shared/engine/plans.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { districtAt, FIRM } from './district.ts';

beforeAll(() => needTexts(['play']));

const COMMISSION = 11;
const NOTHING: GovernmentPlan = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };

function told(round: number, own: Partial<GovernmentPlan>, firms: PolicyName = 'solo', firm?: FirmPlan) {
  const { state, plans, match } = districtAt({ round, policies: firms });
  const before = viewFor(state, COMMISSION);
  const planned = plans.map((plan, seat): Plan => {
    if (seat === COMMISSION) return { ...NOTHING, ...own };
    return seat === FIRM && firm !== undefined ? firm : plan;
  });
  const view = viewFor(match.tryRound(planned), COMMISSION);
  if (view.result === undefined) throw new Error('a round was played');
  return { known: officeYear(view, before, view.result), blind: officeYear(view, undefined, view.result) };
}

test('training is reported, with what all points on it would have brought', () => {
  const { known, blind } = told(1, { training: 2 });
  expect(known).toEqual([
    expect.stringMatching(
      /^Training: all 8 firms can learn more from each other\. The street’s knowledge by it: about \+\d\.\d this year, \+\d\.\d by 1995\.$/,
    ),
    expect.stringMatching(
      /^Had all of it gone on training this year, then by 1995: that gives you \d\.\d more, and the street \d\.\d more knowledge\.$/,
    ),
  ]);
  expect(blind).toEqual(['Training: all 8 firms can learn more from each other.']);
});

test('the best use has no alternative listed, unless the street would gain', () => {
  expect(told(1, { training: 3 }).known).toHaveLength(1);
  const [, other] = told(6, { command: 2 }).known;
  expect(other).toMatch(
    /^Had all of it gone on \w+ this year, then by 1995: that gives you \d\.\d (less|more), and the street \d\.\d more knowledge\.$/,
  );
});

test('law names the pacts it protects, or says that there are none', () => {
  expect(told(1, { law: 2 }).blind).toEqual([
    'Law, now 18%: no pact was kept this year, so it had nothing to protect yet.',
  ]);
  const [law] = told(6, { law: 1 }, 'cooperate').known;
  expect(law).toMatch(
    /^Law, now 8%: it makes up for 4% of missing trust in \d+ kept pacts, .+ with .+, .+ among them\. The street’s knowledge by it: about \+/,
  );
});

test('command names whom it merged into whom, and what the street loses', () => {
  expect(told(1, { command: 3 }).known[0]).toMatch(
    /^Command: you merged \w+( \w+)? into Lakelight\. The street’s knowledge by it: about .+ this year, −\d\.\d by 1995\.$/,
  );
});

test('where the other office commands enough by itself, the year says so and claims no effect', () => {
  const { state, plans, match } = districtAt({ round: 1 });
  const planned = plans.map((plan, seat): Plan => {
    if (seat === COMMISSION) return { ...NOTHING, command: 2 };
    return plan.kind === 'government' ? { ...NOTHING, command: 3 } : plan;
  });
  const view = viewFor(match.tryRound(planned), COMMISSION);
  if (view.result === undefined) throw new Error('a round was played');
  expect(officeYear(view, viewFor(state, COMMISSION), view.result)[0]).toMatch(
    /^Command: .+ went into Lakelight\. Industrial Bureau alone gave enough for that\.$/,
  );
});

test('the fund says who asked and who got it, or that nobody asked', () => {
  expect(told(1, { fund: 2 }).blind).toEqual([
    'Fund: it holds 5; a grant takes 10. No firm asked for venture capital this year.',
  ]);
  const asking: FirmPlan = { kind: 'firm', trade: 3, research: 3, shares: [], deal: { kind: 'venture' } };
  expect(told(2, { fund: 1 }, 'solo', asking).blind[0]).toMatch(/^Fund: North Star asked for venture capital and got/);
});

test('a certificate says how its firm did', () => {
  expect(told(6, { list: [FIRM] }).known[1]).toMatch(
    /^Your certificate for North Star: it had no pact to keep\. Size .+\. It learnt about \d\.\d more by it; your score by 1995 [−+]?0\.\d\d\.$/,
  );
});

test('an unchanged fund that nobody asked is reported once', () => {
  const { state, plans, match } = districtAt({ round: 2 });
  const view = viewFor(match.tryRound(plans.map((plan, seat) => (seat === COMMISSION ? NOTHING : plan))), COMMISSION);
  const { result } = view;
  if (result === undefined) throw new Error('a round was played');
  const full = { ...view, public: { ...view.public, fund: 12 } };
  const before = viewFor(state, COMMISSION);
  const told = (fund: number) =>
    officeYear(full, { ...before, public: { ...before.public, fund } }, result).filter((one) =>
      one.startsWith('Fund:'),
    );
  expect(told(10)).toEqual(['Fund: it holds 12; a grant takes 10. No firm asked for venture capital this year.']);
  expect(told(12)).toEqual([]);
});

test('an idle office reads so, with the best alternative', () => {
  expect(told(6, {}).known).toEqual([
    'You placed no points this year.',
    expect.stringMatching(
      /^Had all of it gone on \w+ this year, then by 1995: that gives you \d\.\d more, and the street/,
    ),
  ]);
});

test('a university reads what its open lab did, and what opening it would have brought', () => {
  const { state, plans, match } = districtAt({ round: 6, policies: 'cooperate' });
  const university = 8;
  const rest = { kind: 'university', publish: 0, shelter: 0, shares: [], wishes: [], breaks: [] } as const;
  const toldOf = (own: Plan) => {
    const view = viewFor(match.tryRound(plans.map((plan, seat) => (seat === university ? own : plan))), university);
    if (view.result === undefined) throw new Error('a round was played');
    return officeYear(view, viewFor(state, university), view.result);
  };
  expect(toldOf({ ...rest, outside: 3, open: 3 })[0]).toMatch(
    /^Open lab: all 8 firms can learn more\. The street’s knowledge by it: about \+\d\.\d this year, \+\d\.\d by 1995\.$/,
  );
  expect(toldOf({ ...rest, outside: 6, open: 0 })).toEqual([
    expect.stringMatching(
      /^Had you opened the lab fully and put the rest where it scores at once, then by 1995: that gives you \d\.\d more, and the street \d+\.\d more knowledge\.$/,
    ),
  ]);
});

test('no forecast goes beyond the last year', () => {
  expect(told(11, { training: 2 }).known[0]).toMatch(/about \+\d\.\d this year, \+\d\.\d by 1995\.$/);
  expect(told(12, { training: 2 }).known[0]).toMatch(/The street’s knowledge by it: about \+\d\.\d\.$/);
  const last = told(12, { list: [FIRM] }).known.slice(1);
  expect(last).toEqual([
    expect.stringMatching(/It learnt about \d\.\d more by it; your score [−+]?0\.\d\d\.$/),
    expect.stringMatching(/^Had all of it gone on \w+ this year: that gives you/),
  ]);
});
