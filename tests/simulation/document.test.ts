/** The tables of docs/PREDICTIONS.md: each part is printed between its marks, and all else is unchanged. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { columnsOf, PARTS, rewritten, type Tested, tasksOf } from '../../server/cli/predictions-document.ts';
import { STANDARD } from '../../shared/scenarios/index.ts';
import type { Finding } from '../../shared/simulation/predictions/index.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/PREDICTIONS.md'), 'utf8');

const finding = (what: string, figure: number, holds = true, threshold = '≥ 1', id = 'P3'): Finding => ({
  id,
  sentence: `${id} says so`,
  what,
  threshold,
  figure,
  holds,
});
const column = (name: string, seats = 12) => ({ name, scenario: STANDARD, seats, parameters: {} });
const between = (document: string, part: string) =>
  document.split(`<!-- ${part} -->`)[1]?.split(`<!-- end of ${part} -->`)[0] ?? '';

const around = (document: string, part: string) => [
  document.split(`<!-- ${part} -->`)[0],
  document.split(`<!-- end of ${part} -->`)[1],
];

test.each(PARTS)('the page has a place for %s, and only that place changes', (part) => {
  const tested: readonly Tested[] = columnsOf(part).map((one) => ({ column: one, findings: [finding('a row', 2)] }));
  const document = rewritten(DOCUMENT, part, 7, tested);
  expect(between(document, part)).toContain('_Means over 7 districts each');
  for (const other of PARTS) if (other !== part) expect(between(document, other)).toBe(between(DOCUMENT, other));
  expect(around(document, part)).toEqual(around(DOCUMENT, part));
});

test('a page without the place is a mistake, not a page to be overwritten', () => {
  expect(() => rewritten('# Another page', 'figures', 1, [])).toThrow('no part called figures');
});

test('each prediction is said in words, each row with its threshold and a figure a column', () => {
  const tested: readonly Tested[] = [
    { column: column('12 rounds'), findings: [finding('a ÷ b', 1.234), finding('a certified row', 120.6)] },
    { column: column('10 rounds'), findings: [finding('a ÷ b', -0.5, false), finding('a certified row', 1)] },
    { column: column('9 seats', 9), findings: [finding('a ÷ b', 1.1, true, '≥ 1.05')] },
  ];
  const lines = between(rewritten(DOCUMENT, 'figures', 1, tested), 'figures')
    .trim()
    .split('\n')
    .slice(2);
  expect(lines).toEqual([
    '|  |  | wanted | 12 rounds | 10 rounds | 9 seats |',
    '| --- | --- | --- | --: | --: | --: |',
    '| **P3** | **P3 says so** |  |  |  |  |',
    '|  | a ÷ b | ≥ 1 | 1.23 | **−0.50** | 1.10 (≥ 1.05) |',
    '|  | a certified row | ≥ 1 | 121 | 1.00 | – |',
  ]);
});

test('a row of other rounds is found in a district that lacks some of the rows', () => {
  const tested: readonly Tested[] = [
    { column: column('12 rounds'), findings: [finding('no such office', 1), finding('least of rounds 4, 8, 11', 2)] },
    { column: column('8, 9 seats', 9), findings: [finding('least of rounds 3, 5, 7', 3)] },
  ];
  const printed = between(rewritten(DOCUMENT, 'figures', 1, tested), 'figures');
  expect(printed).toContain(
    '|  | no such office | ≥ 1 | 1.00 | – |\n|  | least of rounds 4, 8, 11 | ≥ 1 | 2.00 | 3.00 |',
  );
});

test('a change is named with the rows it breaks, but only those that held without it', () => {
  const tested: readonly Tested[] = [
    {
      column: column('unchanged'),
      findings: [finding('a', 2), finding('b', 0, false), finding('c', 2, true, '≥ 1', 'P4')],
    },
    { column: column('upkeep × 1.2'), findings: [finding('a', 0.5, false), finding('b', 0, false), finding('c', 2)] },
  ];
  const printed = between(rewritten(DOCUMENT, 'sensitivity', 1, tested), 'sensitivity');
  expect(printed).toContain('| P3 | a (≥ 1) | upkeep × 1.2: 0.50 |');
  expect(printed).not.toContain('| P3 | b');
  expect(printed).toContain('No row of P4 is broken by any.');
});

test('the sensitivity changes every number by a fifth, whole ones by one, and leaves the length of the game alone', () => {
  const names = columnsOf('sensitivity').map(({ name }) => name);
  expect(names).toContain('marginAfter × 0.8');
  expect(names).toContain('listPlaces + 1');
  expect(names.some((name) => name.startsWith('rounds'))).toBe(false);
  const changed = columnsOf('sensitivity').find(({ name }) => name === 'marginAfter × 1.2');
  expect(changed?.parameters).toEqual({ marginAfter: STANDARD.parameters.marginAfter * 1.2 });
});

test('every column asks every prediction', () => {
  const columns = columnsOf('figures');
  const tasks = tasksOf(columns, ['P3', 'P4'], { games: 5, seed: 1 });
  expect(columns.map(({ seats }) => seats)).toEqual([12, 12, 12, 9, 9, 9]);
  expect(tasks).toHaveLength(12);
  expect(tasks[3]).toEqual({
    prediction: 'P4',
    scenario: 'zhongguancun-10',
    seats: 12,
    parameters: {},
    games: 5,
    seed: 1,
  });
});
