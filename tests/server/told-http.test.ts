/** Every HTTP path answered to everybody, for right and wrong requests, over the whole life of a class. */
import { afterAll, beforeAll, test } from 'vitest';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { expectTold } from '../support/told.ts';
import { until } from '../support/waiting.ts';

const START = Date.UTC(2026, 8, 1, 8);
const [ADA, BO, CHEN, STRANGER] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(43));
const SHOWN = ['content-type', 'cache-control', 'content-disposition', 'content-encoding'];

let server: TestServer;
let now = START;
beforeAll(async () => {
  server = await startServer({ now: () => now, practices: 2 });
});
afterAll(stopServers);

const told: unknown[] = [];
/** Replaces random values by names. */
const names = new Map<string, string>();
const SECRET =
  /"(classId|playerId|assistantLink|projectorLink|invite|reentry|code)":"([A-Z0-9]{6}|[kp][a-z2-9]{14}|[\w-]{32})"/g;

function plain(text: string): string {
  const known = [...names].toSorted(([one], [other]) => other.length - one.length);
  return known
    .reduce((left, [secret, name]) => left.replaceAll(secret, name), text)
    .replaceAll(/"(sessionId|processId|link)":"[^"]*"/g, '"$1":"…"')
    .replaceAll(/"records":\d+/g, '"records":…')
    .replaceAll(/127\.0\.0\.1:\d+/g, '<here>');
}

interface Sent {
  readonly key?: string | undefined;
  readonly body?: unknown;
  readonly type?: string;
  readonly accept?: string;
}

async function say(method: string, path: string, { key, body, type = 'application/json', accept }: Sent = {}) {
  now += 1_000;
  const headers: Record<string, string> = {};
  if (key !== undefined) headers.authorization = `Bearer ${key}`;
  if (body !== undefined) headers['content-type'] = type;
  if (accept !== undefined) headers.accept = accept;
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  let answer: Record<string, unknown> = {};
  try {
    answer = JSON.parse(text);
  } catch {
    // Not JSON: kept as text.
  }
  for (const [, name = '', secret = ''] of text.matchAll(SECRET)) {
    if (!names.has(secret)) names.set(secret, `<${name} ${names.size}>`);
  }
  const shown = SHOWN.flatMap((name) => response.headers.get(name) ?? []);
  const sent = body === undefined ? '' : ` ${typeof body === 'string' ? body : JSON.stringify(body)}`;
  told.push(plain(`${method} ${path}${key === undefined ? '' : ' with a key'}${sent}`.slice(0, 300)));
  // Only the beginning of a played record; its content is tested elsewhere.
  const played = path.includes('/own/') && response.ok ? text.slice(0, 16) : text.replaceAll(/\s+/g, ' ').slice(0, 600);
  told.push(plain(`    ${response.status} ${shown.join(' | ')} ${played}`));
  return answer;
}

/** Counts of classes and people; other metrics depend on the machine. */
async function numbers(): Promise<void> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  told.push(...text.split('\n').filter((line) => /^street_(?:districts|seats_online) /.test(line)));
}

const enter = (room: string, options: object) =>
  say('POST', `/matchmake/joinById/${room}`, { body: { wire: WIRE_VERSION, ...options } });

