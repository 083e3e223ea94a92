/** Texts that nothing shows and style classes that nothing wears. The last test of each shows that it can fail. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../i18n/texts.ts';

const ROOT = join(import.meta.dirname, '../..');
const TEXTS = /^shared\/i18n\/(en|zh)\//;
/** Read by name from a closed list: tests/i18n/closed-lists.test.ts holds the two together. */
const BY_LIST = ['refusals', 'roles', 'figures', 'questions', 'glossary'];
/** The map's words are asked for without their namespace. */
const BARE = 'map';

function read(files: readonly string[]): string {
  return files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
}

const code = read(
  globSync('{client,server,shared}/**/*.{ts,tsx}', { cwd: ROOT }).filter((file) => !TEXTS.test(file)),
).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*/gm, '');
const quoted = new Set([...code.matchAll(/'([\w.-]+)'/g)].map(([, name = '']) => name));
/** What fills the gaps of a template may be a string, or the name of a field. */
const words = new Set(code.match(/[\w-]+/g));

/** Template literals, each as an expression that captures what fills its gaps. */
function templatesIn(source: string): readonly RegExp[] {
  const bodies = new Set([...source.matchAll(/`([a-zA-Z][^`\s]*\$\{[^`]*)`/g)].map(([, body = '']) => body));
  return [...bodies].map((body) => {
    const parts = body.split(/\$\{[^}]*\}/).map((part) => part.replace(/[^\w-]/g, '\\$&'));
    return new RegExp(`^${parts.join('([\\w-]+)')}$`);
  });
}

function filled(name: string, templates: readonly RegExp[]): boolean {
  return templates.some((template) => {
    const gaps = template.exec(name)?.slice(1);
    return gaps?.every((gap) => words.has(gap)) === true;
  });
}

describe('texts', () => {
  const templates = templatesIn(code);
  const isAsked = (key: string) => {
    const [space = '', name = ''] = key.replace(/_(one|other)$/, '').split('.');
    const asked = space === BARE ? name : `${space}.${name}`;
    return BY_LIST.includes(space) || quoted.has(asked) || filled(asked, templates);
  };

  test('each is asked for by its key, whole or from parts', () => {
    const unasked = textsOf('en').filter(({ key }) => !isAsked(key));
    expect(unasked.map(({ key }) => key)).toEqual([]);
  });

  test('one that nothing names is noticed', () => {
    expect(['plan.title-that-nobody-shows', 'map.unasked', 'coaching.unasked'].filter(isAsked)).toEqual([]);
    expect(['plan.done', 'coaching.news', 'map.keyTree'].filter(isAsked)).toHaveLength(3);
  });
});

describe('style classes', () => {
  const pages = read(globSync('{client,scripts}/**/*.{ts,tsx,html}', { cwd: ROOT }));
  const styles = read(globSync('client/**/*.css', { cwd: ROOT })).replace(
    /\/\*[\s\S]*?\*\/|@import[^;]*;|url\([^)]*\)/g,
    '',
  );
  const worn = new Set(pages.match(/[\w-]+/g));
  // `chip with-${look}`: only the last word of a template is made of parts.
  const prefixes = [...pages.matchAll(/([a-z][a-z-]*-)\$\{/g)].map(([, prefix = '']) => prefix);
  const isWorn = (name: string) => worn.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
  const unworn = (sheet: string) => [...new Set(sheet.match(/(?<=\.)[a-z][\w-]*/g))].filter((name) => !isWorn(name));

  test('each is worn by something on a page', () => {
    expect(unworn(styles)).toEqual([]);
  });

  test('one that nothing wears is noticed', () => {
    expect(unworn('.nobody-wears-this, .button { margin: 0.5rem }')).toEqual(['nobody-wears-this']);
  });
});
