/** Districts of other sizes: sums over all firms weigh the same. */
import { expect, test } from 'vitest';
import { found, parametersFor } from '../../shared/engine/founding.ts';
import { rosterFor } from '../../shared/scenarios/index.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';

const NO_CLOCK = { clockMode: 'desk', newsMs: 0, planMs: 0, revealMs: 0, talk: true } as const;

function foundedWith(seats: number, parameters = {}) {
  const actors = rosterFor(zhongguancun, seats);
  const policies = actors.map(() => 'idle');
  return found(zhongguancun, { seed: 1, settings: NO_CLOCK, actors, policies, parameters }).parameters;
}

test('S5 a district of eight firms has the scenario’s numbers, to the bit', () => {
  expect(foundedWith(12)).toEqual(zhongguancun.parameters);
  expect(parametersFor(zhongguancun, zhongguancun.roster)).toBe(zhongguancun.parameters);
});

test('S5 with four firms a pact adds twice as much to common knowledge, and half the tax buys a point', () => {
  expect(foundedWith(6)).toEqual({
    ...zhongguancun.parameters,
    commonsPerShare: 0.24,
    scoreOpen: 0.056,
    taxPerBudgetPoint: 4,
    scoreBureauCommand: 0.1,
    scoreCommissionCommand: 0.165,
    listPlaces: 2,
  });
});

test('S5 with twelve, two thirds as much, and half as much again; so do three spin-offs a university', () => {
  const { commonsPerShare, scoreOpen, scoreSpinoffProduct, taxPerBudgetPoint, scoreBureauCommand } = foundedWith(16);
  expect(commonsPerShare).toBeCloseTo(0.08, 12);
  expect(scoreOpen).toBeCloseTo(0.028 / 1.5, 12);
  expect(scoreSpinoffProduct).toBeCloseTo(0.3, 12);
  expect(taxPerBudgetPoint).toBe(12);
  expect(scoreBureauCommand).toBeCloseTo(0.3, 12);
});

test('S5 certificates and the Commission’s command go with the firms; among ten or more the first year of a pact counts', () => {
  expect(foundedWith(16)).toMatchObject({ listPlaces: 5, trustSigning: 0.5 });
  expect(foundedWith(16).scoreCommissionCommand).toBeCloseTo(0.33 * 1.5, 12);
  expect(foundedWith(14)).toMatchObject({ listPlaces: 4, trustSigning: 0.5 });
  expect(foundedWith(13)).toMatchObject({ listPlaces: 3, trustSigning: 0 });
  expect(foundedWith(4)).toMatchObject({ listPlaces: 1, trustSigning: 0 });
  expect(foundedWith(12).trustSigning).toBe(0);
});

test('S5 a university with one spin-off earns twice as much by it as by each of two', () => {
  const one = zhongguancun.roster.filter(
    ({ kind, parent }, seat) => kind !== 'firm' || parent === undefined || seat < 4,
  );
  const each = zhongguancun.parameters.scoreSpinoffProduct;
  expect(one.filter(({ parent }) => parent !== undefined)).toHaveLength(2);
  expect(parametersFor(zhongguancun, one).scoreSpinoffProduct).toBe(2 * each);
});

test('S5 a number asked for outright holds in every size', () => {
  expect(foundedWith(6, { commonsPerShare: 0.1 })).toMatchObject({ commonsPerShare: 0.1, taxPerBudgetPoint: 4 });
});

test('S5 where there are no firms, or no spin-offs, to compare, nothing is scaled by their number', () => {
  const { parameters, roster } = zhongguancun;
  const offices = roster.filter(({ kind }) => kind !== 'firm');
  const { taxPerBudgetPoint, scoreSpinoffProduct } = parametersFor(zhongguancun, offices);
  expect({ taxPerBudgetPoint, scoreSpinoffProduct }).toEqual({
    taxPerBudgetPoint: parameters.taxPerBudgetPoint,
    scoreSpinoffProduct: parameters.scoreSpinoffProduct,
  });
  const parentless = { ...zhongguancun, roster: roster.filter(({ parent }) => parent === undefined) };
  expect(parametersFor(parentless, roster).scoreSpinoffProduct).toBe(parameters.scoreSpinoffProduct);
});
