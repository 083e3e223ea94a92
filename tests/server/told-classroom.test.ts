/**
 * One class from its first visitor to its end: what it stores, logs, tells and answers while its store fails at times.
 * The test controls time.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { newLinks } from '../../server/classroom/setup/opening.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { BEGAN, Calls, type Disk, passes } from '../support/calls.ts';
import { drawn } from '../support/counted-secrets.ts';
import { goldenText } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';

vi.mock('../../server/access/secrets.ts', async (original) => {
  const { countedSecrets } = await import('../support/counted-secrets.ts');
  return countedSecrets(await original());
});

beforeEach(() => {
  drawn.count = 0;
  vi.useFakeTimers({ now: BEGAN });
});
afterEach(() => void vi.useRealTimers());

const AWAY = () => Promise.resolve('unavailable');

class School extends Calls {
  readonly disk_: Disk = this.disk('a');
  readonly registry = new ClassRegistry({ ...this.disk_, now: () => Date.now(), botPace: 1_000 }, 86_400_000);
  asked = 0;

  get faults(): Disk['faults'] {
    return this.disk_.faults;
  }

  async opens(request: OpenRequest = {}): Promise<Classroom> {
    const choices = readChoices({ seatsPerDistrict: 4, clockMode: 'desk', ...request });
    if ('refused' in choices) throw new Error(choices.refused);
    const classroom = await this.registry.openClass(choices, 'class', newLinks(choices));
    if (classroom === undefined) throw new Error('it opens');
    classroom.onChange(() => this.say('changed'));
    classroom.onOwnChange(() => this.say('changed itself'));
    return classroom;
  }

  asks(classroom: Classroom, action: DeskRequestAction, id?: string): Promise<unknown> {
    this.asked += 1;
    return classroom.desk(action, id ?? `d${this.asked}`);
  }
}

function playerOf(classroom: Classroom, name: string): string {
  return classroom.state.players.find((player) => player.name === name)?.id ?? 'nobody';
}

function shown(classroom: Classroom): string {
  const { phase, stage, players } = classroom.state;
  const places = players.map(({ id, name }) => {
    const { district, seat } = classroom.state.placements.get(id) ?? {};
    const here = classroom.isOnline(id) ? '!' : '';
    return `${name}${here} ${district ?? '-'}/${seat ?? '-'}`;
  });
  return `${phase} ${stage} [${places.join(', ')}] ${classroom.openCount} ${classroom.anybodyHere}`;
}

describe('a class', () => {
  test('at its door', async () => {
    const school = new School();
    const classroom = await school.opens({ roster: ['Gu', 'Ho'], research: true });
    const links = [...Array(20).keys()].map((each) => `link${each}`);
    school.told.length = 0;
    await school.step('one joins', () => classroom.join('Ada', 't1'));
    await school.step('again', () => classroom.join('Ada', 't1'));
    await school.step('twice at once', () => Promise.all([classroom.join('Bo', 't2'), classroom.join('Bo', 't2')]));
    await school.step('of the same name', () => classroom.join('Ada', 't3'));
    await school.step('with a word on research', () => classroom.join('Chen', 't4', undefined, false));
    await school.step('without a name', () => classroom.join(' ', 't5'));
    for (const link of links) {
      const joined = await classroom.join('', `t-${link}`, link);
      if (joined.ok) school.say(`${link} is ${joined.player.name}`);
    }
    await school.step('by an unknown link', () => classroom.join('', 't6', 'nothing'));
    await school.step('again by the same link', () => classroom.join('', 't-link5', 'link5'));
    await school.step('known, and by a link', () => classroom.join('', 't1', 'nothing'));
    school.faults.append = AWAY;
    await school.step('cannot be kept', () => classroom.join('Dai', 't7'));
    await school.step('nor anything else', () => school.asks(classroom, { type: 'startClass' }));
    await school.step('by a student', () => classroom.student(playerOf(classroom, 'Ada'), { type: 'raiseHand' }));
    await school.step('whoever is known is', () => classroom.join('Ada', 't1'));
    await school.step('an end that cannot be kept', () => classroom.endUntouched());
    await school.step('an erasure that cannot', () => classroom.erase(playerOf(classroom, 'Bo')));
    await school.step('a beginning that cannot', () => classroom.begin('game'));
    await school.step('a repair that cannot', () => classroom.replaced(1, 3));
    delete school.faults.append;
    await school.step('is kept again', () => passes(500));
    await school.step('can join', () => classroom.join('Dai', 't7'));
    await school.step('a code to come back', () =>
      school.asks(classroom, { type: 'issueReentry', player: playerOf(classroom, 'Dai') } as never),
    );
    await school.step('comes back by a wrong one', () => classroom.reenter('WRONG', 't8'));
    await school.step('a hand', () => classroom.student(playerOf(classroom, 'Ada'), { type: 'raiseHand', text: 'Me' }));
    for (const what of ['lowers it', 'and again'])
      await school.step(what, () => classroom.student(playerOf(classroom, 'Ada'), { type: 'lowerHand' }));
    school.say(shown(classroom));
    await school.registry.close();
    await expectTold('server/classroom-door', school.told);
  });

  test('in its districts', async () => {
    const school = new School();
    const classroom = await school.opens({ pace: 'together', leftovers: 'observe' });
    for (const [place, name] of ['Ada', 'Bo', 'Chen', 'Dai', 'Eva', 'Fu', 'Gao', 'Hu'].entries()) {
      await classroom.join(name, `t${place}`);
      classroom.arrive(playerOf(classroom, name));
    }
    school.told.length = 0;
    school.faults.wordsIn = (stream: string) =>
      stream.endsWith('-2') ? Promise.reject(new Error('no disk')) : undefined;
    await school.step('starts, and one district cannot be opened', () =>
      school.asks(classroom, { type: 'startClass' }),
    );
    await school.step('is', () => shown(classroom));
    await school.step('until it is tried again', () => passes(1_999));
    await school.step('tried', () => passes(1));
    delete school.faults.wordsIn;
    await school.step('and is there', () => passes(2_000));
    await school.step('is', () => shown(classroom));
    const at = (name: string) => classroom.state.placements.get(playerOf(classroom, name));
    const first = classroom.state.players.filter(({ name }) => at(name)?.district === 1);
    await school.step('the first district comes', () => {
      for (const { id } of first) classroom.session(1)?.arrive(classroom.state.placements.get(id)?.seat ?? 0, id);
    });
    await school.step('goes on', () => school.asks(classroom, { type: 'advance', district: 1 }));
    await school.step('goes on everywhere', () => school.asks(classroom, { type: 'advance' }));
    await school.step('the same again', () => school.asks(classroom, { type: 'advance' }, 'd3'));
    await school.step('stops in one', () => school.asks(classroom, { type: 'pause', district: 1 }));
    await school.step('stops everywhere', () => school.asks(classroom, { type: 'pause' }));
    await school.step('and again', () => school.asks(classroom, { type: 'pause' }));
    await school.step('goes on', () => school.asks(classroom, { type: 'resume' }));
    for (const district of [2, 3])
      await school.step(`takes down in ${district}`, () =>
        school.asks(classroom, { type: 'takeDown', district, line: 1 }),
      );
    await school.step('one comes late', async () => {
      const joined = await classroom.join('Ida', 't9');
      if (joined.ok) classroom.arrive(joined.player.id);
      await passes(0);
    });
    await school.step('is', () => shown(classroom));
    await school.step('leaves', () => classroom.leave(playerOf(classroom, 'Ida')));
    await school.step('is erased', () => classroom.erase(playerOf(classroom, 'Bo')));
    await school.step('again', () => classroom.erase('p-nobody'));
    await school.step('is', () => shown(classroom));
    school.faults.endClass = () => Promise.reject(new Error('no disk'));
    await school.step('ends, and the catalogue does not hear', () => school.asks(classroom, { type: 'endClass' }));
    delete school.faults.endClass;
    await school.step('ends once more', () => classroom.endUntouched());
    await school.step('joins what has ended', () => classroom.join('Jo', 't10'));
    classroom.onChange(() => {
      throw new Error('by the test');
    });
    await school.step('a listener that fails', () => classroom.arrive(playerOf(classroom, 'Ada')));
    classroom.close();
    await school.step('closed', () => classroom.arrive(playerOf(classroom, 'Chen')));
    await school.registry.close();
    await passes(10_000);
    school.say(`${vi.getTimerCount()} timers`);
    await expectTold('server/classroom-districts', school.told);
  });

  test('of mirrors, one by one, and of homework, until it is due', async () => {
    const school = new School();
    const classroom = await school.opens({ leftovers: 'mirror', seatsPerDistrict: 4 });
    for (const [place, name] of ['Ada', 'Bo', 'Chen', 'Dai', 'Eva'].entries()) {
      await classroom.join(name, `t${place}`);
      classroom.arrive(playerOf(classroom, name));
    }
    await school.asks(classroom, { type: 'startClass' });
    await school.asks(classroom, { type: 'advance' });
    school.told.length = 0;
    const [mirror = 'nobody'] = classroom.state.mirrors.keys();
    const plan = {
      type: 'filePlan',
      plan: { kind: 'firm', trade: 6, research: 0, shares: [], deal: { kind: 'none' } },
    } as const;
    const request = { id: 'r1', round: 1, action: plan };
    await school.step('a mirror plans', () => classroom.mirrorPlan(mirror, request));
    await school.step('another round', () => classroom.mirrorPlan(mirror, { ...request, round: 2 }));
    await school.step('who is none', () => classroom.mirrorPlan(playerOf(classroom, 'nobody'), request));
    school.faults.append = AWAY;
    await school.step('cannot be kept', () => classroom.mirrorPlan(mirror, request));
    await school.step('nor another', () => classroom.mirrorPlan(mirror, request));
    await school.step('nor answered', () => classroom.student(mirror, { type: 'raiseHand' }));
    delete school.faults.append;
    await school.step('until it can', () => passes(500));
    school.say(
      `${classroom.questionsFor(mirror)?.questions.length ?? 'none'} ${classroom.questionsFor('nobody') ?? 'none'}`,
    );
    await school.registry.close();
    await expectTold('server/classroom-mirrors', school.told);
  });

  test('whose district is damaged is mended as far as it can be', async () => {
    const school = new School();
    const classroom = await school.opens();
    await classroom.join('Ada', 't1');
    await school.asks(classroom, { type: 'startClass' });
    await school.asks(classroom, { type: 'advance' });
    const { registry, memory } = school;
    const id = classroom.id;
    const stream = `district:${id}-1`;
    const whole = memory.streams.get(stream) ?? [];
    const torn = [...whole.slice(0, -1), { seq: whole.length - 1, line: '{"torn' }];
    const as = (lines: typeof whole) => {
      memory.streams.set(stream, lines);
    };
    school.told.length = 0;
    await school.step('nobody is here', () => shown(classroom));
    registry.onClosing((closing) => school.say(`closes ${closing.id}`));
    const mends = (what: string, number = 1, of = id) => school.step(what, () => registry.repairDistrict(of, number));
    await mends('of an unknown class', 1, 'k99');
    await mends('of an unknown number', 2);
    await mends('that is whole');
    as(torn);
    school.faults.append = AWAY;
    await mends('where nothing can be kept');
    delete school.faults.append;
    await passes(500);
    school.faults.setAside = AWAY;
    await mends('where nothing can be put aside');
    delete school.faults.setAside;
    as(torn);
    await mends('that is torn');
    school.say(
      `${(await registry.byId(id))?.session(1)?.records.length} records, ${memory.streams.get(stream)?.length} lines`,
    );
    as([{ seq: 0, line: '{}' }]);
    await mends('without a header');
    await school.step('is no reason to wait', async () => (await registry.byId(id))?.begin('game'));
    school.say(`${vi.getTimerCount()} timers`);
    school.faults.read = () => Promise.reject(new Error('no disk'));
    await mends('that cannot be read');
    delete school.faults.read;
    memory.streams.set(`class:${id}`, [{ seq: 0, line: '{}' }]);
    await (await registry.byId(id))?.close();
    await registry.close();
    await mends('of a class that is damaged');
    await expectTold('server/classroom-mended', school.told);
  });

  test('that is closed gives nobody a place any more', async () => {
    const school = new School();
    const classroom = await school.opens();
    for (const name of ['Ada', 'Bo', 'Chen']) await classroom.join(name, `t ${name}`);
    classroom.arrive(playerOf(classroom, 'Ada'));
    await school.asks(classroom, { type: 'startClass' });
    const places = () => classroom.state.players.filter(({ id }) => classroom.state.placements.has(id)).length;
    classroom.arrive(playerOf(classroom, 'Bo'));
    await passes(0);
    expect(places()).toBe(2);
    classroom.close();
    classroom.arrive(playerOf(classroom, 'Chen'));
    await passes(1_000);
    expect(places()).toBe(2);
    await school.registry.close();
  });

  test('whose district is repaired twice gives back each time what it lost since its last whole record', async () => {
    const school = new School();
    const classroom = await school.opens({ clockMode: 'clock', newsMs: 300_000, planMs: 300_000 });
    await classroom.join('Ada', 't1');
    await school.asks(classroom, { type: 'startClass' });
    const { registry, memory } = school;
    await registry.open();
    const stream = `district:${classroom.id}-1`;
    const left = async () => {
      const session = (await registry.byId(classroom.id))?.session(1);
      return `${session?.state.phase}, ${(session?.deadline ?? 0) - Date.now()} ms left`;
    };
    const isDamagedAndRepaired = async () => {
      const whole = memory.streams.get(stream) ?? [];
      memory.streams.set(stream, [...whole, { seq: whole.length, line: '{"torn' }]);
      await registry.repairDistrict(classroom.id, 1);
      await passes(0);
      return left();
    };
    await passes(40_000);
    const told = [await left(), await isDamagedAndRepaired()];
    await (await registry.byId(classroom.id))?.desk({ type: 'advance' }, 'again');
    await passes(50_000);
    told.push(await left(), await isDamagedAndRepaired());
    expect(told).toEqual([
      'news, 260000 ms left',
      'news, 300000 ms left',
      'plan, 250000 ms left',
      'plan, 300000 ms left',
    ]);
    await registry.close();
  });

  test('of which somebody is erased forgets them wherever they are', async () => {
    const school = new School();
    const { registry, memory } = school;
    const classroom = await school.opens({ roster: ['Gu', 'Ho'] });
    const other = await school.opens();
    await classroom.join('Ada', 't1');
    await classroom.join('Bo', 't2');
    const invited = await Promise.all(
      [...Array(12).keys()].map((each) => classroom.join('', `t${each}x`, `link${each}`)),
    );
    const [guest] = invited.flatMap((each) => (each.ok ? [each.player.id] : []));
    await school.asks(classroom, { type: 'startClass' });
    const ada = playerOf(classroom, 'Ada');
    school.told.length = 0;
    const erases = (what: string, called: string, of = classroom.id) =>
      school.step(what, () => registry.erasePerson(of, called));
    await erases('in an unknown class', ada, 'k99');
    await erases('nobody', 'nobody');
    school.faults.append = AWAY;
    await erases('where nothing can be kept', ada);
    delete school.faults.append;
    await passes(500);
    await erases('who is here', ada);
    await erases('again', ada);
    const stream = `district:${classroom.id}-1`;
    const now = memory.streams.get(stream) ?? [];
    const older = goldenText('rules-1/mixed').trimEnd().split('\n').toSpliced(10, 1);
    memory.streams.set(
      stream,
      older.map((line, seq) => ({ seq, line })),
    );
    await erases('and the older lines of a district are damaged', ada);
    memory.streams.set(stream, now);
    school.faults.classesOf = () => Promise.resolve([classroom.id, other.id]);
    await erases('who is elsewhere, too', playerOf(classroom, 'Bo'));
    const lease = memory.leases.get(other.id);
    if (lease !== undefined) memory.leases.set(other.id, { ...lease, holder: 'b', until: Date.now() + 60_000 });
    await registry.close();
    await erases('and another process holds that', guest ?? '');
    delete school.faults.classesOf;
    memory.streams.set(`class:${other.id}`, [{ seq: 0, line: '{}' }]);
    await erases('of a class that is damaged', ada, other.id);
    school.say((await registry.byId(classroom.id))?.state.players.map(({ name }) => name).join() ?? '');
    await registry.close();
    await expectTold('server/classroom-erased', school.told);
  });
});
