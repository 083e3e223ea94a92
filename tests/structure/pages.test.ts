/** No page carries the schema library: it is loaded on use. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** The only file that may use it, loaded by `import()`. */
const LATER = 'client/desk/setup/setup-request.ts';
const SCHEMAS = 'zod';

/** Static imports; types and dynamic imports do not count. */
function atOnce(text: string): readonly string[] {
  const from = /(?:^|\n)(?:import|export)\s+(?!type\b)(?:\{([^}]*)\}|[^'"`;{]*?)\s*from\s*'([^']+)'/g;
  const named = [...text.matchAll(from)].filter(
    ([, names]) => names === undefined || names.split(',').some((name) => /^\s*(?!type\b)\w/.test(name)),
  );
  const bare = [...text.matchAll(/(?:^|\n)import\s+'([^']+)'/g)];
  return [...named.map(([, , name = '']) => name), ...bare.map(([, name = '']) => name)];
}

/** The chain of imports from a file to the package; undefined without one. */
function wayTo(file: string, seen = new Set<string>()): readonly string[] | undefined {
  if (seen.has(file)) return undefined;
  seen.add(file);
  for (const name of atOnce(readFileSync(join(root, file), 'utf8'))) {
    if (name === SCHEMAS) return [file, name];
    if (!name.startsWith('.') || !/\.tsx?$/.test(name)) continue;
    const way = wayTo(normalize(join(dirname(file), name)), seen);
    if (way !== undefined) return [file, ...way];
  }
  return undefined;
}

const files = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('client', name));

test('no file of the pages brings the library of schemas with it', () => {
  const own = files.filter((file) => file !== LATER && file !== 'client/state/jitless.ts');
  expect(own.length).toBeGreaterThan(200);
  expect(own.flatMap((file) => wayTo(file)?.join(' → ') ?? [])).toEqual([]);
});

test('the check finds an import chain where there is one', () => {
  expect(wayTo(LATER)).toEqual([LATER, 'shared/protocol/setup.ts', SCHEMAS]);
  expect(
    atOnce("import { type A, b } from './x.ts';\nimport { type C } from './y.ts';\nimport type { D } from 'z';\n"),
  ).toEqual(['./x.ts']);
});
