/** Store calls in a registry whose store is slow: no answer and no next step comes before the calls it needs are done. The test controls time. */
import { afterEach, beforeEach, describe, test, vi } from 'vitest';
import type { Recorded } from '../../server/aggregate/ledger.ts';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { attachWords, textsOf } from '../../server/classroom/stored/own-words.ts';
import { NO_LINK } from '../../server/classroom/stored/stream.ts';
import { LEASE_MS, type StoredLine } from '../../server/storage/port.ts';
import { linked } from '../../shared/log/links.ts';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { FINALE_STEPS } from '../../shared/protocol/stages.ts';
import { BEGAN, Calls, type Disk, passes, short, whilePassing } from '../support/calls.ts';
import { drawn } from '../support/counted-secrets.ts';
import type { Memory } from '../support/memory-store.ts';
import { expectTold } from '../support/told.ts';

const DAY_MS = 24 * 3_600_000;
const TAKES_MS = 5;

vi.mock('../../server/access/secrets.ts', async (original) => {
  const { countedSecrets } = await import('../support/counted-secrets.ts');
  return countedSecrets(await original());
});

beforeEach(() => {
  drawn.count = 0;
  vi.useFakeTimers({ now: BEGAN });
});
afterEach(() => void vi.useRealTimers());

class Town extends Calls {
  readonly disks: Disk[] = [];
  asked = 0;

  /** With `takesMs` 0 the store is immediate, to prepare what a test starts from. */
  registry(name: string, takesMs = TAKES_MS): ClassRegistry {
    const disk = this.disk(name, takesMs);
    this.disks.push(disk);
    const registry = new ClassRegistry({ ...disk, now: () => Date.now(), botPace: 1_000 }, 10 * DAY_MS);
    registry.onClosing(({ id }) => this.say(`${name} closes ${id}`));
    return registry;
  }

  get faults(): Disk['faults'] {
    return this.disks.at(-1)?.faults ?? {};
  }

  async opened(registry: ClassRegistry, request: OpenRequest = {}): Promise<Classroom> {
    const choices = readChoices({ seatsPerDistrict: 4, clockMode: 'desk', ...request });
    if ('refused' in choices) throw new Error(choices.refused);
    let made: Classroom | undefined;
    await this.waits('a class is opened', async () => {
      made = await registry.openClass(choices);
      return made?.id;
    });
    if (made === undefined) throw new Error('it opens');
    return made;
  }

  desk(classroom: Classroom, action: DeskRequestAction): Promise<void> {
    this.asked += 1;
    const id = `d${this.asked}`;
    return this.waits(action.type, () => classroom.desk(action, id));
  }
}

function playerOf(classroom: Classroom, name: string): string {
  return classroom.state.players.find((player) => player.name === name)?.id ?? 'nobody';
}

/** The lines of a class as older versions wrote them: with the texts inside. */
function withTexts(memory: Memory, stream: string): StoredLine[] {
  const texts = textsOf(memory.words.get(stream) ?? []);
  let link = NO_LINK;
  return (memory.streams.get(stream) ?? []).map(({ seq, line }) => {
    const { link: _, ...record } = JSON.parse(line);
    const older = linked<Recorded>({ ...record, events: attachWords(record.events, texts) }, link);
    link = older.link ?? link;
    return { seq, line: JSON.stringify(older) };
  });
}

