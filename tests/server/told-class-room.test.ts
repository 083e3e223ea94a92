/** A class room's messages and answers to each kind of person: a real room over a real class, without network. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { classRoom } from '../../server/rooms/ClassRoom.ts';
import { KEY } from '../support/server.ts';
import { expectTold } from '../support/told.ts';
import { anew, closeRegistry, noted, openRegistry, street, tools } from './street.ts';

beforeAll(openRegistry);
afterAll(closeRegistry);
beforeEach(anew);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a class’s room', () => {
  test('tells desks, walls and students what is new, and answers each what is theirs to ask', async () => {
    const on = await street({ research: true }, ['Ada', 'Bo']);
    const { classroom } = on;
    const places: string[] = [];
    const room = new (classRoom(
      (id) => (id === classroom.id ? classroom : undefined),
      async (roomId) => {
        places.push(on.plain(roomId));
        return { roomId } as never;
      },
      tools,
    ))();
    await on.enter(room, 'Ada too early');
    expect(() => room.onCreate({ id: 'knobodyknows' })).toThrow('class-unknown');
    room.onCreate({ id: classroom.id });
    expect([room.patchRate, room.turnsAway()]).toEqual([2_000, undefined]);
    const painted = () => on.told.push(on.plain(room.state.toJSON()));
    painted();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const passes = async (ms: number) => {
      vi.advanceTimersByTime(ms);
      await on.tell(`${ms} ms pass`);
    };
    const { links } = on;
    for (const name of ['Ada', 'Bo', 'Stranger']) await on.enter(room, name);
    on.told.push(`here: ${classroom.state.everyone.map(({ id }) => classroom.anybodyHere && on.plain(id))}`);
    await on.enter(room, 'desk', { key: KEY });
    await on.enter(room, 'helper', { link: links.assistantLink });
    await on.enter(room, 'wall', { link: links.projectorLink });
    await on.enter(room, 'thief', { link: 'wrong' });
    await passes(49);
    await passes(1);
    await passes(199);
    await passes(1);

    await on.join('Chen');
    await on.tell('Chen joins');
    await passes(249);
    await passes(1);
    await passes(499);
    await passes(1);
    painted();
    await on.ask('Ada', 'desk', { id: 'request-d1', action: { type: 'seatClass' } });
    await on.ask('wall', 'desk', { id: 'request-d1', action: { type: 'seatClass' } });
    await on.ask('desk', 'desk', { id: 'request-d1', action: { type: 'no such' } });
    await on.ask('helper', 'desk', { id: 'request-d2', action: { type: 'issueLink', to: 'assistant' } });
    await on.ask('desk', 'desk', { id: 'request-d3', action: { type: 'seatClass' } });
    await passes(1_000);
    painted();
    await on.ask('desk', 'student', { id: 'request-s1', action: { type: 'raiseHand' } });
    await on.ask('Ada', 'student', { id: 'request-s1', action: { type: 'no such' } });
    await on.student('Ada', { type: 'raiseHand', text: 'Why?' });
    await on.student('Bo', { type: 'consent', research: false });
    await on.desk({ type: 'message', text: 'To all' });
    await on.desk({ type: 'message', text: 'To Bo', player: on.idOf('Bo') });
    await passes(1_000);
    await on.enter(room, 'Bo again');

    // Revoked links open nothing.
    const issued = await classroom.desk({ type: 'issueLink', to: 'assistant' }, 'anew');
    if (issued.ok) on.names(issued.done?.link ?? '', '<new link>');
    await on.tell('a new link for helpers');
    await on.desk({ type: 'remove', player: on.idOf('Ada') });
    await passes(1_000);
    painted();
    await on.line('Bo').leaves(room as never);
    on.lines.delete('Bo');
    await on.tell('one tab of Bo is gone');
    await on.student('Bo again', { type: 'lowerHand' });
    await on.line('Bo again').leaves(room as never);
    await passes(1_000);
    await on.line('wall').leaves(room as never);
    on.told.push(`timers of who is gone: ${vi.getTimerCount()}`);

    // Changes during disposal do no harm.
    const stop = classroom.onChange(() => room.onDispose());
    await on.join('Dai');
    stop();
    await passes(10_000);
    await on.join('Eva');
    await passes(10_000);
    painted();
    on.told.push(places);
    vi.useRealTimers();
    await expectTold('server/class-room', [on.told, noted]);
  });
});
