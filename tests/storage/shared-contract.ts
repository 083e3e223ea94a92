/** The contract of a store for several processes. Two stores on one database stand for two processes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { ClassEntry, EventStore } from '../../server/storage/port.ts';

export interface SharedStoreUnderTest {
  /** With leases of `LEASE_MS`. */
  open(address?: string): Promise<EventStore>;
  dispose(): Promise<void>;
}

/** Short for quick tests, long enough for a busy machine. */
export const LEASE_MS = 3_000;
const NOW = 1_800_000_000_000;
const CLASS: ClassEntry = { id: 'k1', code: 'K1', kind: 'class', open: true, openedAt: NOW };

export function sharedStoreContract(name: string, make: () => Promise<SharedStoreUnderTest>): void {
  describe(`${name}: the contract of a store for several processes`, () => {
    const opened: SharedStoreUnderTest[] = [];

    async function two(): Promise<readonly [EventStore, EventStore]> {
      const place = await make();
      opened.push(place);
      return [await place.open('one:1'), await place.open('other:2')];
    }

    afterEach(async () => {
      for (const place of opened.splice(0)) await place.dispose();
    });

    test('gives a class to exactly one of many who want it', async () => {
      const [one, other] = await two();
      const leases = await Promise.all([one, other].map((store) => store.acquire('k1', NOW)));
      expect(leases.filter((lease) => lease !== undefined)).toEqual([{ fence: 1 }]);
      const holder = leases[0] === undefined ? other : one;
      expect(await one.holderOf('k1')).toEqual(holder.holder);
      expect(await other.holderOf('k1')).toEqual(holder.holder);
    });

    test('lists a class as unheld until somebody holds it, and again once it is let go of', async () => {
      const [one, other] = await two();
      await one.addClass(CLASS);
      expect((await other.unheld()).map(({ id }) => id)).toEqual(['k1']);
      await one.acquire('k1', NOW);
      expect(await other.unheld()).toEqual([]);
      await one.release('k1', 1);
      expect((await other.unheld()).map(({ id }) => id)).toEqual(['k1']);
      expect(await other.holderOf('k1')).toBeUndefined();
    });

    test('hands a class on with a higher number and the time its last holder was alive', async () => {
      const [one, other] = await two();
      await one.acquire('k1', NOW);
      await one.renew(NOW + 1_000);
      await one.release('k1', 1);
      expect(await other.acquire('k1', NOW + 5_000)).toEqual({ fence: 2, lastAlive: NOW + 1_000 });
    });

    test('writes nothing for a process that does not hold the class', async () => {
      const [one, other] = await two();
      await one.acquire('k1', NOW);
      expect(await other.append('s', 'k1', 0, ['stranger'])).toBe('conflict');
      expect(await one.append('s', 'k1', 0, ['holder'])).toBe('stored');
      expect(await other.append('elsewhere', 'k2', 0, ['free'])).toBe('stored');
    });

    test('frees the class of a silent process, and refuses what that process writes when it wakes', async () => {
      const [one, other] = await two();
      await one.addClass(CLASS);
      await one.acquire('k1', NOW);
      expect(await one.append('s', 'k1', 0, ['a'])).toBe('stored');
      expect(await other.acquire('k1', NOW)).toBeUndefined();
      await sleep(LEASE_MS + 200);
      expect(await other.unheld()).toHaveLength(1);
      expect(await other.acquire('k1', NOW)).toMatchObject({ fence: 2 });
      expect(await one.append('s', 'k1', 1, ['asleep'])).toBe('conflict');
      expect(await one.renew(NOW)).toEqual(['k1']);
      expect(await one.append('s', 'k1', 1, ['asleep still'])).toBe('conflict');
      expect(await other.append('s', 'k1', 1, ['b'])).toBe('stored');
      expect((await one.read('s')).map(({ line }) => line)).toEqual(['a', 'b']);
    });

    test('lets a holder keep an expired lease that nobody took', async () => {
      const [one] = await two();
      await one.acquire('k1', NOW);
      await sleep(LEASE_MS + 200);
      expect(await one.renew(NOW)).toEqual([]);
      expect(await one.append('s', 'k1', 0, ['a'])).toBe('stored');
    });

    test('gives each place once, whichever process asks', async () => {
      const [one, other] = await two();
      for (let seq = 0; seq < 40; seq += 1) {
        const outcomes = await Promise.all([one, other].map((store) => store.append('s', 'k9', seq, [`${seq}`])));
        expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      }
      expect(await one.read('s')).toHaveLength(40);
    });
  });
}
