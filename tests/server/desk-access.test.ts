/** Admission by key, co-instructor's link, projector's link and roster; and a class as it was set up. */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClassLinks, DryRun, OpenClassAnswer, Preflight } from '../../shared/protocol/class-http.ts';
import type { ProjectorView } from '../../shared/protocol/class-room.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { type Connection, enter } from '../support/class-room.ts';
import { nth } from '../support/district.ts';
import { ask, newToken, post } from '../support/http.ts';
import { enrol } from '../support/player.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

async function opened(request: OpenClassRequest = {}): Promise<OpenClassAnswer> {
  const { status, body, text } = await post(`${server.url}/api/classes`, { clockMode: 'desk', ...request }, KEY);
  if (status !== 201) throw new Error(text);
  return body as unknown as OpenClassAnswer;
}

const asInstructor = { headers: { authorization: `Bearer ${KEY}` } };

describe('links', () => {
  test('of a co-instructor opens the same desk, of this class alone', async () => {
    const { classId, code, assistantLink } = await opened();
    const other = await opened();
    await enrol(server.url, code, 'Ada');
    const [one, two] = [
      await enter(server.url, classId, { key: KEY }),
      await enter(server.url, classId, { link: assistantLink }),
    ];
    expect(await two.ask({ type: 'startClass' })).toEqual({ ok: true });
    expect(await one.ask({ type: 'advance' })).toMatchObject({ ok: true });
    await until('both acts on both', () => [one, two].every((desk) => desk.desk()?.acts?.length === 2));
    await until('the same on both', () => [one, two].every((desk) => desk.desk()?.districts[0]?.phase === 'plan'));
    const facts = ({ desk }: Connection) => ({ ...desk(), now: 0 });
    // Fields may differ in order, if one got a whole view and the other a patch.
    await until('all of it', () => isDeepStrictEqual(facts(one), facts(two)));
    expect(one.desk()?.acts?.map(({ by, type }) => `${by} ${type}`)).toEqual([
      'assistant startClass',
      'instructor advance',
    ]);
    await expect(enter(server.url, other.classId, { link: assistantLink })).rejects.toThrow('link-wrong');
    expect(await two.ask({ type: 'issueLink', to: 'assistant' })).toEqual({ ok: false, refused: 'instructor-only' });
  });

  test('are kept as hashes only, and open nothing once there is a new one', async () => {
    const { classId, assistantLink, projectorLink } = await opened();
    const stored = (await server.store.read(`class:${classId}`)).map(({ line }) => line).join('\n');
    expect(stored).not.toContain(assistantLink);
    expect(stored).not.toContain(projectorLink);
    const assistant = await enter(server.url, classId, { link: assistantLink });
    const desk = await enter(server.url, classId, { key: KEY });
    const answer = await desk.ask({ type: 'issueLink', to: 'assistant' });
    const link = answer.ok ? (answer.done?.link ?? '') : '';
    await until('the old one closed', () => assistant.left !== undefined);
    await expect(enter(server.url, classId, { link: assistantLink })).rejects.toThrow('link-wrong');
    expect((await enter(server.url, classId, { link })).left).toBeUndefined();
  });

  test('of an assistant opens the record of its class, and of no other; a projector’s opens none', async () => {
    const own = await opened();
    const other = await opened();
    const status = async (classId: string, link: string) => {
      const url = `${server.url}/api/classes/${classId}/export/events.jsonl`;
      return (await fetch(url, { headers: { authorization: `Bearer ${link}` } })).status;
    };
    expect(await status(own.classId, own.assistantLink)).toBe(200);
    expect(await status(other.classId, own.assistantLink)).toBe(401);
    expect(await status(own.classId, own.projectorLink)).toBe(401);
    const deleted = await fetch(`${server.url}/api/classes/${own.classId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${own.assistantLink}` },
    });
    expect(deleted.status).toBe(401);
  });

  test('of a projector shows public facts, names only when wanted, and asks for nothing', async () => {
    const { classId, code, projectorLink } = await opened({
      title: 'Economics 101',
      language: 'zh',
      seatsPerDistrict: 4,
    });
    const ada = await enrol(server.url, code, 'Ada the Great');
    const desk = await enter(server.url, classId, { key: KEY });
    const projector = await enter(server.url, classId, { link: projectorLink });
    const shown = () => projector.latest<{ view: ProjectorView }>('projector')?.view;
    await until('who is there', () => shown()?.joined === 1);
    expect(shown()).toMatchObject({ stage: 'gathering', code, title: 'Economics 101', language: 'zh' });
    expect(JSON.stringify(projector.all('projector'))).not.toContain('Ada the Great');
    await desk.ask({ type: 'showNames', on: true });
    await until('the names', () => shown()?.names?.[0] === 'Ada the Great');
    await desk.ask({ type: 'showNames', on: false });
    await until('no names', () => shown()?.names === undefined);
    await desk.ask({ type: 'startClass' });
    await desk.ask({ type: 'message', text: 'Look here' });
    await desk.ask({ type: 'message', text: 'For Ada only', player: ada.playerId });
    await until('the district', () => shown()?.districts.length === 1 && shown()?.notice === 'Look here');
    expect(shown()?.districts[0]).toMatchObject({ number: 1, phase: 'news', people: 1, ready: 0 });
    const room = await enter(server.url, shown()?.districts[0]?.id ?? '', { link: projectorLink });
    await until('the public view', () => room.latest('publicView'));
    expect(room.latest('view')).toBeUndefined();
    expect(await projector.ask({ type: 'advance' })).toEqual({ ok: false, refused: 'key-wrong' });
    expect(projector.latest('desk')).toBeUndefined();
    expect(JSON.stringify(projector.all('projector'))).not.toContain('For Ada only');
  });

  test('of a student opens nothing else', async () => {
    const { classId, code } = await opened();
    const ada = await enrol(server.url, code, 'Ada');
    await expect(enter(server.url, classId, { link: ada.token })).rejects.toThrow('link-wrong');
    await expect(enter(server.url, classId, { key: ada.token })).rejects.toThrow('key-wrong');
    const line = await enter(server.url, classId, { token: ada.token });
    expect(await line.ask({ type: 'endClass' })).toEqual({ ok: false, refused: 'key-wrong' });
  });
});

