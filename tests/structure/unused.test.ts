/** Unused texts and style classes. The last test of each shows that it can fail. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../i18n/texts.ts';

const ROOT = join(import.meta.dirname, '../..');
const TEXTS = /^shared\/i18n\/(en|zh)\//;
/** Keys read by name from a closed list; tests/i18n/closed-lists.test.ts checks them. */
const BY_LIST = ['refusals', 'roles', 'figures', 'questions', 'glossary'];
/** The map reads its texts without their namespace. */
const BARE = 'map';

function read(files: readonly string[]): string {
  return files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
}

const code = read(
  globSync('{client,server,shared}/**/*.{ts,tsx}', { cwd: ROOT }).filter((file) => !TEXTS.test(file)),
).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*/gm, '');
const quoted = new Set([...code.matchAll(/'([\w.-]+)'/g)].map(([, name = '']) => name));
/** A template's gap may be filled by a string or a field's name. */
const words = new Set(code.match(/[\w-]+/g));

/** Template literals as regular expressions that capture their gaps. */
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
  // In `chip with-${look}` only the last word is dynamic.
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
