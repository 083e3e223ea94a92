/** Damage of one class affects no other: the rest are listed and play, and the desk is told. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { classStream, districtStream } from '../../server/storage/port.ts';
import { checkText } from '../../shared/log/check.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { damageLine } from '../support/damage.ts';
import { ask, openClass } from '../support/http.ts';
import { enrol, sitAtDesk } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { KEY, newFolder } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const bearer = { headers: { authorization: `Bearer ${KEY}` } };

let server: ServerProcess | undefined;
let folder: string;

afterEach(async () => {
  await server?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Damages the store while no server runs, and starts one over it. */
async function after(damage: (file: string) => void): Promise<ServerProcess> {
  await server?.end('SIGTERM');
  damage(join(folder, 'street.db'));
  server = await startProcess(folder, await freePort());
  return server;
}

async function begun() {
  folder = await newFolder();
  const first = await startProcess(folder, await freePort());
  server = first;
  const opened = await Promise.all(
    ['one', 'other'].map((title) => openClass(first.url, { title, clockMode: 'desk', seatsPerDistrict: 4 })),
  );
  for (const { classId, code } of opened) {
    await Promise.all(['Ada', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => enrol(first.url, code, name)));
    const desk = await sitAtDesk(first.url, classId);
    await desk.ask({ type: 'startClass' });
    await until('two districts', () => desk.latest()?.districts.length === 2);
  }
  const [one, other] = opened;
  if (one === undefined || other === undefined) throw new Error('two classes were opened');
  return { one, other };
}

test('a district whose record is damaged refuses; its class and its neighbour play on, and the desk is told', async () => {
  const { one } = await begun();
  const stream = districtStream(`${one.classId}-1`);
  const { url } = await after((file) => damageLine(file, stream, 1, (line) => line.replace('"round"', '"rounds"')));
  const desk = await sitAtDesk(url, one.classId);
  await until('the desk to be told', () => desk.latest()?.damaged !== undefined);
  expect(desk.latest()?.damaged).toEqual([{ district: 1, line: 2 }]);
  expect(await desk.ask({ type: 'advance', district: 1 })).toMatchObject({ ok: false, refused: 'record-damaged' });
  expect(await desk.ask({ type: 'advance', district: 2 })).toMatchObject({ ok: true });
  const { text } = await ask(`${url}/api/classes/${one.classId}/export/events.jsonl`, bearer);
  expect(checkText(text).findings.map(({ verdict, districtId }) => [verdict, districtId])).toEqual([
    ['forged', `${one.classId}-1`],
  ]);
  const links = `${url}/api/classes/${one.classId}/links`;
  expect((await ask(links, bearer)).body.districts).toMatchObject([
    { number: 1, records: 0, damaged: true },
    { number: 2 },
  ]);
  // After the repair it goes on from its last whole record, and the data say so.
  const repair = { url: `${url}/api/classes/${one.classId}/districts/1/repair`, init: { method: 'POST', ...bearer } };
  for (const time of ['first', 'again']) {
    expect(await ask(repair.url, repair.init), time).toMatchObject({ status: 200, body: { district: 1 } });
  }
  const later = await sitAtDesk(url, one.classId);
  await until('both districts', () => later.latest()?.districts.length === 2 && later.latest()?.damaged === undefined);
  await expect.poll(async () => (await later.ask({ type: 'advance', district: 1 })).ok).toBe(true);
  const whole = await ask(`${url}/api/classes/${one.classId}/export/events.jsonl`, bearer);
  expect(checkText(whole.text).findings).toEqual([]);
  const [first] = (await ask(links, bearer)).body.districts as readonly { link: string; records: number }[];
  expect(first?.records).toBeGreaterThan(0);
  expect(whole.text.trimEnd().split('\n').at(-1)).toContain(first?.link);
});

test('a class whose record is damaged is listed as such, can be exported and deleted, and no other answer changes', async () => {
  const { one, other } = await begun();
  for (const change of [
    (line: string) => line.replace('"PlayerJoined"', '"PlayerTeleported"'),
    (line: string) => line.slice(0, -9),
  ]) {
    const { url } = await after((file) => damageLine(file, classStream(one.classId), 2, change));
    const list = await ask(`${url}/api/classes`, bearer);
    expect(list.status).toBe(200);
    expect(list.body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ classId: one.classId, title: 'one', damaged: true }),
        expect.not.objectContaining({ damaged: true }),
      ]),
    );
    expect(await ask(`${url}/api/classes/${one.code}`)).toMatchObject({
      status: 409,
      body: { code: 'record-damaged' },
    });
    expect((await ask(`${url}/api/classes/${other.code}`)).body).toMatchObject({ joined: 5 });
    expect((await ask(`${url}/api/classes/${one.classId}/export/responses.csv`, bearer)).status).toBe(200);
  }
  const url = server?.url ?? '';
  const deleted = await ask(`${url}/api/classes/${one.classId}`, { method: 'DELETE', ...bearer });
  expect(deleted.status).toBe(200);
  expect((await ask(`${url}/api/classes/${one.code}`)).status).toBe(404);
});