describe('a roster', () => {
  test('gives each label a link and a code that are the same person on any device', async () => {
    const { classId, code, roster } = await opened({ roster: ['Group A', 'Group B'] });
    const entry = nth(roster ?? [], 1);
    expect(roster?.map(({ label }) => label)).toEqual(['Group A', 'Group B']);
    const join = (body: object) => post(`${server.url}/api/classes/${code}/players`, { name: '', ...body });
    const first = await join({ token: newToken(), invite: entry.invite });
    const second = await join({ token: newToken(), invite: entry.invite });
    const third = await post(`${server.url}/api/classes/${code}/reentry`, {
      reentry: entry.reentry,
      token: newToken(),
    });
    expect([first, second, third].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set([first, second, third].map(({ body }) => body.playerId)).size).toBe(1);
    const desk = await enter(server.url, classId, { key: KEY });
    await until('the roster', () => desk.desk()?.roster);
    expect(desk.desk()?.roster).toEqual([
      { id: 0, label: 'Group A' },
      { id: 1, label: 'Group B', player: first.body.playerId },
    ]);
    expect(desk.desk()?.players.map(({ name }) => name)).toEqual(['Group B']);
    expect(await join({ token: newToken(), invite: 'x'.repeat(32) })).toMatchObject({
      status: 404,
      body: { code: 'invite-wrong' },
    });
    const stored = (await server.store.read(`class:${classId}`)).map(({ line }) => line).join('\n');
    expect(stored).not.toContain(entry.invite);
    expect(stored).not.toContain(entry.reentry);
  });

  test('lets nobody else in where the class is by the list only', async () => {
    const { code, roster } = await opened({ roster: ['Ada', 'Bo'], listOnly: true });
    const join = (body: object) => post(`${server.url}/api/classes/${code}/players`, { token: newToken(), ...body });
    expect((await join({ name: 'Eve' })).body.code).toBe('list-only');
    expect((await join({ name: '', invite: nth(roster ?? [], 0).invite })).status).toBe(200);
  });

  test('needs labels that differ, and takes whole names', async () => {
    const open = (roster: readonly string[]) => post(`${server.url}/api/classes`, { roster }, KEY);
    expect((await open(['Ada', ' Ada '])).body.code).toBe('roster-twice');
    expect((await open([`${'Anna '.repeat(8)}Müller`])).status).toBeLessThan(300);
  });

  test('seats a label’s person on one device at a time, until the desk issues a code in its place', async () => {
    const { classId, code, roster } = await opened({ roster: ['Ada'] });
    const { invite, reentry } = nth(roster ?? [], 0);
    const [phone, laptop] = [newToken(), newToken()];
    const byLink = (token: string) => post(`${server.url}/api/classes/${code}/players`, { name: '', token, invite });
    const byCode = (token: string, typed = reentry) =>
      post(`${server.url}/api/classes/${code}/reentry`, { reentry: typed, token });
    const player = String((await byLink(phone)).body.playerId);
    const onPhone = await enter(server.url, classId, { token: phone });
    expect((await byLink(phone)).status, 'the same device again').toBe(200);
    expect(onPhone.left).toBeUndefined();
    expect((await byCode(laptop)).body.playerId).toBe(player);
    await until('the phone to be let go', () => onPhone.left);
    await expect(enter(server.url, classId, { token: phone })).rejects.toThrow('token-unknown');
    expect((await byLink(phone)).body.playerId, 'and back').toBe(player);

    const desk = await enter(server.url, classId, { key: KEY });
    const issued = await desk.ask({ type: 'issueReentry', player });
    expect((await byLink(phone)).body.playerId, 'who is in stays in').toBe(player);
    expect((await byLink(laptop)).body.code).toBe('reentry-wrong');
    const given = issued.ok ? issued.done?.reentry?.code : undefined;
    expect((await byCode(laptop, given)).body.playerId).toBe(player);
    await enter(server.url, classId, { token: laptop });
    expect((await byCode(phone)).body.code).toBe('reentry-wrong');
  });
});

