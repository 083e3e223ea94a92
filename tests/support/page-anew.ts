/** For files that share a thread: each has the page's modules anew, and must leave the thread's globals as they were. */
import { afterAll, vi } from 'vitest';

function globals(): ReadonlyMap<string, unknown> {
  const found = Object.entries(Object.getOwnPropertyDescriptors(globalThis));
  return new Map(found.map(([name, { value }]): [string, unknown] => [name, value]));
}

vi.resetModules();
const before = globals();

afterAll(() => {
  const left = [...globals()].filter(([name, value]) => {
    // Node puts some in place when they are first read, and Vitest marks its own.
    if (name.startsWith('__') || (before.has(name) && before.get(name) === undefined)) return false;
    return !Object.is(before.get(name), value);
  });
  if (left.length === 0) return;
  const names = left.map(([name]) => name).join(', ');
  throw new Error(`This file leaves ${names} to those after it. Tests that change globals belong in tests/page.`);
});
