/** Which plans grant a firm's plea to a university or an office. */
import { expect, test } from 'vitest';
import type { Plan } from '../../shared/engine/plans.ts';
import { grants } from '../../shared/engine/pleas.ts';
import { firmPlan, governmentPlan, universityPlan } from './support.ts';

const FIRM = 2;

test.each([
  ['openLab', universityPlan({ open: 1 }), universityPlan({ open: 0.9 })],
  ['loosen', universityPlan({ shelter: 1 }), universityPlan({ shelter: 1.1 })],
  ['noOrders', governmentPlan({ command: 0.9 }), governmentPlan({ command: 1 })],
  ['takeUsIn', governmentPlan({ command: 1 }), governmentPlan({ command: 0.9 })],
  ['certify', governmentPlan({ list: [1, FIRM] }), governmentPlan({ list: [1] })],
  ['makeLaw', governmentPlan({ law: 0.1 }), governmentPlan({ law: 0 })],
] as const)('L1 %s is granted at its bound and not beside it', (plea, granting, refusing) => {
  expect(grants(granting, plea, FIRM)).toBe(true);
  expect(grants(refusing, plea, FIRM)).toBe(false);
});

test('nobody grants what is not theirs to give', () => {
  const generous: readonly Plan[] = [
    firmPlan(6, 0),
    universityPlan({ open: 6 }),
    governmentPlan({ command: 3, law: 3, list: [FIRM] }),
  ];
  const granted = (plea: Parameters<typeof grants>[1]) =>
    generous.filter((plan) => grants(plan, plea, FIRM)).map(({ kind }) => kind);
  expect(granted('openLab')).toEqual(['university']);
  expect(granted('loosen')).toEqual(['university']);
  expect(granted('takeUsIn')).toEqual(['government']);
  expect(granted('noOrders')).toEqual([]);
  expect(granted('certify')).toEqual(['government']);
  expect(granted('makeLaw')).toEqual(['government']);
  expect(grants(governmentPlan(), 'certify', FIRM)).toBe(false);
});