describe('treatments', () => {
  const treatments = [
    { name: 'silent', talk: false },
    { name: 'lawful', parameters: { startLaw: 0.5 }, reputations: true },
  ];
  const started = async (request: OpenClassRequest, before: (desk: Connection) => Promise<unknown> = async () => 0) => {
    const { classId, code, projectorLink } = await opened({ seatsPerDistrict: 4, treatments, ...request });
    for (let person = 0; person < 13; person += 1) await enrol(server.url, code, `Student ${person}`);
    const desk = await enter(server.url, classId, { key: KEY });
    await before(desk);
    await desk.ask({ type: 'startClass' });
    await until('four districts', () => desk.desk()?.districts.length === 4);
    return { desk, projectorLink };
  };

  test('are dealt in equal numbers, and each district plays by its own', async () => {
    const { desk, projectorLink } = await started({ assignment: 'balanced', seed: 3 });
    const districts = desk.desk()?.districts ?? [];
    expect(districts.map(({ treatment }) => treatment).toSorted()).toEqual(['lawful', 'lawful', 'silent', 'silent']);
    for (const { id, treatment } of districts) {
      const room = await enter(server.url, id, { link: projectorLink });
      const { view } = await until('the view', () =>
        room.latest<{ view: { law: number; talkOn: boolean } }>('publicView'),
      );
      expect([view.law, view.talkOn]).toEqual(treatment === 'lawful' ? [0.5, true] : [0, false]);
      await room.close();
    }
  });

  test('are the desk’s to give, before seats are dealt', async () => {
    const { desk } = await started({ assignment: 'hand' }, async (early) => {
      for (const district of [1, 2, 3]) await early.ask({ type: 'assignTreatment', district, treatment: 'lawful' });
      expect(await early.ask({ type: 'assignTreatment', district: 1, treatment: 'kind' })).toMatchObject({
        refused: 'no-such-treatment',
      });
    });
    expect(
      desk
        .desk()
        ?.districts.slice(0, 3)
        .map(({ treatment }) => treatment),
    ).toEqual(['lawful', 'lawful', 'lawful']);
    expect(await desk.ask({ type: 'assignTreatment', district: 1, treatment: 'silent' })).toMatchObject({
      refused: 'already-seated',
    });
  });
});

