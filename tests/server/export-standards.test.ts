/** The data in standard formats: a package read by Frictionless's own library, Psych-DS, a gradebook. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Package } from 'datapackage';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportName } from '../../shared/protocol/export-name.ts';
import { advanceTo, playing, type Table } from '../support/district.ts';
import { newToken, post } from '../support/http.ts';
import { KEY, startServer, stopServers, type TestServer } from '../support/server.ts';

const bearer = { headers: { authorization: `Bearer ${KEY}` } };
const NAMES = ['Müller, Anna', '李雷', '-Bo'] as const;

let server: TestServer;
let table: Table;
let folder: string;
let files: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await startServer();
  table = await playing(server.url, NAMES, { seatsPerDistrict: 6, title: 'Clusters: Monday 产业' });
  for (const phase of ['plan', 'reveal', 'plan', 'reveal'] as const) {
    if (phase === 'reveal') {
      const [first] = table.tabs;
      await first?.act({
        type: 'filePlan',
        plan: { kind: 'firm', trade: 3, research: 3, shares: [], deal: { kind: 'none' } },
      });
    }
    await advanceTo(table, phase);
  }
  folder = await mkdtemp(join(tmpdir(), 'electronics-street-'));
  files = await unpacked('');
});
afterAll(async () => {
  await stopServers();
  await rm(folder, { recursive: true, force: true });
});

function url(file: string): string {
  return `${server.url}/api/classes/${table.classId}/export/${file}`;
}

async function unpacked(query: string): Promise<Readonly<Record<string, string>>> {
  const bytes = new Uint8Array(await (await fetch(`${url('all.zip')}${query}`, bearer)).arrayBuffer());
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

const headerOf = (csv: string | undefined) => (csv ?? '').split('\r\n', 1)[0]?.split(',') ?? [];

test('Frictionless’s own library finds the package valid, and every cell of its column’s type', async () => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const descriptor: object = JSON.parse(files['datapackage.json'] ?? '');
  const read = await Package.load(descriptor, { basePath: folder, strict: false });
  expect(read.errors).toEqual([]);
  expect(read.valid).toBe(true);
  const tables = read.resources.filter(({ name }) => name !== 'events');
  expect(tables.map(({ name }) => name)).toEqual(['decisions', 'rounds', 'responses']);
  for (const resource of tables) {
    expect(resource.errors).toEqual([]);
    const rows = await resource.read({ keyed: true });
    if (resource.name === 'decisions') expect(rows.some(({ executed }) => executed === true)).toBe(true);
  }
});

test('a Psych-DS dataset describes every column of its tables, and no other', () => {
  const described: unknown = JSON.parse(files['dataset_description.json'] ?? '');
  expect(described).toMatchObject({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: expect.stringContaining('Clusters'),
    description: expect.any(String),
  });
  const { variableMeasured } = described as { readonly variableMeasured: readonly { readonly name: string }[] };
  const data = Object.entries(files).filter(([name]) => name.startsWith('data/'));
  expect(data.map(([name]) => name).filter((name) => !/^data\/([a-z]+-[a-zA-Z0-9]+_)+data\.csv$/.test(name))).toEqual(
    [],
  );
  for (const [, text] of data) expect(text.startsWith('\ufeff')).toBe(false);
  const columns = new Set(data.flatMap(([, text]) => headerOf(text)));
  expect(new Set(variableMeasured.map(({ name }) => name))).toEqual(columns);
  expect(variableMeasured).toHaveLength(columns.size);
});

test('the gradebook says who did the work, by the columns Canvas exports, and no score', async () => {
  const text = await (await fetch(url('gradebook.csv'), bearer)).text();
  const [header, ...rows] = text.trimEnd().split('\r\n');
  expect(header).toBe('Student,ID,SIS User ID,SIS Login ID,Section,Rounds filed,Questions right,Reflections,Done');
  expect(rows).toEqual(['"Müller, Anna",,,,,2,0,0,1', '李雷,,,,,0,0,0,0', "'-Bo,,,,,0,0,0,0"]);
  expect(files).not.toHaveProperty('gradebook.csv');
  expect(await unpacked('?names=1')).toHaveProperty('gradebook.csv');
});

test.each([
  [
    'Canvas',
    { student: 'Müller, Anna', id: '11', userId: 'u11', loginId: 'anna', section: 'A' },
    'ID',
    '"Müller, Anna",11,u11,anna,A',
  ],
  ['Moodle', { username: 'anna', idNumber: '007', email: 'a@x.org' }, 'Username', 'Anna Müller,anna,007,a@x.org'],
])('the gradebook has the columns by which %s knows its people, as the roster had them', async (_, sis, head, row) => {
  const request = { roster: [{ label: 'Anna Müller', sis }, 'Bo'] };
  const opened = await post(`${server.url}/api/classes`, request, KEY);
  const [anna] = opened.body.roster as { invite: string }[];
  const joined = { name: '', token: newToken(), invite: anna?.invite };
  expect(await post(`${server.url}/api/classes/${opened.body.code}/players`, joined)).toMatchObject({ status: 200 });
  const path = `${server.url}/api/classes/${opened.body.classId}/export/gradebook.csv`;
  const [header, first] = (await (await fetch(path, bearer)).text()).split('\r\n');
  expect(header?.split(',')[1]).toBe(head);
  expect(first).toBe(`${row},0,0,0,0`);
});

describe('the name of a file', () => {
  test('has title, date and code, and says when names are in it', async () => {
    const dispositionOf = async (file: string) => (await fetch(url(file), bearer)).headers.get('content-disposition');
    const plain = decodeURIComponent((await dispositionOf('all.zip')) ?? '');
    expect(plain).toMatch(new RegExp(`Clusters-Monday-产业_\\d{4}-\\d\\d-\\d\\d_${table.code}\\.zip`));
    expect(decodeURIComponent((await dispositionOf('all.zip?names=1')) ?? '')).toContain(`${table.code}-NAMES.zip`);
    expect(decodeURIComponent((await dispositionOf('gradebook.csv')) ?? '')).toContain('-NAMES_gradebook.csv');
  });

  test('is a plain one, whatever the title', () => {
    const openedAt = Date.UTC(2026, 10, 28);
    const nameOf = (title: string) => exportName({ title, code: 'ABCDEF', openedAt }, 'all.zip', false);
    expect(nameOf('../../etc/passwd')).toBe('etc-passwd_2026-11-28_ABCDEF.zip');
    expect(nameOf('')).toBe('electronics-street_2026-11-28_ABCDEF.zip');
    expect(nameOf('"; rm -rf *')).toBe('rm-rf_2026-11-28_ABCDEF.zip');
    expect(nameOf('x'.repeat(300)).length).toBeLessThan(90);
  });
});
