/** The desk's actions on people: move, swap, hand to a bot and back, remove, change device, latecomers, leftovers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskPlayer } from '../../shared/protocol/class-room.ts';
import type { ObservingMessage } from '../../shared/protocol/class-student.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { enter } from '../support/class-room.ts';
import { type DeskClass, openedWith, seated } from '../support/desk-class.ts';
import { nth } from '../support/district.ts';
import { ask, joinClass, newToken, post } from '../support/http.ts';
import { enrol, openTab, plainPlan, type Student } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { PATIENCE_MS, pause, until } from '../support/waiting.ts';

let server: TestServer;
/** Offset of the server's clock. */
let ahead = 0;
beforeAll(async () => {
  server = await startServer({ now: () => Date.now() + ahead });
});
afterAll(stopServers);

const opened = (names: readonly string[], request: OpenClassRequest = {}) => openedWith(server.url, names, request);
const row = ({ desk }: DeskClass, student: Student): DeskPlayer | undefined =>
  desk.desk()?.players.find(({ id }) => id === student.playerId);

describe('moving', () => {
  test('swaps two in one district: each sees the other’s seat and nothing is lost', async () => {
    const open = await opened(['Ada', 'Bo']);
    await open.desk.ask({ type: 'startClass' });
    const [ada, bo] = [await seated(nth(open.lines, 0)), await seated(nth(open.lines, 1))];
    const adasTab = await openTab(server.url, ada.districtId, nth(open.students, 0).token);
    const bosTab = await openTab(server.url, bo.districtId, nth(open.students, 1).token);
    const moved = await open.desk.ask({
      type: 'move',
      player: nth(open.students, 0).playerId,
      district: 1,
      seat: bo.seat,
    });
    expect(moved).toMatchObject({ ok: true, done: { moved: { swappedWith: nth(open.students, 1).playerId } } });
    await until('the other seats', () => adasTab.view()?.seat === bo.seat && bosTab.view()?.seat === ada.seat);
    await open.desk.ask({ type: 'advance' });
    await until('the plan phase', () => adasTab.view()?.public.phase === 'plan');
    const view = await until('a view', () => adasTab.view());
    expect(await adasTab.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
    await until('both human', () => open.desk.desk()?.districts[0]?.humans === 2);
  });

  test('goes to another district, whose room lets them in while the old one lets them go', async () => {
    const open = await opened(['Ada', 'Bo', 'Chen', 'Dai', 'Eva']);
    await open.desk.ask({ type: 'startClass' });
    const first = await seated(nth(open.lines, 0));
    const tab = await enter(server.url, first.districtId, { token: nth(open.students, 0).token });
    const other = first.districtNumber === 1 ? 2 : 1;
    const taken = await Promise.all(open.lines.map(seated));
    const free = [0, 1, 2, 3].find((seat) => !taken.some((at) => at.districtNumber === other && at.seat === seat));
    const player = nth(open.students, 0).playerId;
    expect(await open.desk.ask({ type: 'move', player, district: other, seat: free ?? 0 })).toMatchObject({ ok: true });
    await until('the new place', () => nth(open.lines, 0).latest<SeatedMessage>('seated')?.districtNumber === other);
    await until('the old room', () => tab.left !== undefined);
    const now = await seated(nth(open.lines, 0));
    const there = await openTab(server.url, now.districtId, nth(open.students, 0).token);
    expect(there.view()?.seat).toBe(free);
    await expect(enter(server.url, first.districtId, { token: nth(open.students, 0).token })).rejects.toThrow(
      'not-seated',
    );
  });

  test('before seats are dealt is a wish that is kept', async () => {
    const open = await opened(['Ada', 'Bo', 'Chen'], { roles: 'hand' });
    const [ada, bo, chen] = open.students.map(({ playerId }) => playerId);
    await open.desk.ask({ type: 'move', player: ada ?? '', district: 1, seat: 3 });
    await open.desk.ask({ type: 'move', player: bo ?? '', district: 1, seat: 2 });
    await open.desk.ask({ type: 'move', player: chen ?? '', district: 1, seat: 2 });
    expect(await open.desk.ask({ type: 'move', player: ada ?? '', district: 1, seat: 4 })).toMatchObject({
      refused: 'unknown-seat',
    });
    await open.desk.ask({ type: 'seatClass' });
    expect((await seated(nth(open.lines, 0))).seat).toBe(3);
    expect((await seated(nth(open.lines, 2))).seat).toBe(2);
    expect([0, 1]).toContain((await seated(nth(open.lines, 1))).seat);
  });

  test('refuses a seat, a district and a person that are not there', async () => {
    const open = await opened(['Ada']);
    await open.desk.ask({ type: 'startClass' });
    const player = nth(open.students, 0).playerId;
    const tried = async (action: { player: string; district: number; seat: number }) =>
      open.desk.ask({ type: 'move', ...action });
    expect(await tried({ player, district: 7, seat: 0 })).toMatchObject({ refused: 'no-such-district' });
    expect(await tried({ player, district: 1, seat: 9 })).toMatchObject({ refused: 'unknown-seat' });
    expect(await tried({ player: 'p-nobody', district: 1, seat: 0 })).toMatchObject({ refused: 'no-such-player' });
  });
});

describe('a bot in somebody’s place', () => {
  test('plays on the desk’s word, marked, and gives the seat back on its word or when they act', async () => {
    const open = await opened(['Ada', 'Bo']);
    await open.desk.ask({ type: 'startClass' });
    const place = await seated(nth(open.lines, 0));
    const ada = nth(open.students, 0);
    expect(await open.desk.ask({ type: 'handToBot', player: ada.playerId })).toMatchObject({ ok: true });
    await until('the bot', () => row(open, ada)?.bot === true);
    await until('the alarm', () => open.desk.desk()?.districts[0]?.alarms?.includes('bot-for-person') === true);
    expect(open.desk.desk()?.districts[0]?.substituted).toEqual([place.seat]);
    expect(await open.desk.ask({ type: 'handBack', player: ada.playerId })).toMatchObject({ ok: true });
    await until('Ada', () => row(open, ada)?.bot === undefined);
    await open.desk.ask({ type: 'handToBot', player: ada.playerId });
    await until('the bot again', () => row(open, ada)?.bot === true);
    const tab = await openTab(server.url, place.districtId, ada.token);
    await until('Ada, who came', () => row(open, ada)?.bot === undefined);
    await until('Ada to everybody', () => tab.view()?.public.seats[place.seat]?.control === 'human');
  });
});

describe('removing', () => {
  test('frees the seat, closes their connections, and their device is told why', async () => {
    const open = await opened(['Ada', 'Bo']);
    await open.desk.ask({ type: 'startClass' });
    const place = await seated(nth(open.lines, 0));
    const ada = nth(open.students, 0);
    const tab = await enter(server.url, place.districtId, { token: ada.token });
    expect(await open.desk.ask({ type: 'remove', player: ada.playerId })).toMatchObject({ ok: true });
    await until('both closed', () => tab.left !== undefined && nth(open.lines, 0).left !== undefined);
    await until('one person', () => open.desk.desk()?.players.length === 1);
    expect(open.desk.desk()?.players.map(({ name }) => name)).toEqual(['Bo']);
    await until('one human', () => open.desk.desk()?.districts[0]?.humans === 1);
    await expect(enter(server.url, open.classId, { token: ada.token })).rejects.toThrow('player-removed');
    expect(await joinClass(server.url, open.code, 'Ada', ada.token)).toMatchObject({
      status: 403,
      body: { code: 'player-removed' },
    });
  });

  test('leaves the seat to its bot, whatever the removed person had under way', async () => {
    const open = await opened(['Ada', 'Bo']);
    await open.desk.ask({ type: 'startClass' });
    const place = await seated(nth(open.lines, 0));
    const ada = nth(open.students, 0);
    const tab = await enter(server.url, place.districtId, { token: ada.token });
    const act = () => tab.room.request('act', { id: newToken(), round: 1, action: { type: 'signalReady' } });
    const acting = setInterval(() => act().catch(() => undefined), 1);
    await pause(20);
    await open.desk.ask({ type: 'remove', player: ada.playerId });
    await until('the line to be closed', () => tab.left);
    clearInterval(acting);
    const district = (await server.app.registry.byId(open.classId))?.session(1);
    const ofSeat = () =>
      district?.records.flatMap(({ events }) =>
        events.flatMap((event) => ('seat' in event && event.seat === place.seat ? [event.type] : [])),
      );
    await until('the seat to be free', () => ofSeat()?.includes('SeatFreed'));
    await pause(50);
    expect(ofSeat()?.at(-1)).toBe('SeatFreed');
  });
});

describe('another device', () => {
  const reenter = (open: DeskClass, reentry: string, token: string) =>
    post(`${server.url}/api/classes/${open.code}/reentry`, { reentry, token });

  test('takes the seat over with a code that works once; the old device is let go', async () => {
    const open = await opened(['Ada', 'Bo']);
    await open.desk.ask({ type: 'startClass' });
    const place = await seated(nth(open.lines, 0));
    const ada = nth(open.students, 0);
    const old = await enter(server.url, place.districtId, { token: ada.token });
    const issued = await open.desk.ask({ type: 'issueReentry', player: ada.playerId });
    const reentry = issued.ok ? issued.done?.reentry : undefined;
    expect(reentry?.code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{6}$/);
    await until('the code in the row', () => row(open, ada)?.reentry === true);
    const token = newToken();
    expect(await reenter(open, ` ${reentry?.code.toLowerCase()} `, token)).toMatchObject({
      status: 200,
      body: { playerId: ada.playerId, classId: open.classId },
    });
    await until('the old device', () => old.left !== undefined && nth(open.lines, 0).left !== undefined);
    await until('the used code out of the row', () => row(open, ada)?.reentry === undefined);
    const tab = await openTab(server.url, place.districtId, token);
    expect(tab.view()?.seat).toBe(place.seat);
    expect(await reenter(open, reentry?.code ?? '', newToken())).toMatchObject({
      status: 404,
      body: { code: 'reentry-wrong' },
    });
    await expect(enter(server.url, open.classId, { token: ada.token })).rejects.toThrow('token-unknown');
    const lines = (await server.store.read(`class:${open.classId}`)).map(({ line }) => line).join('\n');
    expect(lines).not.toContain(reentry?.code);
  });

  test('that joined anew by mistake is the old person again, and its double is gone', async () => {
    const open = await opened(['Ada', 'Bo']);
    await open.desk.ask({ type: 'startClass' });
    const double = await enrol(server.url, open.code, 'Ada2');
    await until('the double', () => open.desk.desk()?.players.length === 3);
    const ada = nth(open.students, 0);
    const issued = await open.desk.ask({ type: 'issueReentry', player: ada.playerId });
    const code = issued.ok ? (issued.done?.reentry?.code ?? '') : '';
    expect(await reenter(open, code, double.token)).toMatchObject({ body: { playerId: ada.playerId } });
    await until(
      'two people',
      () =>
        open.desk
          .desk()
          ?.players.map(({ name }) => name)
          .join() === 'Ada,Bo',
    );
    await until('their seats', () => open.desk.desk()?.districts[0]?.humans === 2);
  });

  test('comes too late when the code is old', async () => {
    const open = await opened(['Ada']);
    const issued = await open.desk.ask({ type: 'issueReentry', player: nth(open.students, 0).playerId });
    ahead += 10 * 60_000 + 1;
    const code = issued.ok ? (issued.done?.reentry?.code ?? '') : '';
    expect(await reenter(open, code, newToken())).toMatchObject({ body: { code: 'reentry-wrong' } });
  });
});

describe('late and left over', () => {
  test('who comes late takes over a bot, in the district with most of them', async () => {
    const open = await opened(['Ada', 'Bo', 'Chen', 'Dai', 'Eva']);
    await open.desk.ask({ type: 'startClass' });
    await Promise.all(open.lines.map(seated));
    await open.desk.ask({ type: 'advance' });
    const late = await enrol(server.url, open.code, 'Late');
    const line = await enter(server.url, open.classId, { token: late.token });
    const place = await seated(line);
    const tab = await openTab(server.url, place.districtId, late.token);
    await until('the plan phase they came into', () => tab.view()?.public.phase === 'plan');
    const humans = () => open.desk.desk()?.districts.map((district) => district.humans);
    await until('three and two: they begin with the next round', () => humans()?.join() === '3,2');
    for (let step = 0; step < 2; step += 1) await open.desk.ask({ type: 'advance' });
    await until('three and three', () => humans()?.join() === '3,3');
  });

  test('who comes late sits where the game still goes on, and watches where it does nowhere', async () => {
    const open = await opened(['Ada', 'Bo', 'Chen', 'Dai', 'Eva', 'Fay', 'Gao']);
    await open.desk.ask({ type: 'startClass' });
    const places = await Promise.all(open.lines.map(seated));
    const emptier = [1, 2].toSorted(
      (one, other) =>
        places.filter(({ districtNumber }) => districtNumber === one).length -
        places.filter(({ districtNumber }) => districtNumber === other).length,
    );
    const [over = 0, playing = 0] = emptier;
    const phaseOf = (number: number) => open.desk.desk()?.districts.find((each) => each.number === number)?.phase;
    const finish = async (number: number) => {
      while (phaseOf(number) !== 'ended') {
        await open.desk.ask({ type: 'advance', district: number });
        // A desk's rate limit is twenty requests a second.
        await pause(50);
      }
    };
    // The only bot left is in a finished district, which must get no newcomer.
    await finish(over);
    const late = await enrol(server.url, open.code, 'Late');
    const place = await seated(await enter(server.url, open.classId, { token: late.token }));
    expect(place.districtNumber).not.toBe(over);
    await finish(playing);
    await finish(3);
    const latest = await enrol(server.url, open.code, 'Latest');
    const line = await enter(server.url, open.classId, { token: latest.token });
    await until('something to watch', () => line.latest<ObservingMessage>('observing'));
    expect(line.latest('seated')).toBeUndefined();
  });

  test('mirror a seat: they plan, it is recorded and not carried out, and nobody else is told', async () => {
    const names = ['Ada', 'Bo', 'Chen', 'Dai', 'Eva', 'Fay'];
    const open = await opened(names, { leftovers: 'mirror' });
    await open.desk.ask({ type: 'startClass' });
    await until('one district', () => open.desk.desk()?.districts[0]?.humans === 4);
    const places = await Promise.all(open.lines.map(seated));
    expect(places.filter(({ mirror }) => mirror === true)).toHaveLength(2);
    expect(new Set(places.map(({ seat, mirror }) => `${seat} ${mirror}`)).size).toBe(6);
    const index = places.findIndex(({ mirror }) => mirror === true);
    const { seat } = nth(places, index);
    const holder = places.findIndex((place) => place.seat === seat && place.mirror === undefined);
    const mirror = await openTab(server.url, nth(places, index).districtId, nth(open.students, index).token);
    const held = await openTab(server.url, nth(places, holder).districtId, nth(open.students, holder).token);
    await open.desk.ask({ type: 'advance' });
    await until('the plan phase', () => mirror.view()?.public.phase === 'plan');
    const view = await until('a view', () => mirror.view());
    expect(await mirror.act({ type: 'say', text: 'Hello' })).toMatchObject({ refused: 'mirror-plans-only' });
    expect(await mirror.act({ type: 'filePlan', plan: { ...plainPlan(view), trade: 5 } as never })).toMatchObject({
      ok: false,
    });
    expect(await mirror.act({ type: 'filePlan', plan: plainPlan(view) })).toMatchObject({ ok: true });
    await until('their own plan', () => mirror.view()?.plan !== undefined);
    await pause(50);
    expect(held.view()?.plan).toBeUndefined();
    expect(held.view()?.public.seats[seat]?.ready).toBe(false);
    const stored = (await server.store.read(`class:${open.classId}`)).map(({ line }) => line).join('\n');
    expect(stored).toContain('MirrorPlanned');
    await open.desk.ask({ type: 'closeRound' });
    await until('the reveal', () => held.view()?.public.phase === 'reveal');
    expect(held.view()?.result?.by).toBe('timeout');
    expect(row(open, nth(open.students, index))?.place).toBe('mirror');
    const compared = await ask(`${server.url}/api/classes/${open.classId}/mirrors`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    expect(JSON.parse(compared.text)).toMatchObject([
      {
        player: nth(open.students, index).playerId,
        seat,
        round: 1,
        plan: plainPlan(view),
        played: { by: 'timeout', plan: { kind: plainPlan(view).kind } },
      },
    ]);
    // In the data: a marked row beside the seat's own, without results.
    const table = await ask(`${server.url}/api/classes/${open.classId}/export/decisions.csv`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    const [header = '', ...rows] = table.text
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\r?\n/);
    const columns = header.split(',');
    const of = (line: string) => (name: string) => line.split(',')[columns.indexOf(name)];
    const ofSeat = rows.filter((line) => of(line)('round') === '1' && of(line)('seat') === String(seat)).map(of);
    expect(ofSeat.map((cell) => [cell('executed'), cell('by'), cell('player_id'), cell('score') !== ''])).toEqual([
      ['TRUE', 'timeout', nth(open.students, holder).playerId, true],
      ['FALSE', 'human', nth(open.students, index).playerId, false],
    ]);
  });

  test('observe a district: they see what everyone may know, and may do nothing', async () => {
    const open = await opened(['Ada', 'Bo', 'Chen', 'Dai', 'Eva'], { leftovers: 'observe' });
    await open.desk.ask({ type: 'startClass' });
    const index = await until('somebody who watches', () => {
      const found = open.lines.findIndex((line) => line.latest('observing') !== undefined);
      return found < 0 ? undefined : found;
    });
    const place = nth(open.lines, index).latest<ObservingMessage>('observing');
    const line = await enter(server.url, place?.districtId ?? '', { token: nth(open.students, index).token });
    await until('the public view', () => line.latest('publicView'));
    expect(line.latest('view')).toBeUndefined();
    const act = { id: 'an-act-of-mine', round: 1, action: { type: 'signalReady' } };
    expect(await line.room.request('act', act, { timeout: PATIENCE_MS })).toEqual({
      ok: false,
      refused: 'not-your-seat',
    });
    await until('the row', () => row(open, nth(open.students, index))?.place === 'observer');
    const gone = open.students.find((_, other) => other !== index);
    await open.desk.ask({ type: 'remove', player: gone?.playerId ?? '' });
    const seat = await until('a free seat', () => {
      const taken = open.desk.desk()?.players.flatMap((player) => (player.place === undefined ? [player.seat] : []));
      return taken?.length === 3 ? [0, 1, 2, 3].find((each) => !taken.includes(each)) : undefined;
    });
    const player = nth(open.students, index).playerId;
    expect(await open.desk.ask({ type: 'move', player, district: 1, seat })).toMatchObject({ ok: true });
    await until('a seat after all', () => nth(open.lines, index).latest<SeatedMessage>('seated')?.seat === seat);
  });
});
