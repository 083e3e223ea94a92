/** Polls on everybody's device: one answer each, changeable until closed, counted, then shown without names. */
import { afterAll, expect, test } from 'vitest';
import type { ProjectorView, ShownPoll } from '../../shared/protocol/class-room.ts';
import type { PollsMessage } from '../../shared/protocol/class-student.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { Poll } from '../../shared/protocol/polls.ts';
import { type Connection, enter } from '../support/class-room.ts';
import { nth, playing } from '../support/district.ts';
import { ask, openClass } from '../support/http.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { PATIENCE_MS, until } from '../support/waiting.ts';

afterAll(stopServers);

const BET: Poll = { topic: 'betrayal', year: 1988, gave: 0, got: 3, years: 4 };

async function classOf(server: TestServer, names: readonly string[]) {
  const table = await playing(server.url, names, { seatsPerDistrict: 4 });
  const lines = await Promise.all(table.students.map(({ token }) => enter(server.url, table.classId, { token })));
  const desk = await enter(server.url, table.classId, { key: KEY });
  const link = await desk.ask({ type: 'issueLink', to: 'projector' });
  const wall = await enter(server.url, table.classId, { link: (link.ok && link.done?.link) || '' });
  return { ...table, lines, desk, wall };
}
const askedOf = (line: Connection) => line.latest<PollsMessage>('polls')?.polls ?? [];
const onDesk = (desk: Connection): ShownPoll | undefined => desk.desk()?.polls?.at(-1);
const onWall = (wall: Connection) => wall.latest<{ view: ProjectorView }>('projector')?.view.poll;