describe('before a class', () => {
  test('preflight tells the addresses, and who opened the echo page', async () => {
    const { status, body } = await ask(`${server.url}/api/preflight`, asInstructor);
    expect(status).toBe(200);
    const preflight = body as unknown as Preflight;
    expect(preflight).toMatchObject({ storeHealthy: true, echoPath: '/api/echo', arrivals: [], addresses: [] });
    const page = await ask(`${server.url}${preflight.echoPath}`, { headers: { accept: 'text/html' } });
    expect(page.text).toContain('这台设备连得上服务器');
    expect((await ask(`${server.url}/api/preflight`)).status).toBe(401);
  });

  test('a dry run plays a class of robots to the end, marked as one', async () => {
    const started = await post(
      `${server.url}/api/dry-runs`,
      { seats: 5, setup: { seatsPerDistrict: 4, parameters: { rounds: 1 }, newsMs: 200, revealMs: 200 } },
      KEY,
    );
    expect(started.status).toBe(201);
    const { classId } = started.body as unknown as DryRun;
    expect(await post(`${server.url}/api/dry-runs`, {}, KEY)).toMatchObject({ body: { code: 'too-many-dry-runs' } });
    const listed = JSON.parse((await ask(`${server.url}/api/classes`, asInstructor)).text) as { classId: string }[];
    expect(listed.find((entry) => entry.classId === classId)).toMatchObject({ dryRun: true });
    let run: DryRun | undefined;
    const state = async () => {
      run = (await ask(`${server.url}/api/dry-runs/${classId}`, asInstructor)).body as unknown as DryRun;
      return run.state;
    };
    await expect.poll(state).toMatch(/^(finished|failed)$/);
    expect(run).toMatchObject({ state: 'finished', seats: 5, joined: 5, finished: 5, round: 1, rounds: 1 });
    expect(run?.ack?.p95).toBeGreaterThanOrEqual(0);
  });

  test('a dry run can be stopped', async () => {
    const started = await post(`${server.url}/api/dry-runs`, { seats: 4, setup: { seatsPerDistrict: 4 } }, KEY);
    const { classId } = started.body as unknown as DryRun;
    const stopped = await ask(`${server.url}/api/dry-runs/${classId}`, { ...asInstructor, method: 'DELETE' });
    expect(stopped.body).toMatchObject({ state: 'stopped' });
    expect((await post(`${server.url}/api/dry-runs`, { seats: 0 }, KEY)).body).toMatchObject({
      code: 'settings-out-of-range',
    });
  });
});

describe('an opened class', () => {
  test('tells its links once, and in what it is played', async () => {
    const answer = await opened({ language: 'zh', seatsPerDistrict: 6, title: '第一课' });
    const links: ClassLinks = answer;
    expect(links.assistantLink).not.toBe(links.projectorLink);
    const info = await ask(`${server.url}/api/classes/${answer.code}`);
    expect(info.body).toMatchObject({ language: 'zh', seatsPerDistrict: 6, title: '第一课', stage: 'gathering' });
    expect(info.text).not.toContain(links.assistantLink);
    const student = await enrol(server.url, answer.code, 'Ada');
    const line = await enter(server.url, answer.classId, { token: student.token });
    const desk = await enter(server.url, answer.classId, { key: KEY });
    await desk.ask({ type: 'startClass' });
    await until('a seat', () => line.latest<SeatedMessage>('seated'));
    await desk.ask({ type: 'endClass' });
    expect(
      (await post(`${server.url}/api/classes/${answer.code}/players`, { name: 'Late', token: newToken() })).body,
    ).toMatchObject({
      code: 'class-ended',
    });
  });
});
