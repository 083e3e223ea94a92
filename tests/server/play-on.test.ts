/** A class that plays on from another's record: the past stays unchanged, and people get their seats back. */
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import { pastStream } from '../../server/storage/port.ts';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { checkText } from '../../shared/log/check.ts';
import { type DistrictLog, serialise } from '../../shared/log/jsonl.ts';
import { replay } from '../../shared/log/replay.ts';
import { PLAY_ON_BYTES } from '../../shared/protocol/setup-choices.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { enter } from '../support/class-room.ts';
import { ask, openClass, post } from '../support/http.ts';
import { enrol, seatOf, sitAtDesk } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { startTogether } from '../support/robots.ts';
import { KEY, newFolder, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

afterAll(stopServers);

const bearer = { headers: { authorization: `Bearer ${KEY}` } };

async function textOf(url: string, classId: string, file = 'events.jsonl'): Promise<string> {
  return (await ask(`${url}/api/classes/${classId}/export/${file}`, bearer)).text;
}

async function logsOf(url: string, classId: string): Promise<readonly DistrictLog[]> {
  const { logs, findings } = checkText(await textOf(url, classId));
  expect(findings.filter(({ what }) => what !== 'game-unfinished')).toEqual([]);
  return logs;
}

function robots(url: string, code: string, tokens: readonly (string | undefined)[]): readonly Robot[] {
  const samples = emptySamples();
  const how = { url, code, policy: 'mixed', latency: 0, drop: 0, think: 0, samples } as const;
  return tokens.map(
    (token, index) => new Robot({ ...how, number: index + 1, ...(token === undefined ? {} : { token }) }),
  );
}

async function playThrough(url: string, classId: string, players: readonly Robot[]): Promise<void> {
  for (const player of players) expect(await player.join()).toBe(true);
  await startTogether(url, classId, players.length);
  await Promise.all(players.map((player) => player.play()));
}

/** Rows of a table by column name. */
function rowsOf(csv: string): readonly ReadonlyMap<string, string>[] {
  const [head = '', ...lines] = csv.replace('\u{feff}', '').trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => new Map(line.split(',').map((cell, index) => [names[index] ?? '', cell])));
}

