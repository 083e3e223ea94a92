/**
 * Every call of the store and every log line while classes are opened, kept, lost, taken over and erased. The test
 * controls time.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { LEASE_MS } from '../../server/storage/port.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { BEGAN, Calls, passes, short } from '../support/calls.ts';
import { drawn } from '../support/counted-secrets.ts';
import type { Faults } from '../support/memory-store.ts';
import { expectTold } from '../support/told.ts';

const DAY_MS = 24 * 3_600_000;

vi.mock('../../server/access/secrets.ts', async (original) => {
  const { countedSecrets } = await import('../support/counted-secrets.ts');
  return countedSecrets(await original());
});

beforeEach(() => {
  drawn.count = 0;
  vi.useFakeTimers({ now: BEGAN });
});
afterEach(() => void vi.useRealTimers());

interface Process {
  readonly registry: ClassRegistry;
  readonly faults: Faults;
}

class Town extends Calls {
  /** A process of this name, with recorded store calls and logs. */
  process(name: string, keepMs = 30 * DAY_MS): Process {
    const { store, log, faults } = this.disk(name);
    const registry = new ClassRegistry({ store, log, now: () => Date.now(), botPace: 1 }, keepMs);
    registry.onClosing(({ id }) => this.say(`${name} closes ${id}`));
    registry.onTakenOver(({ id }) => this.say(`${name} took over ${id}`));
    return { registry, faults };
  }
}

function choices(request: OpenRequest = {}) {
  const chosen = readChoices({ seatsPerDistrict: 4, clockMode: 'desk', ...request });
  if ('refused' in chosen) throw new Error(chosen.refused);
  return chosen;
}

const named = (classrooms: readonly { readonly id: string }[]) => classrooms.map(({ id }) => id);

