/** Forty busy districts: a desk is sent less than five kilobytes a second, and shows what happened. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskView } from '../../server/classroom/shown/desk-view.ts';
import { difference } from '../../shared/protocol/patch.ts';
import { enter } from '../support/class-room.ts';
import { newToken, openClass } from '../support/http.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

const DISTRICTS = 40;
const PEOPLE = DISTRICTS * 6;
const MEASURED_MS = 6_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

test('a desk gets under 5 KB a second from forty busy districts, and misses nothing', async () => {
  const { classId, code } = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 6 });
  const classroom = await server.app.registry.byCode(code);
  if (classroom === undefined) throw new Error('no class');
  for (let person = 0; person < PEOPLE; person += 1) await classroom.join(`Student ${person} 同学`, newToken());
  await classroom.begin('game');
  const desk = await enter(server.url, classId, { key: KEY });
  await until('the desk', () => desk.desk()?.districts.length === DISTRICTS);
  const first = desk.bytes;
  const began = performance.now();
  const people = [...classroom.state.placements.values()];
  for (let turn = 0; performance.now() - began < MEASURED_MS; turn += 1) {
    for (const { player, district, seat } of people.filter((_, place) => (place + turn) % 7 === 0)) {
      const session = classroom.session(district);
      if (turn % 2 === 0) session?.arrive(seat, player);
      else session?.leave(seat, player);
    }
    await Promise.all(
      classroom.sessions.map((session) => session.desk({ type: 'advancePhase' }, `turn-${turn}-${session.id}`)),
    );
    await pause(100);
  }
  const seconds = (performance.now() - began) / 1_000;
  const perSecond = (desk.bytes - first) / seconds;
  expect(perSecond).toBeGreaterThan(0);
  expect(perSecond).toBeLessThan(5_000);

  await until('the desk to show it all', () => {
    const shown = desk.desk();
    return shown !== undefined && difference(shown, deskView(classroom)) === undefined;
  });
  const started = process.threadCpuUsage();
  for (let time = 0; time < 20; time += 1) deskView(classroom);
  expect(process.threadCpuUsage(started).user / 1_000 / 20).toBeLessThan(100);
});
