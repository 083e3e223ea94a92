/** SPEC.md and tests agree: every rule has a test, and every quoted rule exists. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firm, planning, trustOf } from './support.ts';

const ID = /\b[SNRLGDEKMATFHCIV]\d{1,2}\b/g;
const ENGINE = new URL('../../shared/engine/', import.meta.url);

function idsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(ID));
}

const spec = readFileSync(new URL('SPEC.md', ENGINE), 'utf8');
const defined = new Set([...spec.matchAll(/^- \*\*([A-Z]\d{1,2})\*\*/gm)].map(([, id = '']) => id));

const tests = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'));
const titles = tests.flatMap((source) => [...source.matchAll(/(?:test|describe)(?:\.each\([^)]*\))?\(\s*'([^']*)'/g)]);
const quoted = idsIn(titles.map(([, title = '']) => title).join('\n'));

test('every rule of SPEC.md is quoted by a test', () => {
  expect(defined.size).toBeGreaterThan(60);
  expect([...defined].filter((id) => !quoted.has(id))).toEqual([]);
});

test('every rule a test or a parameter quotes is in SPEC.md', () => {
  const parameters = idsIn(readFileSync(new URL('parameters.ts', ENGINE), 'utf8'));
  expect([...quoted, ...parameters].filter((id) => !defined.has(id))).toEqual([]);
});

test('S2 where everyone starts', () => {
  const state = planning();
  expect(state).toMatchObject({ commons: 2, law: 0, distance: 0.45, fund: 0, pacts: [] });
  expect(firm(state, 0)).toMatchObject({ cash: 12, knowledge: 4, loans: [] });
  expect(firm(state, 8).knowledge).toBe(8);
  expect(trustOf(state, 3, 5)).toBe(0.4);
});

test('S4 the engine uses nothing that differs from machine to machine', () => {
  const banned =
    /Math\.(?:random|pow|log|log2|log10|log1p|exp|expm1|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|hypot|cbrt)\b|\bDate\b|localeCompare|\*\*|\bIntl\b/;
  const sources = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(25);
  const code = (name: string) => readFileSync(new URL(name, ENGINE), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  expect(sources.filter((name) => banned.test(code(name)))).toEqual([]);
  expect(banned.test('x = Math.pow(2, 3)')).toBe(true);
});
