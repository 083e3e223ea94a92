/** What researchers get: tables that open without effort, pseudonyms, no formulas, and a log that verifies. */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FILES } from '../../server/export/files.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { checkText } from '../../shared/log/check.ts';
import { enter } from '../support/class-room.ts';
import { advanceTo, nth, playing, type Table } from '../support/district.ts';
import { ask } from '../support/http.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';

const bearer = { headers: { authorization: `Bearer ${KEY}` } };
/** Text that looks like a formula runs in a spreadsheet, unless it is escaped. */
const NAMES = ['=HYPERLINK("x")', '李雷', 'Ann, "the" one'] as const;

let server: TestServer;
let table: Table;
const ROUNDS = 2;
/** Seat of the bureau in a district of six. */
const BUREAU = 5;

beforeAll(async () => {
  server = await startServer();
  table = await playing(server.url, NAMES, { seatsPerDistrict: 6 });
  for (let round = 1; round <= ROUNDS; round++) {
    await advanceTo(table, 'plan');
    const [first] = table.tabs;
    await first?.act({
      type: 'filePlan',
      plan: { kind: 'firm', trade: 4, research: 2, shares: [], deal: { kind: 'loan' } },
    });
    const [own = 0, other = 0] = table.tabs.map((tab) => tab.view()?.seat ?? 0);
    await first?.act({ type: 'makeOffer', kind: 'pact', to: other, promise: 2 });
    await table.tabs[1]?.act({ type: 'makeOffer', kind: 'pact', to: own, promise: 1.5 });
    await first?.act({ type: 'makeOffer', kind: 'plea', to: BUREAU, plea: 'noOrders' });
    await advanceTo(table, 'reveal');
  }
});
afterAll(stopServers);

function url(file: string): string {
  return `${server.url}/api/classes/${table.classId}/export/${file}`;
}

/** An independent CSV reader: quotes, doubled quotes, line ends in quotes. */
function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  const [header = [], ...body] = rows;
  expect(new Set(header).size).toBe(header.length);
  for (const each of body) expect(each).toHaveLength(header.length);
  return body.map((each) => Object.fromEntries(header.map((name, index) => [name, each[index] ?? ''])));
}

async function read(file: string) {
  const { status, text } = await ask(url(file), bearer);
  expect(status).toBe(200);
  return readCsv(text);
}

