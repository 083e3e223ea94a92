/** Plans as short text: an office's spending, and its certificates. */
import { beforeAll, expect, test } from 'vitest';
import { planText } from '../../client/debrief/plan-text.ts';
import { needTexts } from '../../client/state/language.ts';
import type { GovernmentPlan } from '../../shared/engine/plans.ts';

beforeAll(() => needTexts(['debrief', 'play']));

const office: GovernmentPlan = { kind: 'government', command: 0, law: 0, reform: 0, fund: 0, training: 0 };

test('an office’s plan names its points and its certificates', () => {
  expect(planText(office)).toBe('spends nothing');
  expect(planText({ ...office, law: 1, reform: 1.7, list: [2, 4, 7] })).toBe('Law 1 · Reform 1.7 · certifies 3 firms');
  expect(planText({ ...office, list: [2] })).toBe('spends nothing · certifies a firm');
});
