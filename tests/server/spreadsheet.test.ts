/**
 * The tables in a spreadsheet, which guesses cell types: no list becomes a time of day, no text is split at its
 * semicolon, no seed loses a digit. (Opened in LibreOffice Calc by hand: docs/DATA.md.)
 */
import { expect, test } from 'vitest';
import { openedClass } from '../../server/classroom/state/class-state.ts';
import { exportFile } from '../../server/export/files.ts';
import type { ExportSource } from '../../server/export/source.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { recorded } from '../debrief/districts.ts';

const SEED = 1_164_933_414;

function source(): ExportSource {
  const chronicle = chronicleOf(recorded({ firms: ['cooperate'], seed: SEED }));
  const opened = {
    classId: 'k1',
    code: 'ABCD12',
    scenario: 'zhongguancun',
    seatsPerDistrict: 12,
    settings: chronicle.log.header.settings,
    seed: SEED,
    kind: 'class',
  } as const;
  return {
    classId: opened.classId,
    state: openedClass(opened, 0),
    districts: [
      { number: 1, id: 'k1-1', chronicle, seats: chronicle.log.header.actors.length, withheldSeats: new Set() },
    ],
    events: '',
    unreadable: [],
    setAside: [],
    consents: { yes: 0, no: 0, unanswered: 0, 'not-asked': 0, erased: 0 },
    named: false,
    everybody: true,
    withheld: [],
  };
}

async function table(file: 'decisions.csv' | 'rounds.csv' | 'codebook.csv'): Promise<string> {
  return String(await exportFile(source(), file));
}

test('a list of shares does not look like a time of day', async () => {
  const text = await table('decisions.csv');
  expect(text).toMatch(/,\d+=[\d.]+( \d+=[\d.]+)*,/);
  expect(text.match(/(^|,)\d+:\d[^,]*/gm)).toBeNull();
});

test('a semicolon splits no cell', async () => {
  const lines = (await table('codebook.csv')).split('\r\n').filter((line) => line.includes(';'));
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(line).toMatch(/,"[^"]*;[^"]*",[^;]*$/);
});

test('a seed keeps every digit', async () => {
  expect(await table('rounds.csv')).toContain(`,${SEED},`);
});
