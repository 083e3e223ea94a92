/**
 * The teaching pages name existing rules of SPEC.md. Both languages have the same rules row by row, and every passage
 * in the paper's words.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const spec = read('shared/engine/SPEC.md');
const english = read('docs/teaching/mechanics.md');
const chinese = read('docs/teaching/zh/mechanics.md');

const rules = new Set([...spec.matchAll(/\*\*([A-Z]\d+)\*\*/g)].map(([, id]) => id));
const citedIn = (text: string) =>
  [...text.matchAll(/\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g)].flatMap(([, ids = '']) => ids.split(', '));
const quotedIn = (text: string) =>
  [...text.replaceAll(/\s+/g, ' ').matchAll(/“([^”]+)”/g)].map(([, quote = '']) => quote);
const rowsOf = (page: string) => page.split('\n').filter((line) => line.startsWith('|'));

describe.each([
  ['docs/teaching/mechanics.md', english],
  ['docs/teaching/zh/mechanics.md', chinese],
])('%s', (_, page) => {
  test('cites only rules there are', () => {
    const cited = citedIn(page);
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter((id) => !rules.has(id))).toEqual([]);
  });

  test('quotes briefly: fifteen words at most', () => {
    const quotes = quotedIn(page);
    expect(quotes.length).toBeGreaterThan(40);
    expect(quotes.filter((quote) => quote.split(/\s+/).length > 15)).toEqual([]);
  });
});

describe('the two languages', () => {
  test('cite the same rules and quote the same passages, row by row', () => {
    const told = (page: string) =>
      rowsOf(page).map((row) => ({
        rules: citedIn(row),
        passages: quotedIn(row).filter((quote) => /[a-z]/.test(quote)),
      }));
    expect(told(chinese)).toEqual(told(english));
  });

  test('quote the same passages below the tables', () => {
    const inChinese = new Set(quotedIn(chinese));
    expect(quotedIn(english).filter((quote) => !inChinese.has(quote))).toEqual([]);
  });
});
