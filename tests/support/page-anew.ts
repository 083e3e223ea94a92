/** For test files that share a thread: gives each fresh page modules, and restores the thread's globals. */
import { afterAll, vi } from 'vitest';

function globals(): ReadonlyMap<string, unknown> {
  const found = Object.entries(Object.getOwnPropertyDescriptors(globalThis));
  return new Map(found.map(([name, { value }]): [string, unknown] => [name, value]));
}

vi.resetModules();
const before = globals();

afterAll(() => {
  const left = [...globals()].filter(([name, value]) => {
    // Node defines some globals on first use, and Vitest marks its own.
    if (name.startsWith('__') || (before.has(name) && before.get(name) === undefined)) return false;
    return !Object.is(before.get(name), value);
  });
  if (left.length === 0) return;
  const names = left.map(([name]) => name).join(', ');
  throw new Error(`This file leaves ${names} to those after it. Tests that change globals belong in tests/page.`);
});
