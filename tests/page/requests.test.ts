/** A page's HTTP requests one by one, and its reading of each kind of answer. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { dryRunNow, openClasses, preflight, startDryRun, stopDryRun } from '../../client/net/desk-http.ts';
import {
  type Answer,
  classEvents,
  classInfo,
  joinClass,
  openClass,
  openPractice,
  reenterClass,
  withRetries,
} from '../../client/net/http.ts';
import { ownRecord, recordInClass, storyInClass } from '../../client/net/own-record.ts';
import { classPredictions } from '../../client/net/predictions.ts';
import { classEnds, deleteClass, erasePerson, fetchExport, repairDistrict } from '../../client/net/records.ts';
import { ownToken } from '../../client/net/token.ts';

interface Said {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const browser = { window: new EventTarget(), document: new EventTarget() };
let server: Server;
let says: (path: string) => Said | undefined;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { method, url = '', headers } = request;
    const key = headers.authorization?.replace(`Bearer ${ownToken()}`, 'Bearer own') ?? '-';
    asked.push([method, url, key, body].filter((part) => part !== '').join(' '));
    const said = says(url);
    if (said === undefined) return void request.socket.destroy();
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers }).end(said.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const { fetch: real } = globalThis;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(new URL(path, url), init));
  for (const [name, target] of Object.entries(browser)) vi.stubGlobal(name, target);
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});
beforeEach(() => {
  asked = [];
  says = () => ({ status: 200, body: '{"classId":"k/1","title":"T"}' });
});

const KEY = 'the key 钥';
const REQUESTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'joins a class': () => joinClass('A/B', { name: 'Ada', token: 't' }),
  'takes a seat over': () => reenterClass('A/B', { reentry: 'r', token: 't' }),
  'looks for a class': () => classInfo('A/B'),
  'opens a class': () => openClass({ clockMode: 'desk' }, KEY),
  'opens a practice': () => openPractice({ name: 'Ada', token: 't', seat: 3 }),
  'reads a class’s log': () => classEvents('A/B', KEY),
  'lists classes': () => openClasses(KEY),
  'looks before a lesson': () => preflight(KEY),
  'starts a dry run': () => startDryRun({ seats: 4 }, KEY),
  'watches a dry run': () => dryRunNow('k/1', KEY),
  'stops a dry run': () => stopDryRun('k/1', KEY),
  'saves data': () => fetchExport('k/1', KEY, 'data'),
  'saves data with names': () => fetchExport('k/1', KEY, 'named'),
  'saves a gradebook': () => fetchExport('k/1', KEY, 'gradebook'),
  'erases a person': () => erasePerson('k/1', 'p/1', KEY),
  'reads links': () => classEnds('k/1', KEY),
  'repairs a district': () => repairDistrict('k/1', 2, KEY),
  'deletes a class': () => deleteClass('k/1', KEY),
  'reads predictions': () => classPredictions('k/1', KEY),
  'reads an own record': () => ownRecord('k/1'),
  'reads an own story': () => storyInClass('k/1'),
  'reads an own record in class': () => recordInClass('k/1'),
};

describe('a page', () => {
  test('asks each thing of its own address, by its own method and key', async () => {
    const all: string[] = [];
    for (const [what, ask] of Object.entries(REQUESTS)) {
      asked = [];
      await ask();
      all.push(...asked.map((request) => `${what}: ${request}`));
    }
    expect(all).toMatchInlineSnapshot(`
      [
        "joins a class: POST /api/classes/A%2FB/players - {"name":"Ada","token":"t","wire":3}",
        "takes a seat over: POST /api/classes/A%2FB/reentry - {"reentry":"r","token":"t"}",
        "looks for a class: GET /api/classes/A%2FB -",
        "opens a class: POST /api/classes Bearer the key ? {"clockMode":"desk"}",
        "opens a practice: POST /api/practice - {"name":"Ada","token":"t","seat":3}",
        "reads a class’s log: GET /api/classes/A%2FB -",
        "reads a class’s log: GET /api/classes/k%2F1/export/events.jsonl?names=1 Bearer the key ?",
        "lists classes: GET /api/classes Bearer the key ?",
        "looks before a lesson: GET /api/preflight Bearer the key ?",
        "starts a dry run: POST /api/dry-runs Bearer the key ? {"seats":4}",
        "watches a dry run: GET /api/dry-runs/k%2F1 Bearer the key ?",
        "stops a dry run: DELETE /api/dry-runs/k%2F1 Bearer the key ?",
        "saves data: GET /api/classes/k%2F1/export/all.zip Bearer the key ?",
        "saves data with names: GET /api/classes/k%2F1/export/all.zip?names=1 Bearer the key ?",
        "saves a gradebook: GET /api/classes/k%2F1/export/gradebook.csv Bearer the key ?",
        "erases a person: DELETE /api/classes/k%2F1/people/p%2F1 Bearer the key ?",
        "reads links: GET /api/classes/k%2F1/links Bearer the key ?",
        "repairs a district: POST /api/classes/k%2F1/districts/2/repair Bearer the key ?",
        "deletes a class: DELETE /api/classes/k%2F1 Bearer the key ?",
        "reads predictions: GET /api/classes/k%2F1/export/predictions.json?names=1 Bearer the key ?",
        "reads an own record: GET /api/practice/k%2F1/record Bearer own",
        "reads an own story: GET /api/classes/k%2F1/own/story Bearer own",
        "reads an own record in class: GET /api/classes/k%2F1/own/record Bearer own",
      ]
    `);
  });

  test('waits ten seconds for an answer, longer for an opening and a record, and for a file as long as it takes', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    const waits = new Map<string, string[]>();
    for (const [what, ask] of Object.entries(REQUESTS)) {
      timeout.mockClear();
      await ask();
      const wait = timeout.mock.calls.flat().join(' and ');
      waits.set(wait, [...(waits.get(wait) ?? []), what]);
    }
    timeout.mockRestore();
    expect([...waits].map(([wait, what]) => `${wait || 'no end'}: ${what.join(', ')}`)).toMatchInlineSnapshot(`
      [
        "10000: joins a class, takes a seat over, looks for a class, opens a practice, reads a class’s log, lists classes, looks before a lesson, starts a dry run, watches a dry run, stops a dry run, erases a person, reads links, repairs a district, deletes a class, reads predictions",
        "60000: opens a class",
        "no end: saves data, saves data with names, saves a gradebook",
        "20000: reads an own record, reads an own story, reads an own record in class",
      ]
    `);
  });

  test('is told of a refusal by its code, of a fault as unexpected, and that nobody answered', async () => {
    const answers: string[] = [];
    const once = [
      'opens a class',
      'lists classes',
      'reads links',
      'saves data',
      'reads an own record',
      'reads predictions',
      'reads a class’s log',
    ];
    for (const what of once) {
      for (const said of [
        { status: 404, body: '{"code":"class-unknown"}' },
        { status: 400, body: '{}' },
        { status: 500, body: 'not JSON' },
        undefined,
      ]) {
        says = (path) => (path.startsWith('/api/classes/A') ? { status: 200, body: '{"classId":"k"}' } : said);
        const answer = (await REQUESTS[what]?.()) as Answer<unknown> | undefined;
        answers.push(
          `${what}, ${said?.status ?? 'nobody'}: ${answer === undefined ? 'nothing' : answer.ok ? 'yes' : answer.code}`,
        );
      }
    }
    expect(answers).toMatchInlineSnapshot(`
      [
        "opens a class, 404: class-unknown",
        "opens a class, 400: unexpected",
        "opens a class, 500: unexpected",
        "opens a class, nobody: unreachable",
        "lists classes, 404: class-unknown",
        "lists classes, 400: unexpected",
        "lists classes, 500: unexpected",
        "lists classes, nobody: unreachable",
        "reads links, 404: class-unknown",
        "reads links, 400: unexpected",
        "reads links, 500: unexpected",
        "reads links, nobody: unreachable",
        "saves data, 404: class-unknown",
        "saves data, 400: unexpected",
        "saves data, 500: unexpected",
        "saves data, nobody: unreachable",
        "reads an own record, 404: class-unknown",
        "reads an own record, 400: unexpected",
        "reads an own record, 500: unexpected",
        "reads an own record, nobody: unreachable",
        "reads predictions, 404: nothing",
        "reads predictions, 400: nothing",
        "reads predictions, 500: nothing",
        "reads predictions, nobody: nothing",
        "reads a class’s log, 404: class-unknown",
        "reads a class’s log, 400: unexpected",
        "reads a class’s log, 500: unexpected",
        "reads a class’s log, nobody: unreachable",
      ]
    `);
  });

  test.each([
    ['attachment; filename="all.zip"', 'all.zip'],
    ['attachment; filename=all.zip', 'all.zip'],
    ['attachment; filename="x.zip"; filename*=UTF-8\'\'%E8%A1%97.zip', '街.zip'],
    ['attachment', 'data'],
  ])('keeps a file under the name its server gives it: %s', async (disposition, name) => {
    says = () => ({ status: 200, body: 'PK', headers: { 'content-disposition': disposition } });
    const saved = await fetchExport('k', KEY, 'data');
    expect(saved).toMatchObject({ ok: true, value: { name } });
    expect(saved.ok ? await saved.value.content.text() : '').toBe('PK');
  });

  test('keeps a file whose server gives it no name under what it is', async () => {
    expect(await fetchExport('k', KEY, 'gradebook')).toMatchObject({ ok: true, value: { name: 'gradebook' } });
  });

  test.each([
    [undefined, 'unreachable'],
    [{ status: 503, body: '{"code":"store-unavailable"}' }, 'store-unavailable'],
    [{ status: 429, body: '{"code":"too-fast"}' }, 'too-fast'],
  ] as const)('asks six times before it gives up, and not more often: %o', async (said, code) => {
    says = () => said;
    const back = setInterval(() => browser.window.dispatchEvent(new Event('online')), 5);
    expect(await withRetries('/anything', {})).toEqual({ ok: false, code });
    clearInterval(back);
    expect(asked).toHaveLength(6);
  });
});
