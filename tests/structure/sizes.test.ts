/** Limits of size: 100 lines a function, 400 lines a file. The last test shows that both can fail. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const LINES_OF_A_FILE = 400;
const LINES_OF_A_FUNCTION = 100;
const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

const SOURCES = globSync('{shared,server,client,scripts,bench}/**/*.{ts,tsx,mjs}', { cwd: ROOT });
const TESTS = globSync('tests/**/*.{ts,tsx}', { cwd: ROOT });

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function linesIn(source: string): number {
  return source.trimEnd().split('\n').length;
}

/** `file:line` of each function that is too long. */
function longFunctions(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && 'start' in node && 'end' in node && FUNCTIONS.includes(String(node.type))) {
      const lines = linesIn(source.slice(Number(node.start), Number(node.end)));
      const line = linesIn(`${source.slice(0, Number(node.start))}.`);
      if (lines > LINES_OF_A_FUNCTION) found.push(`${file}:${line}, ${lines} lines`);
    }
    for (const child of Object.values(node)) walk(child);
  };
  // Shorter files cannot have a longer function.
  if (linesIn(source) > LINES_OF_A_FUNCTION) walk(parseSync(file, source).program);
  return found;
}

describe('sizes', () => {
  test('no file is too long', () => {
    const long = [...SOURCES, ...TESTS].filter((file) => linesIn(read(file)) > LINES_OF_A_FILE);
    expect(long).toEqual([]);
  });

  test('no function is too long', () => {
    expect(SOURCES.flatMap((file) => longFunctions(file, read(file)))).toEqual([]);
  });

  test('a function of 101 lines is noticed, wherever it stands', () => {
    const body = (lines: number) => `{\n${'  call();\n'.repeat(lines - 2)}}`;
    expect(longFunctions('a.ts', `const a = 1;\nconst b = { c: () => ${body(101)} };\n`)).toEqual([
      'a.ts:2, 101 lines',
    ]);
    expect(longFunctions('a.ts', `\nfunction a() ${body(100)}\nclass B { c() ${body(101)} }\n`)).toHaveLength(1);
    expect(SOURCES.length).toBeGreaterThan(400);
  });
});
