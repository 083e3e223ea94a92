/** The model's results for a few fixed seeds in every scenario: any changed number, rule or measure shows here. */
import { describe, expect, test } from 'vitest';
import { SCENARIOS, STANDARD } from '../../shared/scenarios/index.ts';
import { rosterFor } from '../../shared/scenarios/roster-for.ts';
import { alternativesFor } from '../../shared/simulation/alternatives.ts';
import { casesOf, ROLES, weigh } from '../../shared/simulation/choices.ts';
import { firstYears, neighbourOf } from '../../shared/simulation/first-years.ts';
import { Match } from '../../shared/simulation/match.ts';
import { dealPolicies, type Population, STREET } from '../../shared/simulation/populations.ts';
import { testPredictions } from '../../shared/simulation/predictions/index.ts';
import { sweep } from '../../shared/simulation/sweep.ts';
import { expectTold } from '../support/told.ts';

const POPULATIONS: readonly (readonly [name: string, population: Population])[] = [
  ['street', { firms: STREET }],
  ['cooperate', { firms: ['cooperate'], universities: 'open', bureau: 'enable', bez: 'zone' }],
  ['merger', { firms: ['merger', 'merger-until-shock'], universities: 'shelter', bureau: 'command', bez: 'fund' }],
  ['capital', { firms: ['trader-with-capital', 'survival-first-with-venture', 'solo-with-foreign'], bez: 'fund' }],
  ['mixed', { firms: ['tit-for-tat', 'opportunist', 'imitator', 'best-reply'], bureau: 'command-early' }],
];

describe.each(SCENARIOS)('$id', (scenario) => {
  test('comes to the same figures with the same seeds', async () => {
    const means = POPULATIONS.map(([name, population]) => ({
      name,
      ...sweep({ scenario, games: 3, seed: 40, ...population, temptation: name === 'mixed' }),
    }));
    const years = scenario.roster.flatMap(({ kind }, seat) =>
      kind === 'firm' ? [firstYears(scenario, seat, neighbourOf(scenario.roster, seat))] : [],
    );
    await expectTold(`simulation/${scenario.id}`, { means, years });
  });

  test('holds its predictions to the same figures with the same seeds', async () => {
    const findings = testPredictions({ scenario, games: 2, seed: 40 });
    await expectTold(
      `simulation/predictions-${scenario.id}`,
      findings.map(
        ({ id, what, figure, threshold }) => `${id} ${what}: ${Number(figure.toPrecision(6))} (${threshold})`,
      ),
    );
  });
});

test.each([
  ['dear-pacts', { foreignFrom: 11, shockRound: 11, keptShare: 2, pactCost: 1, startTrust: 0.1 }],
  ['no-foreign-capital', { foreignLimit: 0 }],
] as const)('predictions come to the same figures where other numbers make some fail: %s', async (name, parameters) => {
  const findings = testPredictions({ scenario: STANDARD, games: 2, seed: 60, parameters });
  expect(new Set(findings.map(({ holds }) => holds))).toEqual(new Set([true, false]));
  await expectTold(
    `simulation/predictions-${name}`,
    findings.map(
      ({ id, what, figure, holds }) => `${id} ${what}: ${Number(figure.toPrecision(6))}${holds ? '' : ', fails'}`,
    ),
  );
});

test('a district of any size is cut from the roster as it was', async () => {
  const rosters = Array.from({ length: 13 }, (_, place) => rosterFor(STANDARD, place + 4));
  await expectTold(
    'simulation/rosters',
    rosters.map((roster) =>
      roster.map(({ name, kind, parent }) => `${kind} ${Object.values(name)[0]} ${parent ?? '-'}`),
    ),
  );
  const games = [4, 6, 16].map((seats) => {
    const roster = rosterFor(STANDARD, seats);
    return sweep({ scenario: STANDARD, roster, games: 2, seed: 7, firms: STREET }).district;
  });
  await expectTold('simulation/sizes', games);
});

test('what hangs on one year’s plan is weighed as it was', async () => {
  const match = () =>
    new Match({ scenario: STANDARD, seed: 5, policies: dealPolicies(STANDARD.roster, 5, { firms: STREET }) });
  let branches = 0;
  const cases = casesOf(match(), () => {
    branches += 1;
  });
  expect(branches).toBe(cases.reduce((sum, { ends }) => sum + ends.length, 0));
  const later = match();
  while (later.state.round < 9) later.playRound();
  const plans = later.plans();
  await expectTold('simulation/choices', {
    cases,
    weights: ROLES.map((role) => [role, weigh(cases.filter((one) => one.role === role))]),
    alternatives: later.state.actors.map(({ seat }) => alternativesFor(later.state, plans, seat)),
  });
});