describe('the tables', () => {
  test('are for the instructor only, and of this class only', async () => {
    for (const file of EXPORT_FILES) {
      expect((await ask(url(file))).status).toBe(401);
    }
    expect((await ask(url('passwords.txt'), bearer)).status).toBe(404);
    expect((await ask(url('all.zip').replace(table.classId, 'knobody'), bearer)).body.code).toBe('class-unknown');
  });

  test('begin with a byte order mark, so that a spreadsheet reads Chinese', async () => {
    for (const file of ['decisions.csv', 'rounds.csv', 'codebook.csv']) {
      const bytes = new Uint8Array(await (await fetch(url(file), bearer)).arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }
  });

  test('decisions: a row a seat and round, who decided, when, what they saw, what came of it', async () => {
    const rows = await read('decisions.csv');
    expect(rows).toHaveLength(6 * ROUNDS);
    const own = rows.filter(({ player }) => player === 'P001');
    expect(own).toHaveLength(ROUNDS);
    expect(own[0]).toMatchObject({
      round: '1',
      by: 'human',
      filings: '1',
      trade: '4',
      research: '2',
      deal: 'loan',
      seen_cash: '12',
      seen_knowledge: '4',
      player_name: '',
    });
    const other = rows.find(({ player, round }) => player === 'P002' && round === '1');
    expect(own[0]).toMatchObject({
      promised: `${other?.seat}=2`,
      pleas: `${BUREAU}=noOrders`,
      pleas_heard: '',
    });
    // Bots may have promised something too.
    expect(own[0]?.was_promised?.split(' ')).toContain(`${other?.seat}=1.5`);
    expect(other?.promised).toBe(`${own[0]?.seat}=1.5`);
    expect(other?.was_promised?.split(' ')).toContain(`${own[0]?.seat}=2`);
    const bureau = rows.find(({ seat, round }) => seat === `${BUREAU}` && round === '1');
    expect(bureau?.pleas_heard).toBe(`${own[0]?.seat}=noOrders`);
    expect(bureau?.pleas_heard_granted === '').toBe(own[0]?.pleas_granted === '');
    expect(Number(own[0]?.seconds)).toBeGreaterThanOrEqual(0);
    expect(Date.parse(own[0]?.filed_at ?? '')).toBeGreaterThan(Date.now() - 600_000);
    expect(Number(own[0]?.debt_service)).toBeCloseTo(3.7, 9);
    expect(own[1]?.seen_debt).toBe('7.5');
    const others = rows.filter(({ by }) => by !== 'human');
    expect(others.some(({ by }) => by === 'bot')).toBe(true);
    expect(new Set(others.map(({ filings }) => filings))).toEqual(new Set(['0']));
    expect(rows.some(({ actor_zh }) => /\p{Script=Han}/u.test(actor_zh ?? ''))).toBe(true);
  });

  test('rounds: a row a district and round, wide', async () => {
    const rows = await read('rounds.csv');
    expect(rows.map(({ round }) => round)).toEqual(['1', '2']);
    const first = nth(rows, 0);
    expect(Number(first.income)).toBeGreaterThan(0);
    expect(Object.keys(first).filter((name) => name.startsWith('score_'))).toHaveLength(6);
    expect(Number(first.by_human) + Number(first.by_timeout) + Number(first.by_bot)).toBe(6);
    expect(['2', '3', '4']).toContain(first.figure);
  });

  test('responses: what was answered and predicted; the first prediction counts', async () => {
    const { classId, token } = nth(table.students, 0);
    const room = await enter(server.url, classId, { token });
    const income = [50, 40, 60];
    expect(await room.student({ type: 'predict', figure: '4', income })).toEqual({ ok: true });
    expect(await room.student({ type: 'predict', figure: '2', income: [1] })).toEqual({ ok: true });
    const rows = (await read('responses.csv')).filter(({ player, kind }) => player === 'P001' && kind === 'prediction');
    expect(rows.map(({ about, answer }) => [about, answer])).toEqual([
      ['figure', '4'],
      ['income in round 1', '50'],
      ['income in round 2', '40'],
      ['income in round 3', '60'],
    ]);
    const { text } = await ask(url('predictions.json'), bearer);
    expect(JSON.parse(text)).toEqual([{ player: 'P001', district: 1, figure: '4', income }]);
    expect(await room.student({ type: 'predict', figure: '5' as '4', income })).toMatchObject({
      refused: 'not-understood',
    });
    await room.close();
  });

  test('codebook: every column of the tables, once, with a meaning in both languages', async () => {
    const rows = await read('codebook.csv');
    for (const file of ['decisions.csv', 'rounds.csv', 'responses.csv']) {
      const columns = rows.filter((row) => row.file === file).map(({ column }) => column);
      expect(columns).toEqual(Object.keys(nth(await read(file), 0)));
    }
    expect(rows.filter(({ meaning, type }) => meaning === '' || type === '')).toEqual([]);
    expect(rows.filter(({ meaning_zh }) => !/\p{Script=Han}/u.test(meaning_zh ?? ''))).toEqual([]);
    expect(rows.filter(({ unit, unit_zh }) => (unit === '') !== (unit_zh === ''))).toEqual([]);
    expect(rows.find(({ column }) => column === 'trade')).toMatchObject({ unit: 'points', unit_zh: '点' });
  });
});

describe('all.zip', () => {
  const unzipped = async (query: string) => {
    const bytes = new Uint8Array(await (await fetch(`${url('all.zip')}${query}`, bearer)).arrayBuffer());
    return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  };

  test('holds everything, and nobody’s name', async () => {
    const files = await unzipped('');
    expect(Object.keys(files).sort()).toEqual([
      'README.md',
      'README.zh.md',
      'codebook.csv',
      'data/study-electronicsstreet_description-decisions_data.csv',
      'data/study-electronicsstreet_description-responses_data.csv',
      'data/study-electronicsstreet_description-rounds_data.csv',
      'datapackage.json',
      'dataset_description.json',
      'decisions.csv',
      'events.jsonl',
      'metadata.json',
      'responses.csv',
      'rounds.csv',
    ]);
    const everything = Object.values(files).join('\n');
    for (const name of NAMES) expect(everything).not.toContain(name);
    for (const { token } of table.students) expect(everything).not.toContain(token);
    expect(JSON.parse(files['metadata.json'] ?? '')).toMatchObject({ classId: table.classId, pseudonyms: true });
    const { logs, findings } = checkText(files['events.jsonl'] ?? '');
    expect(findings).toEqual([]);
    expect(logs.map((log) => chronicleOf(log).rounds.length)).toEqual([ROUNDS]);
  });

  test('holds names when they are asked for, and none of them is a formula', async () => {
    const files = await unzipped('?names=1');
    const people = readCsv(files['participants.csv'] ?? '');
    expect(people.map(({ player, name }) => [player, name])).toEqual([
      ['P001', `'${NAMES[0]}`],
      ['P002', NAMES[1]],
      ['P003', NAMES[2]],
    ]);
    const named = readCsv(files['decisions.csv'] ?? '').find(({ player }) => player === 'P001');
    expect(named?.player_name).toBe(`'${NAMES[0]}`);
    expect(readCsv(files['codebook.csv'] ?? '').some(({ file }) => file === 'participants.csv')).toBe(true);
  });
});

describe('a class that has not begun', () => {
  test('exports empty tables', async () => {
    const { status, body } = await ask(`${server.url}/api/classes`, {
      method: 'POST',
      headers: { ...bearer.headers, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(status).toBe(201);
    for (const file of ['events.jsonl', 'decisions.csv', 'rounds.csv', 'all.zip']) {
      expect((await ask(`${server.url}/api/classes/${body.classId}/export/${file}`, bearer)).status).toBe(200);
    }
  });
});