test('every address tells the same', async () => {
  for (const path of [
    '/healthz',
    '/readyz',
    '/',
    '/play',
    '/teach',
    '/nothing',
    '/assets/nothing-0000.js',
    '/api/nothing',
  ])
    await say('GET', path);

  // --- Opening a class, and failing to
  await say('POST', '/api/classes', { body: {} });
  await say('POST', '/api/classes', { body: {}, key: 'wrong' });
  await say('POST', '/api/classes', { body: '{', key: KEY });
  await say('POST', '/api/classes', { body: '{}', key: KEY, type: 'text/plain' });
  await say('POST', '/api/classes', { body: { nobody: 1 }, key: KEY });
  await say('POST', '/api/classes', { body: { playOn: { classId: 'k', round: 1, phase: 'plan' } }, key: KEY });
  await say('POST', '/api/classes', { body: { seatsPerDistrict: 99 }, key: KEY });
  const setUp = {
    title: 'Monday',
    seatsPerDistrict: 4,
    seed: 7,
    clockMode: 'desk',
    roster: ['Gu', 'Ho'],
    research: true,
  };
  const { classId, code, projectorLink, roster } = await say('POST', '/api/classes', { body: setUp, key: KEY });
  const cards = roster as readonly { readonly invite: string; readonly reentry: string }[];
  const [gu] = cards;
  await say('GET', '/api/classes');
  await say('GET', '/api/classes', { key: KEY });
  await say('GET', `/api/classes/${code}`);
  await say('GET', `/api/classes/%20${code}%20`);
  await say('GET', '/api/classes/NOPE');

  // --- People join
  const door = `/api/classes/${code}/players`;
  for (const body of [
    {},
    { name: 'Ada', token: 'short' },
    { name: '', token: ADA },
    { name: 'Ada', token: ADA, wire: WIRE_VERSION },
  ])
    await say('POST', door, { body });
  await say('POST', door, { body: { name: 'Ada again', token: ADA } });
  await say('POST', door, { body: { name: 'Bo', token: BO, research: false, wire: 1 } });
  await say('POST', door, { body: { name: '', token: CHEN, invite: 'wrong' } });
  await say('POST', door, { body: { name: '', token: CHEN, invite: gu?.invite } });
  await say('POST', '/api/classes/NOPE/players', { body: { name: 'Ada', token: ADA } });
  const again = `/api/classes/${code}/reentry`;
  for (const body of [
    {},
    { reentry: 'WRONG', token: CHEN },
    { reentry: gu?.reentry, token: 'short' },
    { reentry: gu?.reentry, token: CHEN },
  ])
    await say('POST', again, { body });

  // --- Rooms
  await say('POST', '/matchmake/create/class', { body: {} });
  await say('POST', `/matchmake/joinById/${classId}`, { body: { wire: 1, token: ADA } });
  for (const options of [
    {},
    { token: 'short' },
    { token: STRANGER },
    { token: ADA },
    { key: 'wrong' },
    { key: KEY },
    { link: 'wrong' },
    { link: projectorLink },
    { more: 1 },
  ])
    await enter(String(classId), options);
  await enter('knobodyknows', { key: KEY });
  await enter(`${classId}-1`, { key: KEY });

  // --- The desk plays a short game
  const classroom = await server.app.registry.byId(String(classId));
  if (classroom === undefined) throw new Error('no class');
  await say('GET', `/api/classes/${classId}/own/story`, { key: ADA });
  let asked = 0;
  const desk = (action: Parameters<typeof classroom.desk>[0]) => {
    asked += 1;
    return classroom.desk(action, `request-${asked}`);
  };
  const ada = classroom.doors.playerWith(String(ADA))?.id ?? '';
  const bo = classroom.doors.playerWith(String(BO))?.id ?? '';
  for (const person of [ada, bo]) classroom.arrive(person);
  await desk({ type: 'startClass' });
  await until('a district', () => classroom.session(1));
  const session = () => classroom.session(1)?.state;
  for (const token of [ADA, STRANGER]) await enter(`${classId}-1`, { token });
  await enter(`${classId}-2`, { key: KEY });
  await say('GET', `/api/classes/${classId}/own/story`, { key: ADA });
  await say('GET', `/api/classes/${code}`);
  classroom.session(1)?.presence.arrive(0, 'somebody');
  await numbers();
  await desk({ type: 'lastRound', on: true });
  const filed = () => session()?.seats.every(({ control }, seat) => control === 'human' || session()?.plans[seat]);
  while (session()?.phase !== 'ended') {
    if (session()?.phase === 'plan') await until('the bots', filed);
    await desk({ type: 'advance' });
  }
  for (const [path, key] of [
    ['story', ADA],
    ['story', STRANGER],
    ['story', undefined],
    ['record', ADA],
  ] as const)
    await say('GET', `/api/classes/${classId}/own/${path}`, { key });
  await desk({ type: 'openDebrief', on: true });
  await say('GET', `/api/classes/${classId}/own/record`, { key: ADA });

  // --- Places are kept for twice as many tabs as may be open, and no more.
  for (let tab = 0; tab < 13; tab += 1) await enter(String(classId), { token: BO });

  // --- Records
  for (const key of [undefined, 'wrong', KEY])
    await say('GET', `/api/classes/${classId}/export/predictions.json`, { key });
  for (const file of ['gradebook.csv', 'nothing.csv'])
    await say('GET', `/api/classes/${classId}/export/${file}`, { key: KEY });
  await say('GET', '/api/classes/k-nobody/export/rounds.csv', { key: KEY });
  for (const path of [`${classId}/mirrors`, `${classId}/links`, 'k-nobody/mirrors', 'k-nobody/links']) {
    await say('GET', `/api/classes/${path}`);
    await say('GET', `/api/classes/${path}`, { key: KEY });
  }
  for (const path of [`${classId}/districts/1`, `${classId}/districts/x`, 'k-nobody/districts/1'])
    await say('POST', `/api/classes/${path}/repair`, { key: KEY });

  // --- Practice and dry run
  const solo = { token: ADA, name: 'Ada', seat: 3 };
  const wishes = [
    {},
    { ...solo, seat: 99 },
    { ...solo, seat: 14 },
    { ...solo, token: 'short' },
    { ...solo, luckOf: 'k-nobody' },
    { ...solo, scenario: 'nowhere' },
    { ...solo, name: '' },
  ];
  for (const body of wishes) await say('POST', '/api/practice', { body });
  const practice = await say('POST', '/api/practice', { body: solo });
  for (const key of [undefined, 'short', ADA, STRANGER])
    await say('GET', `/api/practice/${practice.classId}/record`, { key });
  const robots: readonly (readonly [string, string, unknown])[] = [
    ['POST', '', { seats: 0 }],
    ['POST', '', { setup: { nobody: 1 } }],
    ['GET', `/${classId}`, undefined],
    ['DELETE', '/k-nobody', undefined],
  ];
  for (const [method, path, body] of robots) await say(method, `/api/dry-runs${path}`, { body, key: KEY });
  await say('GET', '/api/dry-runs/any');

  // --- Network check
  for (const accept of ['application/json', 'text/html']) await say('GET', '/api/echo', { accept });
  for (const path of ['/api/echo.js', '/api/echo.css', '/api/echo?socket=open', '/api/preflight'])
    await say('GET', path);
  await say('GET', '/api/preflight', { key: KEY });

  // --- Deletion
  await say('DELETE', `/api/classes/${classId}/people/P001`);
  for (const person of ['p001', 'P099']) await say('DELETE', `/api/classes/${classId}/people/${person}`, { key: KEY });
  await say('DELETE', `/api/classes/${classId}`);
  for (let time = 0; time < 2; time += 1) await say('DELETE', `/api/classes/${classId}`, { key: KEY });
  await say('GET', `/api/classes/${code}`);
  await expectTold('server/http', told);
});
