/** The page for teachers names rules by number; a number that SPEC.md does not have would send them nowhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/teaching/mechanics.md'), 'utf8');
const spec = readFileSync(join(root, 'shared/engine/SPEC.md'), 'utf8');

const rules = new Set([...spec.matchAll(/\*\*([A-Z]\d+)\*\*/g)].map(([, id]) => id));
const cited = [...page.matchAll(/\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g)].flatMap(([, ids = '']) => ids.split(', '));

describe('docs/teaching/mechanics.md', () => {
  it('cites only rules there are', () => {
    expect(cited.length).toBeGreaterThan(30);
    expect(cited.filter((id) => !rules.has(id))).toEqual([]);
  });

  it('quotes briefly: fifteen words at most', () => {
    const quotes = [...page.matchAll(/“([^”]+)”/g)].map(([, quote = '']) => quote);
    expect(quotes.length).toBeGreaterThan(40);
    expect(quotes.filter((quote) => quote.split(/\s+/).length > 15)).toEqual([]);
  });
});
