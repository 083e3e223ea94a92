/** Raised hands: from every student, on the desk at once, through a restart, and down once answered. */
import { afterAll, expect, test } from 'vitest';
import type { NoticeMessage, PersonMessage } from '../../shared/protocol/class-student.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { enter } from '../support/class-room.ts';
import { openClass } from '../support/http.ts';
import { enrol, sitAtDesk } from '../support/player.ts';
import { KEY, startServer, stopServers } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterAll(stopServers);

test('a hand from the lobby is on the desk with its next message, outlives the server, and is answered', async () => {
  let server = await startServer();
  const { folder } = server;
  const { classId, code } = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 4 });
  const ada = await enrol(server.url, code, 'Ada');
  const bo = await enrol(server.url, code, 'Bo');
  const raised = await enter(server.url, classId, { token: ada.token });
  const other = await enter(server.url, classId, { token: bo.token });
  const desk = await enter(server.url, classId, { key: KEY });
  await until('the desk', () => desk.desk());
  const beside = await sitAtDesk(server.url, classId);
  await until('another desk', () => beside.latest());
  const before = beside.messages.length;
  expect(await raised.student({ type: 'raiseHand', text: ' Which key\u200B? ' })).toEqual({ ok: true });
  await until('the hand', () => desk.desk()?.hands?.length === 1 && beside.latest()?.hands?.length === 1);
  // An update with the former state may have been in flight.
  expect(beside.messages.slice(before, before + 2).map(({ hands }) => hands?.length)).toContain(1);
  expect(await other.student({ type: 'raiseHand' })).toEqual({ ok: true });
  await until('two hands', () => desk.desk()?.hands?.length === 2);
  await until('it on the page', () => raised.latest<PersonMessage>('person')?.hand !== undefined);
  expect(raised.latest<PersonMessage>('person')).toEqual({ name: 'Ada', hand: { text: 'Which key?' } });

  await server.stop();
  server = await startServer({ folder });
  const again = await enter(server.url, classId, { key: KEY });
  await until('the hands after the restart', () => again.desk()?.hands?.length === 2);
  expect(again.desk()?.hands?.map(({ id, text }) => [id, text])).toEqual([
    [ada.playerId, 'Which key?'],
    [bo.playerId, undefined],
  ]);
  const back = await enter(server.url, classId, { token: ada.token });
  expect(await again.ask({ type: 'answerHand', player: ada.playerId, text: 'Enter.' })).toMatchObject({ ok: true });
  expect((await until('a note', () => back.latest<NoticeMessage>('notice'))).text).toBe('Enter.');
  await until('a hand less', () => again.desk()?.hands?.length === 1);
  await until('down on the page', () => back.latest<PersonMessage>('person')?.hand === undefined);
  expect(again.desk()?.acts?.at(-1)).toMatchObject({ type: 'answerHand', player: ada.playerId });
  expect(await again.ask({ type: 'answerHand', player: bo.playerId })).toMatchObject({ ok: true });
  await until('no hand', () => again.desk()?.hands === undefined);
});

test('a hand keeps its place when its words change, is too long, is taken down, and goes with the person', async () => {
  const server = await startServer();
  const { classId, code } = await openClass(server.url, { clockMode: 'desk', seatsPerDistrict: 4 });
  const [ada, bo] = [await enrol(server.url, code, 'Ada'), await enrol(server.url, code, 'Bo')];
  const [adas, bos] = [
    await enter(server.url, classId, { token: ada.token }),
    await enter(server.url, classId, { token: bo.token }),
  ];
  const desk = await enter(server.url, classId, { key: KEY });
  await adas.student({ type: 'raiseHand' });
  await bos.student({ type: 'raiseHand' });
  await adas.student({ type: 'raiseHand', text: 'Now with words' });
  await until('words', () => desk.desk()?.hands?.[0]?.text === 'Now with words');
  expect(desk.desk()?.hands?.map(({ id }) => id)).toEqual([ada.playerId, bo.playerId]);
  const long = await adas.student({ type: 'raiseHand', text: 'x'.repeat(LIMITS.handLength + 1) });
  expect(long).toMatchObject({ refused: 'text-too-long', about: { limit: LIMITS.handLength } });
  expect(await adas.student({ type: 'lowerHand' })).toEqual({ ok: true });
  await until('one hand', () => desk.desk()?.hands?.length === 1);
  expect(await desk.ask({ type: 'remove', player: bo.playerId })).toMatchObject({ ok: true });
  await until('no hand', () => desk.desk()?.hands === undefined);
  expect(await desk.ask({ type: 'answerHand', player: bo.playerId })).toMatchObject({ refused: 'no-such-player' });
});