test('a bet is answered, changed, counted through a restart, closed, and then told to everybody', async () => {
  let server = await startServer();
  const { folder } = server;
  const table = await classOf(server, ['Ada', 'Bo', 'Chen']);
  const { classId, students } = table;
  await table.desk.ask({ type: 'openPoll', poll: BET });
  const [adas, bos] = [nth(table.lines, 0), nth(table.lines, 1)];
  const { id } = nth(await until('the bet', () => (askedOf(adas).length > 0 ? askedOf(adas) : undefined)), 0);
  const answer = (line: Connection, text: string) => line.student({ type: 'answerPoll', poll: id, answer: text });
  expect(await answer(adas, '1')).toEqual({ ok: true });
  expect(await answer(adas, '4')).toEqual({ ok: true });
  expect(await answer(bos, '5')).toMatchObject({ refused: 'not-understood' });
  await until('one answer', () => onDesk(table.desk)?.answered === 1);
  // While open, nobody sees the answers.
  expect(onDesk(table.desk)).toEqual({ id, poll: BET, open: true, answered: 1, asked: 3 });
  await until('the wall', () => onWall(table.wall)?.answered === 1);
  expect(onWall(table.wall)).not.toHaveProperty('spread');

  await server.stop();
  server = await startServer({ folder });
  const desk = await enter(server.url, classId, { key: KEY });
  const line = await enter(server.url, classId, { token: nth(students, 1).token });
  const own = await enter(server.url, classId, { token: nth(students, 0).token });
  await until('the bet again', () => askedOf(own)[0]?.answer === '4');
  expect(await answer(line, '0')).toEqual({ ok: true });
  expect(await desk.ask({ type: 'endClass' })).toEqual({ ok: true });
  // A debrief goes on after the class has ended.
  expect(await desk.ask({ type: 'closePoll', poll: id })).toEqual({ ok: true });
  expect(await answer(line, '2')).toMatchObject({ refused: 'poll-closed' });
  await until('the spread', () => onDesk(desk)?.open === false);
  expect(onDesk(desk)?.spread).toEqual([
    { answer: '0', count: 1 },
    { answer: '1', count: 0 },
    { answer: '2', count: 0 },
    { answer: '3', count: 0 },
    { answer: '4', count: 1 },
  ]);
  await until('it closed on the page', () => askedOf(own)[0]?.open === false);
  expect(askedOf(own)).toEqual([{ id, poll: BET, open: false, answer: '4' }]);
  const { text } = await ask(`${server.url}/api/classes/${classId}/export/responses.csv`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  expect(text).toMatch(/^\w+,P001,\w+,1,poll,.*betrayal.*,4,/mu);
  expect(text).toMatch(/^\w+,P002,\w+,1,poll,.*betrayal.*,0,/mu);
});

test('a new question ends the one before; sentences stand without names, and only those picked reach the wall', async () => {
  const server = await startServer();
  const { desk, wall, lines } = await classOf(server, ['Ada', 'Bo']);
  await desk.ask({ type: 'openPoll', poll: { topic: 'institution' } });
  await until('the vote', () => askedOf(nth(lines, 0))[0]?.poll.topic === 'institution');
  const vote = nth(askedOf(nth(lines, 0)), 0).id;
  await nth(lines, 0).student({ type: 'answerPoll', poll: vote, answer: 'law' });
  await desk.ask({ type: 'openPoll', poll: { topic: 'sentence' } });
  const { id } = await until('the sentence', () =>
    askedOf(nth(lines, 1)).find(({ poll }) => poll.topic === 'sentence'),
  );
  expect(await nth(lines, 0).student({ type: 'answerPoll', poll: vote, answer: 'talk' })).toMatchObject({
    refused: 'poll-closed',
  });
  await until('the vote told', () => desk.desk()?.polls?.[0]?.open === false);
  expect(desk.desk()?.polls?.[0]?.spread?.find(({ answer }) => answer === 'law')?.count).toBe(1);

  const write = (who: number, answer: string) => nth(lines, who).student({ type: 'answerPoll', poll: id, answer });
  expect(await write(0, 'x'.repeat(LIMITS.sentenceLength + 1))).toMatchObject({ refused: 'text-too-long' });
  await write(1, 'the shops lend each other parts.');
  await write(0, 'nobody lends\u200B anything.');
  await until('both', () => onDesk(desk)?.words?.length === 2);
  expect(onDesk(desk)?.words).toEqual([
    { place: 0, text: 'the shops lend each other parts.' },
    { place: 1, text: 'nobody lends anything.' },
  ]);
  expect(await desk.ask({ type: 'pickWords', poll: id, picked: [1, 1, 7] })).toEqual({ ok: true });
  await until('one on the wall', () => onWall(wall)?.words?.length === 1);
  expect(onWall(wall)?.words).toEqual([{ place: 1, text: 'nobody lends anything.', picked: true }]);
  expect(JSON.stringify(wall.all('projector'))).not.toContain('the shops');
});

test('two firms are asked for their names, nobody else is, and what is not understood changes nothing', async () => {
  const server = await startServer();
  const { desk, lines, tabs } = await classOf(server, ['Ada', 'Bo', 'Chen']);
  const seats = tabs.map((tab) => tab.view()?.seat ?? 0);
  const poll: Poll = { topic: 'naming', year: 1988, district: 1, seats: [nth(seats, 0), nth(seats, 1)] };
  expect(await desk.ask({ type: 'openPoll', poll: { ...poll, district: 9 } })).toMatchObject({
    refused: 'no-such-district',
  });
  await desk.ask({ type: 'openPoll', poll });
  await until('the two', () => askedOf(nth(lines, 0)).length === 1 && askedOf(nth(lines, 1)).length === 1);
  const { id } = nth(askedOf(nth(lines, 0)), 0);
  expect(await nth(lines, 2).student({ type: 'answerPoll', poll: id, answer: 'yes' })).toMatchObject({
    refused: 'poll-closed',
  });
  // A poll of the class may run beside it.
  await desk.ask({ type: 'openPoll', poll: { topic: 'reason' } });
  await until('both', () => askedOf(nth(lines, 0)).length === 2);
  await until('the one', () => askedOf(nth(lines, 2)).length === 1);
  await nth(lines, 0).student({ type: 'answerPoll', poll: id, answer: 'yes' });
  const names = () => desk.desk()?.polls?.find((each) => each.id === id);
  await until('one agrees', () => names()?.answered === 1);
  expect(names()).toMatchObject({ open: true, asked: 2, spread: [{ count: 1 }, { count: 0 }] });
  const unknown = { id: 'x'.repeat(10), action: { type: 'openPoll', poll: { topic: 'x' } } };
  expect(await desk.room.request('desk', unknown, { timeout: PATIENCE_MS })).toMatchObject({
    refused: 'not-understood',
  });
});

test('before anybody has a seat nobody is asked', async () => {
  const server = await startServer();
  const { classId } = await openClass(server.url);
  const desk = await enter(server.url, classId, { key: KEY });
  expect(await desk.ask({ type: 'openPoll', poll: BET })).toMatchObject({ refused: 'class-not-started' });
  expect(await desk.ask({ type: 'closePoll', poll: 'v-nothing' })).toMatchObject({ refused: 'poll-closed' });
});
