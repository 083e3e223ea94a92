/** Answers of each route about classes, and what counts as a guess: real routes over a real registry, without rooms. */
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { GuessBrake } from '../../server/access/guess-brake.ts';
import type { Classroom } from '../../server/classroom/classroom.ts';
import { ClassRegistry } from '../../server/classroom/registry.ts';
import { makeMetrics } from '../../server/metrics.ts';
import type { DryRuns } from '../../server/robots/dry-run.ts';
import { StudentFeed } from '../../server/rooms/student-feed.ts';
import { mountRoutes } from '../../server/routes.ts';
import type { EventStore } from '../../server/storage/port.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { checkText } from '../../shared/log/check.ts';
import type { DeskRequestAction } from '../../shared/protocol/class-room.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { goldenLog, goldenText } from '../support/golden.ts';
import { plainPlan } from '../support/player.ts';
import { KEY, log, newFolder } from '../support/server.ts';
import { expectTold } from '../support/told.ts';
import { until } from '../support/waiting.ts';

const START = Date.UTC(2026, 8, 1, 8);
const HERE = '192.0.2.1';
const tokenOf = (name: string) => name.toLowerCase().padEnd(43, '-');

let folder: string;
let store: EventStore;
let registry: ClassRegistry;
let server: Server;
let url: string;
let now = START;
let mayGoOn = true;
const told: string[] = [];
const names = new Map<string, string>();
const counted = (what: string) => (_from: string, guess?: string) => void told.push(`    ${what} ${guess ?? ''}`);
const brake = {
  turn: (from: string, guess?: string) => {
    counted('waits a turn with')(from, guess);
    return Promise.resolve(mayGoOn);
  },
  miss: counted('missed'),
  told: counted('told'),
} as unknown as GuessBrake;
const dryRuns = {
  start: (setup: unknown, seats = 0) =>
    Promise.resolve(seats > 40 ? { refused: 'too-many-dry-runs' } : { setup: setup ?? 'none', seats }),
  report: (id: string) => (id === 'known' ? { how: 'well' } : undefined),
  stop: (id: string) => (id === 'known' ? { how: 'stopped' } : undefined),
} as unknown as DryRuns;

function plain(text: string): string {
  return [...names].reduce(
    (left, [secret, name]) => left.replaceAll(secret, name).replaceAll(secret.toLowerCase(), name),
    text,
  );
}