describe('a registry whose store takes its time', () => {
  test('answers when a class, its people and its districts are on the disk', async () => {
    const town = new Town();
    const registry = town.registry('a');
    const classroom = await town.opened(registry, { leftovers: 'mirror' });
    for (const name of ['Ada', 'Bo', 'Chen', 'Dai', 'Eva'])
      await town.waits(`${name} joins`, async () => (await classroom.join(name, `token ${name}`)).ok);
    for (const { id } of classroom.state.players) classroom.arrive(id);
    await town.desk(classroom, { type: 'seatClass' });
    await town.waits('one comes late', async () => (await classroom.join('Fu', 'token Fu')).ok);
    await town.waits('and is here', () => classroom.arrive(playerOf(classroom, 'Fu')));
    await town.desk(classroom, { type: 'startClass' });
    await town.desk(classroom, { type: 'advance' });
    await town.desk(classroom, { type: 'freeze', question: 'Why?' });
    await town.desk(classroom, { type: 'thaw' });
    const ada = playerOf(classroom, 'Ada');
    const { district = 1, seat = 0 } = classroom.state.placements.get(ada) ?? {};
    await town.waits('words', () =>
      classroom.session(district)?.act(seat, ada, { id: 'r1', round: 1, action: { type: 'say', text: 'Oh' } }),
    );
    await town.desk(classroom, { type: 'takeDown', district, line: 1 });
    await town.desk(classroom, { type: 'handToBot', player: ada });
    await town.desk(classroom, { type: 'undo' });
    const mirror = [...classroom.state.mirrors.keys()][0] ?? 'nobody';
    await town.waits('a mirror asks', () => classroom.student(mirror, { type: 'raiseHand', text: 'Me' }));
    await town.waits('one is erased', () => registry.erasePerson(classroom.id, playerOf(classroom, 'Bo')));
    await town.desk(classroom, { type: 'lastRound', on: true });
    await town.desk(classroom, { type: 'advance' });
    await town.desk(classroom, { type: 'stepFinale', to: 'count' });
    await town.desk(classroom, { type: 'advance' });
    for (const to of FINALE_STEPS) await town.desk(classroom, { type: 'stepFinale', to });
    await town.desk(classroom, { type: 'endClass' });
    await town.desk(classroom, { type: 'advance' });
    await town.desk(classroom, { type: 'openDebrief', on: true });
    await town.desk(classroom, { type: 'stepFinale', to: 'count' });
    await town.desk(classroom, { type: 'endClass' });
    await town.waits('deletes', () => registry.deleteClass(classroom.id));
    await town.waits('closes', () => registry.close());
    await expectTold('server/slow-class', town.told);
  });

  test('practises once the district is there, and refuses where it cannot be', async () => {
    const town = new Town();
    const registry = town.registry('a');
    const wish = { token: 'token', name: 'Ada', seat: 3, scenario: undefined, seed: 4 };
    const practises = (what: string, more: Partial<typeof wish> = {}) =>
      town.waits(what, async () => {
        const made = await registry.practise({ ...wish, ...more });
        return 'refused' in made ? made : [made.classroom.id, made.classroom.state.opened.scenario, made.seat];
      });
    await practises('plays alone');
    await practises('in the last seat', { seat: 11 });
    await practises('in one that is not there', { seat: 12 });
    await practises('without a name', { name: ' ' });
    const classroom = await registry.byId('k1');
    town.faults.append = (stream: string) =>
      stream.startsWith('district:') ? Promise.resolve('unavailable') : undefined;
    await practises('whose district cannot be kept');
    const other = await town.opened(registry);
    await town.waits('nor begins', () => other.begin('game'));
    await town.waits('nor for the desk', () => other.desk({ type: 'startClass' }, 'd1'));
    delete town.faults.append;
    await town.waits('begins once more', () => other.begin('game'));
    await town.waits('the first ends', () => classroom?.endUntouched());
    await town.waits('closes', () => registry.close());
    await expectTold('server/slow-practice', town.told);
  });

  test('takes up what is open before it says that it is alive, and gives back the time since it last was', async () => {
    const town = new Town();
    const first = town.registry('a', 0);
    const classroom = await town.opened(first, { clockMode: 'clock', newsMs: 60_000 });
    await classroom.join('Ada', 'token');
    await classroom.desk({ type: 'startClass' }, 'd1');
    await town.waits('is alive', () => first.open(), 2_500);
    await town.waits('is gone', () => first.close());
    town.memory.erasures.push({ classId: classroom.id, person: playerOf(classroom, 'Ada'), at: 0 });
    // Nobody knows any more who held it.
    town.memory.leases.clear();
    town.told.length = 0;
    await passes(30_000);
    const registry = town.registry('b');
    await town.waits('opens', async () => (await registry.open()).map(({ id }) => id));
    const again = await registry.byId(classroom.id);
    town.say(`until ${short(again?.session(1)?.deadline)}, without ${[...(again?.state.erased ?? [])].length}`);
    await town.waits('closes', () => registry.close());
    await expectTold('server/slow-beginning', town.told);
  });

  test('opens under another code when the first is taken and all of it is gone', async () => {
    const town = new Town();
    const registry = town.registry('a');
    let times = 0;
    town.faults.addClass = () => (times++ < 2 ? Promise.resolve(false) : undefined);
    await town.opened(registry);
    await town.waits('closes', () => registry.close());
    await expectTold('server/slow-codes', town.told);
  });

  test('sweeps one after another', async () => {
    const town = new Town();
    const registry = town.registry('a');
    const [ended, damaged, here] = [
      await town.opened(registry),
      await town.opened(registry),
      await town.opened(registry),
    ];
    for (const name of ['Ada', 'Bo']) await whilePassing(() => here.join(name, `token ${name}`));
    await whilePassing(() => ended.desk({ type: 'endClass' }, 'd1'));
    await whilePassing(() => registry.close());
    town.memory.streams.set(`class:${damaged.id}`, [{ seq: 0, line: '{}' }]);
    await passes(10 * DAY_MS + LEASE_MS);
    const next = town.registry('b');
    town.told.length = 0;
    await town.waits('is asked for twice at once', async () => {
      const both = await Promise.all([1, 2].map(() => next.byId(here.id)));
      return both.map((each) => each?.id);
    });
    const again = await next.byId(here.id);
    again?.arrive(playerOf(here, 'Bo'));
    town.memory.erasures.push({ classId: here.id, person: playerOf(here, 'Ada'), at: 0 });
    await town.waits('sweeps', () => next.sweep());
    town.faults.classesOf = () => Promise.resolve([here.id]);
    await town.waits('erases', () => next.erasePerson(here.id, playerOf(here, 'Bo')));
    await whilePassing(() => next.close());
    await expectTold('server/slow-sweep', town.told);
  });

  test('erases somebody from older lines only after these are restated with what landed meanwhile', async () => {
    const town = new Town();
    const registry = town.registry('a');
    const classroom = await town.opened(registry);
    const { id } = classroom;
    for (const name of ['Ada', 'Bo']) await whilePassing(() => classroom.join(name, `token ${name}`));
    await town.desk(classroom, { type: 'startClass' });
    const [ada, bo] = ['Ada', 'Bo'].map((name) => playerOf(classroom, name));
    town.memory.streams.set(`class:${id}`, withTexts(town.memory, `class:${id}`));
    town.memory.words.clear();
    const erases = (what: string, person = '') => town.waits(what, () => registry.erasePerson(id, person));
    town.told.length = 0;
    town.faults.restate = () => Promise.resolve('unavailable');
    await erases('cannot be restated', ada);
    delete town.faults.restate;
    setTimeout(async () => (await registry.byId(id))?.join('Chen', 'token Chen'), 32);
    await erases('one comes meanwhile', ada);
    await erases('of lines that are restated', bo);
    town.say(`${(await registry.byId(id))?.state.players.map(({ name }) => name)}`);
    town.say(`${town.memory.words.get(`class:${id}`)?.length} texts beside the lines`);
    await whilePassing(() => registry.close());
    await expectTold('server/slow-restating', town.told);
  });

  test('stops the clock of a district that opens when its class is let go of', async () => {
    const town = new Town();
    const registry = town.registry('a');
    const classroom = await town.opened(registry, { clockMode: 'clock', newsMs: 20_000 });
    await whilePassing(() => classroom.join('Ada', 'token'));
    const asked = classroom.desk({ type: 'startClass' }, 'd1');
    await passes(8);
    town.told.length = 0;
    await town.waits('closes', () => registry.close());
    await town.waits('is answered', () => asked);
    await town.waits('a minute', () => passes(60_000));
    town.say(`${vi.getTimerCount()} timers`);
    await expectTold('server/slow-close', town.told);
  });

  test('lets go of what it lost before it looks for what nobody holds', async () => {
    const town = new Town();
    const [registry, other] = [town.registry('a'), town.registry('b', 0)];
    const theirs = await town.opened(other, { clockMode: 'clock', newsMs: 10_000 });
    const { id } = theirs;
    await theirs.join('Ada', 'token');
    await theirs.desk({ type: 'startClass' }, 'd1');
    await other.close();
    await passes(LEASE_MS + 1);
    await whilePassing(() => registry.open());
    const [disk] = town.disks;
    town.told.length = 0;
    town.say(`held: ${(await registry.loadedClasses()).map((each) => each.id)}`);
    if (disk !== undefined) {
      disk.faults.renew = () => {
        delete disk.faults.renew;
        town.memory.leases.set(id, { holder: 'c', fence: 9, until: Number.POSITIVE_INFINITY, lastAlive: 0 });
        return Promise.resolve([id, 'k9']);
      };
    }
    await town.waits('a heartbeat', () => passes(1_000));
    await town.waits('as long as news take', () => passes(10_000));
    await town.waits('closes', () => registry.close());
    await expectTold('server/slow-heartbeat', town.told);
  });
});
