/** A person is renamed, or returns after removal with the same device, also after a restart. */
import { afterAll, expect, test } from 'vitest';
import type { PersonMessage } from '../../shared/protocol/class-student.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { enter } from '../support/class-room.ts';
import { joinClass, openClass } from '../support/http.ts';
import { enrol } from '../support/player.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterAll(stopServers);

test('a new name is on the desk, on the person’s page and in the record', async () => {
  const server = await startServer();
  const { classId, code } = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 4 });
  const { token, playerId: player } = await enrol(server.url, code, 'Rude word');
  const line = await enter(server.url, classId, { token });
  const desk = await enter(server.url, classId, { key: KEY });
  expect(await desk.ask({ type: 'rename', player, name: '  Ada\u200B  Long ' })).toMatchObject({ ok: true });
  await until('the name', () => desk.desk()?.players[0]?.name === 'Ada Long');
  await until('their page', () => line.latest<PersonMessage>('person')?.name === 'Ada Long');
  expect(await desk.ask({ type: 'rename', player, name: ' ' })).toMatchObject({ refused: 'name-blank' });
  const long = 'x'.repeat(LIMITS.labelLength + 1);
  expect(await desk.ask({ type: 'rename', player, name: long })).toMatchObject({ refused: 'name-too-long' });
  expect(await desk.ask({ type: 'rename', player: 'p-none', name: 'X' })).toMatchObject({ refused: 'no-such-player' });
  await server.stop();
  const again = await startServer({ folder: server.folder });
  const after = await enter(again.url, classId, { key: KEY });
  await until('the name after a restart', () => after.desk()?.players[0]?.name === 'Ada Long');
});

test('who was taken out is let back in by their own device, and gets a seat', async () => {
  const server = await startServer();
  const { classId, code } = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 4 });
  const ada = await enrol(server.url, code, 'Ada');
  const bo = await enrol(server.url, code, 'Bo');
  await Promise.all([ada, bo].map(({ token }) => enter(server.url, classId, { token })));
  const desk = await enter(server.url, classId, { key: KEY });
  await desk.ask({ type: 'startClass' });
  const player = ada.playerId;
  expect(await desk.ask({ type: 'remove', player })).toMatchObject({ ok: true });
  await until('the list of those taken out', () => desk.desk()?.removed?.[0]?.name === 'Ada');
  await expect(enter(server.url, classId, { token: ada.token })).rejects.toThrow('player-removed');
  expect(await desk.ask({ type: 'letBackIn', player })).toMatchObject({ ok: true });
  await until('an empty list', () => desk.desk()?.removed === undefined);
  const back = await enter(server.url, classId, { token: ada.token });
  await until('a seat', () => back.latest<SeatedMessage>('seated'));
  expect(desk.desk()?.players.map(({ id }) => id)).toEqual([player, bo.playerId]);
  expect(await joinClass(server.url, code, 'Ada', ada.token)).toMatchObject({ body: { playerId: player } });
  expect(await desk.ask({ type: 'letBackIn', player })).toEqual({ ok: true });
  expect(await desk.ask({ type: 'letBackIn', player: 'p-none' })).toMatchObject({ refused: 'no-such-player' });
});
