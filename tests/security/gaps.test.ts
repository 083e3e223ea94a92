/** Numbers on the wire have no gaps that reveal others' acts, and noise does not fill the log. */
import { rm } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import type { TalkMessage } from '../../shared/protocol/wire.ts';
import { startProcess } from '../support/child.ts';
import { nth, playing } from '../support/district.ts';
import { openTab } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { newFolder, startServer, stopServers } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

afterEach(stopServers);

test('a private conversation of others leaves no gap in what a seat is told', async () => {
  const { url } = await startServer();
  const { districtId, students, tabs } = await playing(url, ['Ada', 'Bo', 'Cy'], { seatsPerDistrict: 6 });
  const [ada, bo, cy] = [nth(tabs, 0), nth(tabs, 1), nth(tabs, 2)];
  const toBo = bo.view()?.seat ?? 0;
  expect(await cy.act({ type: 'say', text: 'one' })).toEqual({ ok: true });
  for (let line = 0; line < 4; line += 1) await ada.act({ type: 'say', text: 'between us', to: toBo });
  expect(await cy.act({ type: 'say', text: 'two' })).toEqual({ ok: true });
  const lines = () => cy.received.filter(({ type }) => type === 'talk').map(({ message }) => message as TalkMessage);
  await until('both lines', () => lines().length === 2);
  const ids = lines().map(({ line }) => line.id);
  expect(new Set(ids).size).toBe(2);
  expect(Math.abs(nth(ids, 1) - nth(ids, 0))).toBeGreaterThan(1_000);
  await ada.act({ type: 'say', text: 'again', to: toBo });
  const again = await openTab(url, districtId, nth(students, 2).token);
  expect(again.view()?.talk.map(({ id }) => id > 1_000)).toEqual([true, true]);
});

test('frames of noise fill no log', async () => {
  const folder = await newFolder();
  const server = await startProcess(folder, await freePort());
  try {
    const { districtId, students } = await playing(server.url, ['Ada']);
    const before = server.output().length;
    for (let line = 0; line < 20; line += 1) {
      const tab = await openTab(server.url, districtId, nth(students, 0).token);
      for (let frame = 0; frame < 50; frame += 1) tab.room.connection.send(Buffer.from([13, 0xc1, frame, 0xff]));
      tab.room.connection.send(Buffer.alloc(20_000));
      await pause(20);
    }
    await pause(500);
    expect(server.output().length - before).toBeLessThan(10_000);
    expect(server.output().slice(before)).not.toContain('node_modules');
  } finally {
    await server.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});