test('a class of 24 robots plays on from round 5 in three branches, and their past is the original’s', async () => {
  const { url } = await startServer();
  const wait = { clockMode: 'wait', parameters: { rounds: 7 } } as const;
  const first = await openClass(url, wait);
  const players = robots(
    url,
    first.code,
    Array.from({ length: 24 }, () => undefined),
  );
  await playThrough(url, first.classId, players);
  const before = await textOf(url, first.classId);
  const originals = await logsOf(url, first.classId);
  expect(originals).toHaveLength(2);

  const second = await openClass(url, {
    clockMode: 'wait',
    playOn: { classId: first.classId, round: 5, phase: 'news' },
    treatments: [
      { name: 'as before' },
      { name: 'no talk', talk: false, reputations: true },
      { name: 'traders', population: 'trader', parameters: { taxRate: 0.3 } },
    ],
  });
  const again = robots(
    url,
    second.code,
    players.map(({ token }) => token),
  );
  await playThrough(url, second.classId, again);
  expect(again.every(({ finished, round }) => finished && round === 7)).toBe(true);

  const branches = await logsOf(url, second.classId);
  expect(branches).toHaveLength(6);
  for (const branch of branches) {
    const { lineage, treatment } = branch.header;
    const original = originals.find(({ header }) => header.districtId === lineage?.districtId);
    if (original === undefined || lineage === undefined) throw new Error('a branch names its original');
    const { seq } = lineage;
    expect(branch.records.slice(0, seq)).toEqual(original.records.slice(0, seq));
    expect(lineage).toMatchObject({ why: 'play-on', hash: stateHash(replay(original, seq).state) });
    const hashes = (log: DistrictLog) =>
      log.records.filter((each) => each.seq <= seq).flatMap(({ hash }) => hash ?? []);
    expect(hashes(branch)).toEqual(hashes(original));
    expect(hashes(branch)).toHaveLength(4);
    // Everybody who returned has their old seat.
    const held = replay(branch).state.seats.flatMap(({ player }, seat) =>
      player === undefined ? [] : [{ player, seat }],
    );
    expect(held).toHaveLength(4);
    const atFirst = replay(original).state.seats;
    for (const { player, seat } of held) expect(atFirst[seat]?.player).toBe(player);
    const { state } = replay(branch);
    expect(state).toMatchObject({ phase: 'ended', settings: { talk: treatment !== 'no talk' } });
    expect(state.changed?.taxRate).toBe(treatment === 'traders' ? 0.3 : undefined);
    if (treatment === 'traders') expect(state.seats.filter(({ policy }) => policy === 'trader')).toHaveLength(8);
    expect(state.seed).toBe(replay(original).state.seed);
  }
  const taken = branches.flatMap((branch) => replay(branch).state.seats.flatMap(({ player }) => player ?? []));
  expect(new Set(taken).size).toBe(24);

  // Rounds before the fork appear only once.
  const rounds = rowsOf(await textOf(url, second.classId, 'rounds.csv'));
  expect(rounds.map((row) => `${row.get('district')} ${row.get('round')}`).toSorted()).toEqual(
    [1, 2, 3, 4, 5, 6].flatMap((district) => [5, 6, 7].map((round) => `${district} ${round}`)),
  );
  expect(rounds.every((row) => originals.some(({ header }) => header.districtId === row.get('plays_on_from')))).toBe(
    true,
  );
  const decisions = rowsOf(await textOf(url, second.classId, 'decisions.csv'));
  expect(decisions).toHaveLength(6 * 3 * 12);
  expect(await textOf(url, first.classId)).toBe(before);
});