beforeAll(async () => {
  folder = await newFolder();
  store = await openSqliteStore(join(folder, 'street.db'), log);
  registry = new ClassRegistry({ store, log, now: () => now, botPace: 0 }, 86_400_000);
  const app = express();
  app.set('trust proxy', true);
  const placeIn = async ({ id }: { readonly id: string }) => ({ roomId: id }) as never;
  mountRoutes(app, {
    ...{ store, dryRuns, log, now: () => now, whereabouts: () => ({ port: 1, host: '' }), pages: folder, practices: 1 },
    tools: { registry, store, instructorKey: KEY, brake, placeIn, now: () => now },
    health: { metrics: makeMetrics(), stopping: () => false, metricsTokens: [KEY], metricsOpenHere: false },
    eraseBackups: () => Promise.resolve({ erased: 2, kept: 1 } as never),
  });
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close().closeAllConnections();
  await registry.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const SECRET =
  /"(classId|playerId|assistantLink|projectorLink|invite|reentry|code)":"([A-Z0-9]{6}|[kp][a-z2-9]{14}|[\w-]{32})"/g;

async function say(method: string, path: string, body?: unknown, key?: string): Promise<Record<string, never>> {
  now += 1_000;
  told.push(`${method} ${path}${key === undefined ? '' : ' with a key'} ${JSON.stringify(body) ?? ''}`);
  const headers: Record<string, string> = { 'x-forwarded-for': HERE };
  if (key !== undefined) headers.authorization = `Bearer ${key}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${url}${path}`, { method, headers, ...sent });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString('utf8');
  for (const [, what = '', secret = ''] of text.matchAll(SECRET)) {
    if (!names.has(secret)) names.set(secret, `<${what} ${names.size}>`);
  }
  const type = response.headers.get('content-type')?.split(';')[0];
  const shown = type?.endsWith('zip')
    ? text.slice(0, 2)
    : text.replace(/"type":"urn[^}]*"code"/, '"code"').slice(0, 420);
  told.push(`    ${response.status} ${type} ${response.headers.get('content-disposition') ?? ''} ${shown}`);
  return type?.endsWith('json') ? JSON.parse(text) : {};
}

test('every route about classes answers the same, and counts the same', async () => {
  // --- The list: newest first, damaged classes and dry runs marked
  await say(
    'POST',
    '/api/classes',
    { title: 'Monday', seed: 7, seatsPerDistrict: 4, clockMode: 'desk', roster: ['Gu'] },
    KEY,
  );
  await say('POST', '/api/classes', { homework: { due: START + 2_000, late: 'mark' } }, KEY);
  const due = START + 3_600_000_000;
  await say('POST', '/api/classes', { title: 'Homework', homework: { due, late: 'mark' }, language: 'zh' }, KEY);
  const opened = await say(
    'POST',
    '/api/classes',
    { title: 'Monday', research: true, seatsPerDistrict: 4, clockMode: 'desk', seed: 7, roster: ['Gu'] },
    KEY,
  );
  const { classId, code, assistantLink, roster } = opened as unknown as Record<string, string>;
  const [gu] = roster as unknown as readonly { readonly invite: string; readonly reentry: string }[];
  vi.spyOn(registry, 'openClass').mockResolvedValueOnce(undefined);
  await say('POST', '/api/classes', {}, KEY);
  const listed = await registry.listed();
  const [first] = listed;
  if (first === undefined || classId === undefined || code === undefined) throw new Error('no class');
  const entry = { ...first.entry, openedAt: START + 500, kind: 'dry-run' as const };
  vi.spyOn(registry, 'listed').mockResolvedValueOnce([{ entry, damaged: true }, ...listed]);
  await say('GET', '/api/classes', undefined, KEY);
  for (const [, secret] of [...names]
    .map(([known, name]) => [name, known] as const)
    .filter(([name]) => name.startsWith('<code')))
    await say('GET', `/api/classes/${secret}`);

  // --- Joining
  const door = `/api/classes/${code.toLowerCase()}`;
  await say('POST', `${door}/players`, { name: 'Ada', token: tokenOf('Ada'), wire: WIRE_VERSION, research: false });
  await say('POST', `${door}/players`, { name: 'Bo', token: tokenOf('Bo'), wire: WIRE_VERSION + 1, research: true });
  await say('POST', `${door}/players`, { name: 'Chen', token: tokenOf('Chen') });
  await say('POST', `${door}/players`, { name: '', token: tokenOf('Gu'), invite: 'wrong' });
  await say('POST', `${door}/players`, { name: '  ', token: tokenOf('Dai') });
  await say('POST', `${door}/players`, { name: '', token: tokenOf('Gu'), invite: gu?.invite });
  await say('POST', `${door}/reentry`, { reentry: 'WRONG2', token: tokenOf('Eva') });
  await say('POST', `${door}/reentry`, { reentry: gu?.reentry, token: tokenOf('Eva') });
  await say('POST', '/api/classes/NOPE22/reentry', { reentry: gu?.reentry, token: tokenOf('Eva') });
  mayGoOn = false;
  await say('GET', door);
  await say('POST', `${door}/players`, { name: 'Fu', token: tokenOf('Fu') });
  await say('POST', `${door}/reentry`, { reentry: gu?.reentry, token: tokenOf('Eva') });
  await say('GET', `/api/classes/${classId}/mirrors`, undefined, 'wrong');
  await say('GET', `/api/classes/${classId}/export/predictions.json`, undefined, assistantLink);
  mayGoOn = true;

  // --- A game and its records
  const classroom = await registry.byId(classId);
  if (classroom === undefined) throw new Error('no class');
  let asked = 0;
  const desk = (action: DeskRequestAction) => {
    asked += 1;
    return classroom.desk(action, `request-${asked}`);
  };
  await desk({ type: 'startClass' });
  await until('the game', () => classroom.session(1)?.state.phase === 'news');
  for (const name of ['Ada', 'Bo', 'Chen']) {
    const player = classroom.doors.playerWith(tokenOf(name))?.id ?? '';
    names.set(player, `<${name}>`);
    await classroom.student(player, { type: 'predict', figure: '3', income: Array(12).fill(3) });
  }
  const file = (name: string) => `/api/classes/${classId}/export/${name}`;
  for (const key of [KEY, assistantLink, 'wrong']) await say('GET', file('predictions.json'), undefined, key);
  await say('GET', file('predictions.json?names=1'), undefined, KEY);
  await say('GET', file('predictions.json?names=2'), undefined, KEY);
  await say('GET', file('gradebook.csv'), undefined, assistantLink);
  await say('GET', file('all.zip'), undefined, KEY);
  await say('GET', `/api/classes/k-nobody/export/predictions.json`, undefined, assistantLink);
  const unread = { entry: first.entry, damaged: true };
  const blind = () => void vi.spyOn(registry, 'onRecord').mockResolvedValueOnce(unread);
  blind();
  await say('GET', file('rounds.csv'), undefined, KEY);
  blind();
  await say('GET', `/api/classes/${classId}/links`, undefined, KEY);
  await say('GET', `/api/classes/${classId}/mirrors`, undefined, KEY);
  await say('GET', `/api/classes/k-nobody/mirrors`, undefined, KEY);

  // --- Practice: one for this network
  const solo = { token: tokenOf('Gao'), name: 'Gao', seat: 3 };
  const mine = (await say('POST', '/api/practice', solo)) as unknown as Record<string, string>;
  await say('GET', `/api/practice/${mine.classId}/record`, undefined, tokenOf('Gao'));
  await say('POST', '/api/practice', { ...solo, luckOf: mine.classId });
  const own = await registry.byId(mine.classId ?? '');
  own?.arrive(mine.playerId ?? '');
  await say('POST', '/api/practice', solo);
  own?.leave(mine.playerId ?? '');
  await say('POST', '/api/practice', solo);
  await say('GET', `/api/practice/${mine.classId}/record`, undefined, tokenOf('Gao'));
  await say('POST', '/api/practice', { ...solo, seat: 99 });
  await say('POST', '/api/practice', { ...solo, name: 7 });
  await say('POST', '/api/practice', { ...solo, token: 'short' });

  // --- Dry run
  await say('POST', '/api/dry-runs', undefined, KEY);
  await say('POST', '/api/dry-runs', { setup: { seed: 1 }, seats: 5 }, KEY);
  await say('POST', '/api/dry-runs', { seats: 41 }, KEY);
  await say('POST', '/api/dry-runs', { seats: 'many' }, KEY);
  for (const method of ['GET', 'DELETE'])
    for (const id of ['known', classId, 'no']) await say(method, `/api/dry-runs/${id}`, undefined, KEY);
  vi.spyOn(store, 'classById').mockResolvedValueOnce({ ...first.entry, kind: 'dry-run' });
  await say('GET', '/api/dry-runs/gone', undefined, KEY);
  for (const method of ['GET', 'DELETE']) {
    vi.spyOn(store, 'classById').mockRejectedValueOnce(new Error('away'));
    await say(method, '/api/dry-runs/gone', undefined, KEY);
  }

  // --- Deletion
  vi.spyOn(registry, 'scrub').mockResolvedValueOnce(false);
  await say('DELETE', `/api/classes/${classId}/people/p001`, undefined, KEY);
  const erased = { pseudonym: 'p002', damaged: [1], elsewhere: true } as never;
  vi.spyOn(registry, 'erasePerson').mockResolvedValueOnce(erased);
  await say('DELETE', `/api/classes/${classId}/people/p002`, undefined, KEY);
  await say('DELETE', `/api/classes/${classId}/people/p099`, undefined, KEY);
  await say('DELETE', `/api/classes/${classId}`, undefined, KEY);
  await say('DELETE', `/api/classes/${classId}`, undefined, KEY);
  await say('GET', `/api/classes/${classId}/links`, undefined, KEY);
  await expectTold('server/routes', told.map(plain));
});

/** One person, beside bots that are quick. */
async function playsOut(classId: string, player: string): Promise<string> {
  const classroom = await registry.byId(classId);
  classroom?.arrive(player);
  const place = await until('a seat', () => classroom?.doors.seatOf(player));
  const session = await until('a game', () => classroom?.sessions.find(({ id }) => id === place.districtId));
  session.arrive(place.seat, player);
  let acted = '';
  await until('the end', () => {
    const { state } = session;
    const id = `act-${state.round}-${state.phase}`;
    if (state.phase === 'ended' || acted === id) return state.phase === 'ended';
    acted = id;
    const plan = plainPlan(viewFor(state, place.seat));
    const action = state.phase === 'plan' ? ({ type: 'filePlan', plan } as const) : ({ type: 'signalReady' } as const);
    void session.act(place.seat, player, { id, round: state.round, action });
    return false;
  });
  session.leave(place.seat, player);
  classroom?.leave(player);
  return session.id;
}

test('who has played alone to the end gets the record, and of homework the game that it goes on from, too', async () => {
  const ask = async (path: string, token: string, body?: unknown): Promise<Record<string, string>> => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const authorization = `Bearer ${path.startsWith('/api/classes') ? KEY : token}`;
    const headers = { authorization, 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.7' };
    const response = await fetch(`${url}${path}`, { headers, ...sent });
    const text = await response.text();
    const isLog = response.headers.get('content-type')?.includes('jsonl') === true;
    return isLog ? { log: text } : { ...JSON.parse(text), status: `${response.status}` };
  };
  const recorded = async (classId: string, token: string) => {
    const { log: text = '', code = '' } = await ask(`/api/practice/${classId}/record`, token);
    return text === '' ? code : checkText(text).logs.map(({ header }) => header.districtId);
  };

  const [hua, ida] = [tokenOf('Hua'), tokenOf('Ida')];
  const solo = { token: hua, name: 'Hua', seat: 3 };
  const { classId = '', playerId = '' } = await ask('/api/practice', hua, solo);
  expect(await recorded(classId, hua)).toBe('not-found');
  const played = await playsOut(classId, playerId);
  expect(await recorded(classId, hua)).toEqual([played]);
  expect(await recorded(classId, ida)).toBe('not-found');

  // Its place is free only once it is gone.
  vi.spyOn(registry, 'deleteClass').mockRejectedValueOnce(new Error('away'));
  expect(await ask('/api/practice', hua, solo)).toMatchObject({ status: '500' });
  expect(await ask('/api/practice', hua, { ...solo, luckOf: classId })).toMatchObject({ status: '201' });

  const homework = { due: now + 3_600_000, late: 'mark', seat: 1 };
  const past = goldenLog('rules-3/street');
  const goesOn = { log: goldenText('rules-3/street'), round: past.header.parameters.rounds, phase: 'plan' };
  const opened = await ask('/api/classes', KEY, { playOn: goesOn, homework });
  const joined = await ask(`/api/classes/${opened.code}/players`, '', { name: 'Ida', token: ida });
  const said = new Map<string, unknown>();
  const feed = new StudentFeed({ send: said.set.bind(said) } as never, joined.playerId ?? '', async () => undefined);
  feed.update((await registry.byId(opened.classId ?? '')) as Classroom);
  expect(said.get('person')).toEqual({ name: 'Ida', homework: { ...homework, recorded: true } });
  const own = await playsOut(opened.classId ?? '', joined.playerId ?? '');
  expect(await recorded(opened.classId ?? '', ida)).toEqual([own, past.header.districtId]);
});
