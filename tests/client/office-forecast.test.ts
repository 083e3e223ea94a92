/** What an office reads of its choices: they differ, and the rules themselves turn out the same way. */
import { beforeAll, describe, expect, test } from 'vitest';
import { tradeOff } from '../../client/panels/trade-off.ts';
import { needTexts } from '../../client/state/language.ts';
import { movedBySeal, officeForecast, pointEffects } from '../../client/state/office-forecast.ts';
import type { GovernmentPlan, PolicyInstrument } from '../../shared/engine/plans.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { Match } from '../../shared/simulation/match.ts';
import { districtAt, SCENARIO } from './district.ts';

beforeAll(() => needTexts(['play']));

const COMMISSION = 11;
const NOTHING: GovernmentPlan = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };

function viewAt(round: number, policies: 'cooperate' | 'solo' = 'solo', seat = COMMISSION) {
  return viewFor(districtAt({ round, policies }).state, seat);
}

/** What the street really learns in three years of the same plan, in a district of bots. */
function learnt(plan: GovernmentPlan): number {
  const policies = SCENARIO.roster.map(({ kind }) => {
    if (kind === 'firm') return 'solo';
    return kind === 'university' ? 'publish' : 'idle';
  });
  const match = new Match({
    scenario: SCENARIO,
    seed: 1,
    policies,
    force: (seat) => (seat === COMMISSION ? plan : undefined),
  });
  for (let year = 0; year < 3; year++) match.playRound();
  return match.state.history.reduce((sum, { innovation }) => sum + innovation, 0);
}

describe('in 1984', () => {
  const view = viewAt(1);
  const all = (use: PolicyInstrument) => ({ ...NOTHING, [use]: 2 });
  const street = (use: PolicyInstrument) => officeForecast(view, all(use))?.plan.street ?? Number.NaN;

  test('training and reform teach the street, command costs it, law and the fund wait', () => {
    expect(street('training')).toBeGreaterThan(street('reform') + 1);
    expect(street('reform')).toBeGreaterThan(1);
    expect(street('command')).toBeLessThan(-0.5);
    expect(street('law')).toBe(0);
    expect(street('fund')).toBe(0);
  });

  test('three years of bots turn out the way it says, and by about as much', () => {
    const none = learnt(NOTHING);
    for (const use of ['training', 'reform', 'command'] as const) {
      const really = learnt(all(use)) - none;
      expect(Math.sign(really), use).toBe(Math.sign(street(use)));
      expect(Math.abs(really), use).toBeGreaterThan(Math.abs(street(use)) / 3);
      expect(Math.abs(really), use).toBeLessThan(Math.abs(street(use)) * 3);
    }
  });

  test('the other pole of the choice is told beside it', () => {
    expect(officeForecast(view, all('training'))?.instead).toMatchObject({ use: 'command' });
    const { use, score = 0, street: lost = 0 } = officeForecast(view, all('training'))?.instead ?? {};
    expect(use).toBe('command');
    expect(score).toBeGreaterThan(1);
    expect(lost).toBeLessThan(-3);
    expect(tradeOff(score, lost)).toMatch(/^that gives you \d\.\d more, and the street \d\.\d less knowledge\.$/);
    expect(officeForecast(view, all('command'))?.instead.use).toBe('training');
    expect(tradeOff(0.01, -0.01)).toBeUndefined();
  });
});

test('law is worth something where pacts are kept', () => {
  expect(pointEffects(viewAt(6, 'cooperate'))?.uses.law?.street).toBeGreaterThan(0.2);
  expect(pointEffects(viewAt(1))?.uses.law?.street).toBe(0);
});

test('a seal costs the Commission tax this year, and the street learns by it', () => {
  const moved = movedBySeal(viewAt(6), NOTHING, 1);
  expect(moved?.now).toBeLessThan(0);
  expect(moved?.street).toBeGreaterThan(1);
});

test('a university reads what the first point of an open lab brings; a firm has no such numbers', () => {
  expect(pointEffects(viewAt(1, 'solo', 8))?.uses.open?.now).toBeGreaterThan(0.1);
  expect(pointEffects(viewAt(1, 'solo', 1))).toBeUndefined();
});

test('a university reads what the street learns by an open lab, and what papers would bring instead', () => {
  const university = 8;
  const view = viewAt(1, 'cooperate', university);
  const rest = { kind: 'university', outside: 0, shelter: 0, shares: [], wishes: [], breaks: [] } as const;
  const opened = officeForecast(view, { ...rest, publish: 3, open: 3 });
  const closed = officeForecast(view, { ...rest, publish: 6, open: 0 });
  expect(opened?.plan.street).toBeGreaterThan(1);
  expect(opened?.instead).toMatchObject({ use: 'publish' });
  expect(opened?.instead.street).toBeCloseTo(-(opened?.plan.street ?? Number.NaN));
  expect(closed?.plan.street).toBeCloseTo(0);
  expect(closed?.instead).toMatchObject({ use: 'open' });
  expect(closed?.instead.street).toBeCloseTo(opened?.plan.street ?? Number.NaN);
});
