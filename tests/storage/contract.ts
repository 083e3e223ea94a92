/** The contract of every store; each adapter's test runs it with a function that opens one. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { ClassEntry, EventStore, KeptWords } from '../../server/storage/port.ts';

export interface StoreUnderTest {
  /** Opens the same store at each call within one test. */
  open(): Promise<EventStore>;
  dispose(): Promise<void>;
}

const NOW = 1_800_000_000_000;

function entry(id: string, changes: Partial<ClassEntry> = {}): ClassEntry {
  return { id, code: id.toUpperCase(), kind: 'class', open: true, openedAt: NOW, ...changes };
}

function wordsOf(person: string) {
  return (words: string): KeptWords => ({ words, salt: 's', text: `by ${person}`, person, kind: 'talk' });
}
const ofAda = wordsOf('ada');
const ofBo = wordsOf('bo');

export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name}: the contract of a store`, () => {
    const opened: StoreUnderTest[] = [];

    async function fresh(): Promise<StoreUnderTest> {
      const store = await make();
      opened.push(store);
      return store;
    }

    afterEach(async () => {
      for (const store of opened.splice(0)) await store.dispose();
    });

    test('reads back what was appended, in order', async () => {
      const store = await (await fresh()).open();
      expect(await store.append('s', 'c', 0, ['a', 'b'])).toBe('stored');
      expect(await store.append('s', 'c', 2, ['c'])).toBe('stored');
      expect(await store.read('s')).toEqual([
        { seq: 0, line: 'a' },
        { seq: 1, line: 'b' },
        { seq: 2, line: 'c' },
      ]);
    });

    test('knows nothing of a stream nobody wrote', async () => {
      const store = await (await fresh()).open();
      expect(await store.read('nobody')).toEqual([]);
    });

    test('keeps everything over a restart', async () => {
      const place = await fresh();
      const before = await place.open();
      await before.addClass(entry('k1'));
      await before.append('s', 'k1', 0, ['电子一条街']);
      await before.heartbeat(NOW);
      await before.close();
      const after = await place.open();
      expect(await after.read('s')).toEqual([{ seq: 0, line: '电子一条街' }]);
      expect(await after.classByCode('K1')).toMatchObject(entry('k1'));
      expect(await after.lastHeartbeat()).toBe(NOW);
    });

    test('refuses a place that is taken, and one beyond the end, and changes nothing', async () => {
      const store = await (await fresh()).open();
      await store.append('s', 'c', 0, ['a']);
      expect(await store.append('s', 'c', 0, ['other'])).toBe('conflict');
      expect(await store.append('s', 'c', 5, ['gap'])).toBe('conflict');
      expect(await store.read('s')).toEqual([{ seq: 0, line: 'a' }]);
    });

    test('stores appends that were not waited for, in the order asked', async () => {
      const store = await (await fresh()).open();
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, index) => store.append('s', 'c', index, [`${index}`])),
      );
      expect(new Set(outcomes)).toEqual(new Set(['stored']));
      expect((await store.read('s')).map(({ line }) => Number(line))).toEqual(
        Array.from({ length: 200 }, (_, index) => index),
      );
    });

    test('lets exactly one of two writers have a place', async () => {
      const store = await (await fresh()).open();
      const outcomes = await Promise.all([store.append('s', 'c', 0, ['one']), store.append('s', 'c', 0, ['two'])]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'stored']);
      expect(await store.read('s')).toHaveLength(1);
    });

    test('does not let a conflict in one stream touch another', async () => {
      const store = await (await fresh()).open();
      await store.append('a', 'c', 0, ['x']);
      const outcomes = await Promise.all([store.append('a', 'c', 0, ['again']), store.append('b', 'c', 0, ['y'])]);
      expect(outcomes).toEqual(['conflict', 'stored']);
      expect(await store.read('b')).toHaveLength(1);
    });

    test('stores many lines at once', async () => {
      const store = await (await fresh()).open();
      const lines = Array.from({ length: 2_000 }, () => randomUUID());
      expect(await store.append('s', 'c', 0, lines)).toBe('stored');
      expect((await store.read('s')).map(({ line }) => line)).toEqual(lines);
    });

    test('gives an id and a code to one class only', async () => {
      const store = await (await fresh()).open();
      expect(await store.addClass(entry('k1'))).toBe(true);
      expect(await store.addClass(entry('k2', { code: 'K1' }))).toBe(false);
      expect(await store.addClass(entry('k1', { code: 'OTHER' }))).toBe(false);
      expect(await store.classById('k2')).toBeUndefined();
    });

    test('lists classes by kind and by whether they are open', async () => {
      const store = await (await fresh()).open();
      await store.addClass(entry('k1', { openedAt: NOW + 1 }));
      await store.addClass(entry('k2', { openedAt: NOW }));
      await store.addClass(entry('p1', { kind: 'practice' }));
      await store.endClass('k1', NOW);
      expect((await store.classes({ open: true })).map(({ id }) => id).toSorted()).toEqual(['k2', 'p1']);
      expect((await store.classes({ kind: 'class' })).map(({ id }) => id)).toEqual(['k2', 'k1']);
      expect((await store.classById('k1'))?.open).toBe(false);
    });

    test('deletes a class with all its streams and no other', async () => {
      const store = await (await fresh()).open();
      await store.addClass(entry('k1'));
      await store.addClass(entry('k2'));
      await store.append('s1', 'k1', 0, ['a', 'b']);
      await store.append('s2', 'k2', 0, ['c']);
      expect(await store.deleteClass('k1', NOW)).toBe(true);
      expect(await store.deleteClass('k1', NOW)).toBe(false);
      expect(await store.read('s1')).toEqual([]);
      expect(await store.classByCode('K1')).toBeUndefined();
      expect(await store.read('s2')).toHaveLength(1);
    });

    test('stores words with the lines that mean them, and forgets one person alone', async () => {
      const store = await (await fresh()).open();
      await store.addClass(entry('k1'));
      expect(await store.append('s', 'k1', 0, ['a', 'b'], [ofAda('w1'), ofBo('w2')])).toBe('stored');
      expect(await store.append('s', 'k1', 0, ['c'], [ofAda('w3')])).toBe('conflict');
      expect(await store.wordsIn('s')).toEqual([ofAda('w1'), ofBo('w2')]);
      expect(await store.classesOf('ada')).toEqual(['k1']);
      await store.erase('k1', ['ada'], NOW);
      await store.erase('k1', ['ada'], NOW);
      expect(await store.append('s', 'k1', 2, ['late'], [ofAda('w4')])).toBe('stored');
      expect(await store.wordsIn('s')).toEqual([ofBo('w2')]);
      expect(await store.read('s')).toHaveLength(3);
      expect(await store.erasedIn('k1')).toEqual(['ada']);
      expect(await store.scrub(NOW)).toBe(true);
    });

    test('sets lines aside, and the next one goes in their place', async () => {
      const store = await (await fresh()).open();
      await store.addClass(entry('k1'));
      await store.append('s', 'k1', 0, ['a', 'damaged', 'lost']);
      expect(await store.setAside('s', 'k1', 1, 'not-json', NOW)).toBe('stored');
      expect(await store.append('s', 'k1', 1, ['b'])).toBe('stored');
      expect((await store.read('s')).map(({ line }) => line)).toEqual(['a', 'b']);
      expect(await store.asideOf('s')).toEqual([
        { seq: 1, line: 'damaged', reason: 'not-json', at: NOW },
        { seq: 2, line: 'lost', reason: 'not-json', at: NOW },
      ]);
    });

    test('puts other lines in the place of a stream', async () => {
      const store = await (await fresh()).open();
      await store.addClass(entry('k1'));
      await store.append('s', 'k1', 0, ['a', 'b']);
      expect(await store.restate('s', 'k1', ['c'], [ofAda('w1')])).toBe('conflict');
      expect(await store.restate('s', 'k1', ['c', 'd'], [ofAda('w1')])).toBe('stored');
      expect((await store.read('s')).map(({ line }) => line)).toEqual(['c', 'd']);
      expect(await store.wordsIn('s')).toEqual([ofAda('w1')]);
      expect(await store.append('s', 'k1', 2, ['e'])).toBe('stored');
    });

    test('takes nothing for a class that was deleted, however many appends were under way', async () => {
      const store = await (await fresh()).open();
      await store.addClass(entry('k1'));
      await store.append('s0', 'k1', 0, ['a']);
      const late = Array.from({ length: 40 }, (_, each) =>
        store.append(`s${each % 8}`, 'k1', 1, ['x'], [ofAda(`w${each}`)]),
      );
      const deleted = store.deleteClass('k1', NOW);
      const more = Array.from({ length: 40 }, (_, each) =>
        store.append(`t${each}`, 'k1', 0, ['y'], [ofAda(`v${each}`)]),
      );
      expect(await deleted).toBe(true);
      await Promise.all([...late, ...more]);
      expect(await store.append('s9', 'k1', 0, ['z'])).toBe('conflict');
      for (const stream of ['s0', 's1', 't0', 't39']) {
        expect(await store.read(stream)).toEqual([]);
        expect(await store.wordsIn(stream)).toEqual([]);
      }
    });

    test('remembers the last heartbeat only', async () => {
      const store = await (await fresh()).open();
      expect(await store.lastHeartbeat()).toBeUndefined();
      await store.heartbeat(NOW);
      await store.heartbeat(NOW + 1_000);
      expect(await store.lastHeartbeat()).toBe(NOW + 1_000);
    });

    test('gives a class to its process, and a higher number each time', async () => {
      const place = await fresh();
      const store = await place.open();
      await store.addClass(entry('k1'));
      expect(await store.unheld()).toEqual([entry('k1')]);
      expect(await store.acquire('k1', NOW)).toEqual({ fence: 1 });
      expect(await store.unheld()).toEqual([]);
      expect(await store.renew(NOW + 1_000)).toEqual([]);
      expect(await store.holderOf('k1')).toEqual(store.holder);
      expect(await store.append('s', 'k1', 0, ['a'])).toBe('stored');
      await store.close();
      const next = await place.open();
      expect(await next.acquire('k1', NOW + 2_000)).toEqual({ fence: 2, lastAlive: NOW + 1_000 });
      expect(await next.append('s', 'k1', 1, ['b'])).toBe('stored');
    });

    test('lets go of the lease that was meant, not of one taken since', async () => {
      const store = await (await fresh()).open();
      await store.addClass(entry('k1'));
      expect(await store.acquire('k1', NOW)).toEqual({ fence: 1 });
      const underWay = store.append('s', 'k1', 0, ['a']);
      const released = store.release('k1', 1);
      expect(await store.acquire('k1', NOW)).toMatchObject({ fence: 2 });
      await Promise.all([underWay, released]);
      expect(await store.holderOf('k1')).toEqual(store.holder);
      expect(await store.append('s', 'k1', 1, ['b'])).toBe('stored');
      await store.release('k1', 2);
      expect(await store.holderOf('k1')).toBeUndefined();
    });

    test('settles what is under way before it closes', async () => {
      const place = await fresh();
      const store = await place.open();
      const pending = store.append('s', 'c', 0, ['a']);
      await store.close();
      expect(await pending).toBe('stored');
      expect(await (await place.open()).read('s')).toHaveLength(1);
    });
  });
}