describe('a registry', () => {
  test('records a heartbeat each second, looks for what nobody holds, and sweeps every five minutes', async () => {
    const town = new Town();
    const { registry, faults } = town.process('a');
    await town.step('opens', async () => named(await registry.open()));
    await town.step('three seconds', () => passes(3_000));
    let go: () => void = () => undefined;
    faults.heartbeat = () => new Promise((resolve) => (go = () => resolve(undefined)));
    await town.step('a heartbeat that takes three seconds', () => passes(3_000));
    delete faults.heartbeat;
    await town.step('and is there', async () => {
      go();
      await passes(1_000);
    });
    faults.renew = () => Promise.reject(new Error('no disk'));
    await town.step('a heartbeat that fails', () => passes(1_000));
    delete faults.renew;
    await town.step('as long as a lease', () => passes(LEASE_MS - 1_000));
    await town.step('and a heartbeat more', () => passes(1_000));
    faults.unheld = () => Promise.reject(new Error('no disk'));
    await town.step('a look that fails', () => passes(1_000));
    faults.unheld = () => new Promise((resolve) => (go = () => resolve([])));
    await town.step('a look that takes three seconds', () => passes(3_000));
    delete faults.unheld;
    await town.step('and is over', async () => {
      go();
      await passes(1_000);
    });
    faults.heartbeat = faults.renew = faults.unheld = () => new Promise(() => undefined);
    await town.step('until the sweep', () => passes(300_000 - (Date.now() - BEGAN) - 1));
    faults.classes = () => Promise.reject(new Error('no disk'));
    await town.step('a sweep that fails', () => passes(1));
    for (const name of ['heartbeat', 'renew', 'unheld', 'classes'] as const) delete faults[name];
    await town.step('closes', () => registry.close());
    await town.step('an hour later', () => passes(3_600_000));
    town.say(`${vi.getTimerCount()} timers`);
    await expectTold('server/registry-heartbeats', town.told);
  });

  test('opens classes under codes and ids of their own', async () => {
    const town = new Town();
    const { registry, faults } = town.process('a');
    const opens = async (...given: Parameters<ClassRegistry['openClass']>) =>
      (await registry.openClass(...given))?.id ?? 'none';
    await town.step('a class', () => opens(choices()));
    await town.step('a practice', () => opens(choices(), 'practice'));
    await town.step('with links', () => opens(choices(), 'class', { assistantLink: 'one', projectorLink: 'two' }));
    let times = 0;
    faults.acquire = () => (times++ === 0 ? Promise.resolve(undefined) : undefined);
    await town.step('whose id is held', () => opens(choices()));
    delete faults.acquire;
    times = 0;
    faults.addClass = () => (times++ === 0 ? Promise.resolve(false) : undefined);
    await town.step('whose code is taken', () => opens(choices()));
    faults.addClass = () => Promise.resolve(false);
    const before = town.told.length;
    await town.step('where all codes are taken', () => opens(choices()));
    const calls = town.told.splice(before + 5);
    town.told.push(`and so on: ${calls.length}, ${calls.at(-1)}`);
    delete faults.addClass;
    times = 0;
    faults.append = () => (times++ === 0 ? Promise.resolve('conflict') : undefined);
    await town.step('whose stream is there', () => opens(choices()));
    faults.append = () => Promise.resolve('unavailable');
    await town.step('where nothing is stored', () => opens(choices()));
    delete faults.append;
    await town.step('found by code', async () => (await registry.byCode(' code2'))?.id);
    await town.step('by an unknown code', () => registry.byCode('CODE99'));
    await town.step('by id', async () => (await registry.byId('k1'))?.id);
    await town.step('by an unknown id', () => registry.byId('k99'));
    await town.step('held', async () => named(await registry.loadedClasses()));
    await town.step('on record', async () => Object.keys((await registry.onRecord('k1')) ?? {}));
    await town.step('not on record', () => registry.onRecord('k99'));
    await town.step('deletes', () => registry.deleteClass('k1'));
    await town.step('deletes again', () => registry.deleteClass('k1'));
    await town.step('what is gone', async () => [await registry.byCode('CODE2'), await registry.byId('k1')]);
    faults.release = () => Promise.reject(new Error('no disk'));
    await town.step('cannot let go of a lease', () => registry.deleteClass('k3'));
    await expectTold('server/registry-opens', town.told);
    await registry.close();
  });

  test('holds a class alone, loses it, and takes over what a process that is gone has left', async () => {
    const town = new Town();
    const [one, two] = [town.process('a'), town.process('b')];
    await one.registry.open();
    await two.registry.open();
    town.told.length = 0;
    await town.step('a opens a class', async () => (await one.registry.openClass(choices()))?.id);
    const where = async () => [
      await one.registry.elsewhere('k1'),
      await two.registry.elsewhere('k1'),
      await two.registry.elsewhere('k9'),
    ];
    await town.step('where it is', where);
    await town.step('b asks for it', () => two.registry.byId('k1'));
    await town.step('b has it on record', async () => (await two.registry.onRecord('k1'))?.state?.opened.code);
    await town.step('a is alone for a while', () => passes(2_000));
    one.faults.heartbeat = () => Promise.reject(new Error('no disk'));
    town.told.push('— a falls silent');
    for (let second = 1; second <= 9; second += 1) await town.step(`second ${second}`, () => passes(1_000));
    await town.step('where it is', where);
    delete one.faults.heartbeat;
    one.faults.renew = () => {
      delete one.faults.renew;
      return Promise.resolve(['k1', 'k9']);
    };
    await town.step('a is back, and has lost it', () => passes(1_000));
    await town.step('where it is', where);
    await town.step('a second later', () => passes(1_000));
    town.memory.streams.set('class:k1', [{ seq: 0, line: '{}' }]);
    await two.registry.close();
    await town.step('b has closed; its class is damaged', () => passes(8_000));
    await town.step('and a says so', () => one.registry.byId('k1'));
    town.memory.leases.delete('k1');
    one.faults.read = () => Promise.reject(new Error('no disk'));
    await town.step('cannot be read', () => passes(1_000));
    await expectTold('server/registry-leases', town.told);
    await one.registry.close();
  });

  test('takes up what is open when it begins, and gives back the time it was away', async () => {
    const town = new Town();
    const first = town.process('a');
    await first.registry.open();
    const timed = choices({ clockMode: 'clock', newsMs: 20_000 });
    const classroom = await first.registry.openClass(timed);
    await first.registry.openClass(choices(), 'practice');
    await classroom?.join('Ada', 'token');
    await classroom?.desk({ type: 'startClass' }, 'd1');
    await passes(5_000);
    const deadline = () => (town.memory.streams.get('district:k1-1') ?? []).map(({ line }) => short(line));
    town.told.push(deadline().join(' | '));
    await first.registry.close();
    await passes(30_000);
    town.told.length = 0;
    const again = town.process('b');
    await town.step('opens', async () => named(await again.registry.open()));
    await town.step('what came of it', deadline);
    const taken = await again.registry.byId('k1');
    town.told.push(`${(taken?.session(1)?.deadline ?? 0) - Date.now()} ms are left`);
    await taken?.desk({ type: 'endClass' }, 'd2');
    await again.registry.close();
    const entry = town.memory.classes.get('k1');
    if (entry !== undefined) town.memory.classes.set('k1', { ...entry, open: true });
    await passes(LEASE_MS);
    const third = town.process('c');
    await town.step('takes up one that has ended, and is listed as open', async () =>
      named(await third.registry.open()),
    );
    await third.registry.close();
    await expectTold('server/registry-begins', town.told);
  });

  test('deletes, ends and lets go of what is over, to the millisecond', async () => {
    const town = new Town();
    const { registry, faults } = town.process('a', 10 * DAY_MS);
    expect([registry, town.process('b', 10.5 * DAY_MS).registry].map(({ keptDays }) => keptDays)).toEqual([10, 11]);
    const opens = async (kind: 'class' | 'practice' | 'dry-run' = 'class') =>
      (await registry.openClass(choices(), kind))?.id ?? '';
    const ids = [await opens(), await opens(), await opens('practice'), await opens('dry-run'), await opens()];
    const [ended = '', , , , visited = ''] = ids;
    await (await registry.byId(ended))?.desk({ type: 'endClass' }, 'd1');
    (await registry.byId(visited))?.arrive('somebody');
    town.told.length = 0;
    const sweeps = async (what: string, ms: number) => {
      vi.setSystemTime(BEGAN + ms);
      await town.step(`${what}: sweeps`, () => registry.sweep());
      await town.step('listed', async () => (await registry.listed()).map(({ entry }) => entry.id));
      await town.step('held', async () => named(await registry.loadedClasses()));
    };
    await sweeps('at once', 0);
    await sweeps('after a day', DAY_MS);
    await sweeps('and a millisecond', DAY_MS + 1);
    await sweeps('after ten days', 10 * DAY_MS);
    await sweeps('and a millisecond', 10 * DAY_MS + 1);
    await sweeps('after twenty', 20 * DAY_MS + 2);
    const another = await opens();
    (await registry.byId(another))?.close();
    await registry.close();
    town.memory.streams.set(`class:${another}`, [{ seq: 0, line: '{}' }]);
    await sweeps('a damaged one after forty', 40 * DAY_MS);
    const unreadable = await opens();
    await registry.close();
    faults.read = () => Promise.reject(new Error('no disk'));
    await sweeps('one that cannot be read after sixty', 60 * DAY_MS);
    town.say(unreadable);
    await expectTold('server/registry-sweeps', town.told);
  });

  test('forgets whom the store knows to be erased, and overwrites what was removed', async () => {
    const town = new Town();
    const { registry, faults } = town.process('a');
    const classroom = await registry.openClass(choices());
    const joined = await classroom?.join('Ada', 'token');
    const player = joined?.ok === true ? joined.player.id : '';
    town.told.length = 0;
    for (const person of [player, 'p-nobody']) town.memory.erasures.push({ classId: 'k1', person, at: 0 });
    await town.step('sweeps', () => registry.sweep());
    await town.step('sweeps again', () => registry.sweep());
    town.say(`${classroom?.state.players.length} players, ${[...(classroom?.state.erased ?? [])].join()}`);
    faults.scrub = () => Promise.resolve(false);
    await town.step('cannot overwrite', () => registry.scrub());
    await town.step('and tries again', () => passes(2_500));
    await town.step('asked twice', async () => [await registry.scrub(), await registry.scrub()]);
    await town.step('is one try', () => passes(1_000));
    faults.scrub = () => Promise.reject(new Error('no disk'));
    await town.step('fails', () => passes(1_000));
    delete faults.scrub;
    await town.step('and can', () => passes(5_000));
    faults.scrub = () => Promise.resolve(false);
    await town.step('cannot', () => registry.scrub());
    await registry.close();
    await town.step('is closed', () => passes(5_000));
    await town.step('asked when it is closed', () => registry.scrub());
    await town.step('tries no more', () => passes(5_000));
    town.say(`${vi.getTimerCount()} timers`);
    await expectTold('server/registry-forgets', town.told);
  });
});