/** A game of bots as a file. */
function played(seed: number, rounds = 4): DistrictLog {
  const policies = mixedPolicies(zhongguancun.roster, seed);
  const match = new Match({ scenario: zhongguancun, seed, policies, parameters: { rounds }, keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('the match keeps a log');
  return match.log;
}

describe('a log that was sent', () => {
  let server: ServerProcess | undefined;
  let folder: string;

  afterEach(async () => {
    await server?.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  test('is played on, and survives kill -9 with the same past and the same seats', async () => {
    folder = await newFolder();
    const port = await freePort();
    server = await startProcess(folder, port);
    const log = played(5);
    const { classId, code } = await openClass(server.url, {
      clockMode: 'desk',
      playOn: { log: serialise(log), round: 2, phase: 'reveal' },
      parameters: { leaveForced: 0.25 },
      roster: ['Ada', 'Bo'],
    });
    // No district is founded yet.
    await server.end('SIGKILL');
    server = await startProcess(folder, port);
    const ada = await enrol(server.url, code, 'Ada');
    const desk = await sitAtDesk(server.url, classId);
    expect(await desk.ask({ type: 'startPractice' })).toMatchObject({ ok: false, refused: 'wrong-phase' });
    expect(await desk.ask({ type: 'startClass' })).toMatchObject({ ok: true });
    const seat = await seatOf(server.url, ada);
    const [begun] = await logsOf(server.url, classId);
    await server.end('SIGKILL');
    server = await startProcess(folder, port);
    expect(await seatOf(server.url, ada)).toEqual(seat);
    const [branch] = await logsOf(server.url, classId);
    expect(branch?.records.slice(0, begun?.records.length)).toEqual(begun?.records);
    expect(branch?.header.lineage).toMatchObject({ districtId: log.header.districtId, why: 'play-on' });
    if (branch === undefined) throw new Error('the branch has a log');
    const { state } = replay(branch);
    expect(state).toMatchObject({ phase: 'news', round: 3, changed: { rounds: 4, leaveForced: 0.25 } });
    expect(state.seats[seat.seat]).toMatchObject({ control: 'human', player: ada.playerId });
    expect(stateHash(replay(branch, branch.header.lineage?.seq).state)).toBe(branch.header.lineage?.hash);
  });
});

describe('what is refused', () => {
  let server: TestServer;
  const log = played(6);
  const from = (playOn: object, more: object = {}) =>
    post(
      `${server.url}/api/classes`,
      { playOn: { round: 2, phase: 'news', log: serialise(log), ...playOn }, ...more },
      KEY,
    );
  const lines = serialise(log).split('\n');
  const forged = lines.map((line, index) => (index === 5 ? line.replace('"at":0', '"at":7') : line)).join('\n');
  const { link: _, ...header } = log.header;

  test('is said by name', async () => {
    server = await startServer();
    const { classId } = await openClass(server.url);
    for (const [playOn, more, status, code] of [
      [{ round: 9 }, {}, 409, 'moment-unknown'],
      [{ round: 4, phase: 'reveal' }, {}, 409, 'game-over'],
      [{ log: JSON.stringify({ ...header, rulesVersion: 2, version: 1 }) }, {}, 409, 'rules-older'],
      [{ log: '{"seq":1}\n' }, {}, 409, 'record-forged'],
      [{ log: 'no log' }, {}, 409, 'record-damaged'],
      [{ log: '{"format":"something-else"}\n' }, {}, 409, 'record-damaged'],
      [{ log: forged }, {}, 409, 'record-forged'],
      [{}, { parameters: { startLaw: 0.5 } }, 400, 'parameter-not-open'],
      [{}, { parameters: { rounds: 5 } }, 400, 'parameter-not-open'],
      [{}, { parameters: { nonsense: 5 } }, 400, 'no-such-parameter'],
      [{}, { population: 'everybody' }, 400, 'no-such-population'],
      [{}, { seatsPerDistrict: 8 }, 400, 'settings-out-of-range'],
      [{ log: serialise(log, played(7, 5)) }, {}, 400, 'pasts-differ'],
      [{ log: undefined }, {}, 400, 'settings-out-of-range'],
      [{ districts: [3] }, {}, 400, 'no-such-district'],
      [{ log: undefined, classId: 'nobody' }, {}, 404, 'class-unknown'],
      [{ log: undefined, classId }, {}, 400, 'no-such-district'],
    ] as const) {
      const answer = await from(playOn, more);
      expect([answer.status, answer.body.code, answer.body.detail], code).toEqual([status, code, answer.body.detail]);
    }
    expect((await from({}, { parameters: { rounds: 4, startCash: 12 } })).status).toBe(201);
    expect((await from({ round: 1 }, { parameters: { startLaw: 0.5 } })).status).toBe(201);
    expect((await post(`${server.url}/api/classes`, { newLuck: true }, KEY)).body.code).toBe('settings-out-of-range');
  });

  test('nobody without the key can send a large log, and nobody a larger one', async () => {
    server = await startServer();
    const large = JSON.stringify({ playOn: { log: 'x'.repeat(200_000), round: 1, phase: 'news' } });
    expect((await post(`${server.url}/api/classes`, large, 'wrong')).status).toBe(401);
    expect((await post(`${server.url}/api/classes`, large, KEY)).body.code).toBe('record-damaged');
    const larger = JSON.stringify({ playOn: { log: 'x'.repeat(PLAY_ON_BYTES), round: 1, phase: 'news' } });
    expect((await post(`${server.url}/api/classes`, larger, KEY)).status).toBe(413);
  });
});

test('a running class is played on by some who come back and by strangers; deleted, nothing of it is left', async () => {
  const { url, store } = await startServer();
  const roster = ['Ada', 'Bo', 'Cy'];
  const setup = { clockMode: 'desk', seatsPerDistrict: 4, roster } as const;
  const opened = await post(`${url}/api/classes`, setup, KEY);
  const code = String(opened.body.code);
  const classId = String(opened.body.classId);
  const invites = new Map(
    (opened.body.roster as { label: string; invite: string }[]).map((each) => [each.label, each.invite]),
  );
  const byInvite = (where: string, label: string, token: string, links: ReadonlyMap<string, string>) =>
    post(`${url}/api/classes/${where}/players`, { name: label, token, invite: links.get(label) });
  const tokens = { Ada: 'a'.repeat(43), Bo: 'b'.repeat(43), Cy: 'c'.repeat(43) };
  const ids: Record<string, unknown> = {};
  for (const [label, token] of Object.entries(tokens))
    ids[label] = (await byInvite(code, label, token, invites)).body.playerId;
  const desk = await sitAtDesk(url, classId);
  await desk.ask({ type: 'startClass' });
  for (const _ of [1, 2, 3, 4]) await desk.ask({ type: 'advance' });
  await until('round 2', () => desk.latest()?.districts[0]?.round === 2);
  const seatsBefore = new Map(desk.latest()?.players.map(({ name, seat }) => [name, seat]));

  const asCy = await enter(url, classId, { token: tokens.Cy });
  expect(await asCy.student({ type: 'consent', research: false })).toMatchObject({ ok: true });
  await asCy.close();

  const second = await post(
    `${url}/api/classes`,
    { ...setup, roster: ['Bo', 'Di'], playOn: { classId, district: 1, round: 2, phase: 'news' } },
    KEY,
  );
  expect(second.status).toBe(201);
  const newCode = String(second.body.code);
  const newId = String(second.body.classId);
  const links = new Map(
    (second.body.roster as { label: string; invite: string }[]).map((each) => [each.label, each.invite]),
  );
  // A stranger first; then one by the old device, and one by the label on a new device.
  await byInvite(newCode, 'Di', 'd'.repeat(43), links);
  const ada = await post(`${url}/api/classes/${newCode}/players`, { name: 'Ada', token: tokens.Ada });
  const bo = await byInvite(newCode, 'Bo', 'e'.repeat(43), links);
  expect([ada.body.playerId, bo.body.playerId]).toEqual([ids.Ada, ids.Bo]);
  const newDesk = await sitAtDesk(url, newId);
  await newDesk.ask({ type: 'startClass' });
  await until('seats', () => newDesk.latest()?.players.every(({ seat }) => seat !== undefined));
  const seats = new Map(
    newDesk.latest()?.players.map(({ name, seat, districtNumber }) => [name, { seat, districtNumber }]),
  );
  expect(seats.get('Ada')).toEqual({ seat: seatsBefore.get('Ada'), districtNumber: 1 });
  expect(seats.get('Bo')).toEqual({ seat: seatsBefore.get('Bo'), districtNumber: 1 });
  // Cy's seat stays reserved for Cy, who comes late.
  expect(seats.get('Di')?.seat).not.toBe(seatsBefore.get('Cy'));
  const cy = await enrol(url, newCode, 'Cy', tokens.Cy);
  expect(cy.playerId).toBe(ids.Cy);
  expect((await seatOf(url, cy)).seat).toBe(seatsBefore.get('Cy'));
  expect(desk.latest()?.districts[0]?.round).toBe(2);

  // A no to research covers the copied past too.
  expect(await textOf(url, newId)).not.toContain(`"districtId":"${newId}-1"`);
  expect(await textOf(url, newId, 'events.jsonl?names=1')).toContain(`"districtId":"${newId}-1"`);

  const removed = await ask(`${url}/api/classes/${newId}`, { ...bearer, method: 'DELETE' });
  expect(removed.body.removed).toMatchObject({ players: 4, districts: 1 });
  expect(await store.read(pastStream(newId, 0))).toEqual([]);
  expect(await textOf(url, classId, 'events.jsonl?names=1')).toContain(`"districtId":"${classId}-1"`);
});
