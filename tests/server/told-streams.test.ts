/** Reads whole, altered and older class streams, and restates the older ones. */
import { beforeEach, test, vi } from 'vitest';
import type { Recorded } from '../../server/aggregate/ledger.ts';
import { openingEvents } from '../../server/classroom/setup/opening.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import type { ClassEvent } from '../../server/classroom/state/events.ts';
import { detachWords } from '../../server/classroom/stored/own-words.ts';
import { olderStreams } from '../../server/classroom/stored/restate.ts';
import { NO_LINK, readClass } from '../../server/classroom/stored/stream.ts';
import type { KeptWords } from '../../server/storage/port.ts';
import { linked } from '../../shared/log/links.ts';
import { withFingerprint } from '../../shared/log/words.ts';
import { drawn } from '../support/counted-secrets.ts';
import { goldenText } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';
import { ClassStorm, plain } from './class-storm.ts';

vi.mock('../../server/access/secrets.ts', async (original) => {
  const { countedSecrets } = await import('../support/counted-secrets.ts');
  return countedSecrets(await original());
});

beforeEach(() => {
  drawn.count = 0;
});

const ROSTER = ['Gu', 'Ho', 'Io'];

/** The events of each record of a class in which everything was tried. */
function happened(): readonly (readonly ClassEvent[])[] {
  const request = { roster: ROSTER, seatsPerDistrict: 4, seed: 3 };
  const storm = new ClassStorm(3, request);
  storm.go(90);
  const choices = readChoices(request);
  if ('refused' in choices) throw new Error(choices.refused);
  const roster = ROSTER.map((label, place) => ({ label, invite: `invite ${place}`, reentry: `CARD ${place}` }));
  const links = { assistantLink: 'assistant', projectorLink: 'projector', roster };
  const entry = { id: 'k1', code: 'CODE', kind: 'class', open: true, openedAt: 1 } as const;
  const later = storm.tried.flatMap(({ answer }) =>
    'events' in answer && answer.events.length > 0 ? [answer.events] : [],
  );
  const planned = { type: 'DistrictPlanned', district: { number: 1, id: 'k1-1', seed: 5 } } as const;
  return [openingEvents(entry, choices, links), ...later, [planned]];
}

/** `older` leaves the texts in the lines. */
function written(isLinked = true, older = false) {
  const words: KeptWords[] = [];
  const lines: string[] = [];
  let link = NO_LINK;
  for (const [seq, events] of happened().entries()) {
    const split = detachWords(events);
    const record: Recorded & { readonly at: number; readonly events: unknown } = {
      seq,
      at: 1_000 + seq,
      events: older ? events : split.kept,
    };
    if (!older) words.push(...split.words);
    const whole = isLinked ? linked(record, link) : record;
    link = whole.link ?? link;
    lines.push(JSON.stringify(whole));
  }
  return { lines, words };
}

function shelf(lines: readonly string[], words: readonly KeptWords[], district = '') {
  const stored = (text: readonly string[]) => text.map((line, seq) => ({ seq, line }));
  return {
    read: async (stream: string) => stored(stream === 'class:k1' ? lines : district.trimEnd().split('\n')),
    wordsIn: async (stream: string) => (stream === 'class:k1' ? words : []),
  };
}

test('a stream is read up to its first line that is not as it was written', async () => {
  const { lines, words } = written();
  const bare = written(false).lines;
  const at = (place: number, line: string | undefined, of = lines) =>
    of.flatMap((each, index) => (index === place ? (line === undefined ? [] : [line]) : [each]));
  const other = (place: number, more: object, of = lines) =>
    at(place, JSON.stringify({ ...JSON.parse(of[place] ?? '{}'), ...more }), of);
  const broken = { ...withFingerprint('{nope', 'salt'), person: 'p1', kind: 'name' } as const;
  const unread = { type: 'PlayerRenamed', player: 'p1', words: broken.words };
  const [someone] = words.flatMap(({ kind, person }) => (kind === 'name' ? [person] : []));
  const cases: Readonly<Record<string, readonly [lines: readonly string[], words?: readonly KeptWords[]]>> = {
    whole: [lines],
    'of nothing': [[]],
    'without a line': [at(4, undefined)],
    'at another time': [other(4, { at: 7 })],
    'in another place': [other(4, { seq: 5 })],
    'cut off': [at(4, '{"seq":4,"at')],
    'null in a line': [at(4, 'null')],
    'a number in a line': [at(4, '7')],
    'without events': [other(4, { events: 7 })],
    'without a link': [other(4, { link: undefined })],
    'another event first': [other(0, { events: [{ type: 'ClassEnded' }], link: undefined }, bare)],
    'without links': [bare],
    'with one link': [other(4, { link: 'abc' }, bare)],
    'an event that is not known': [other(4, { events: [{ type: 'Nothing' }] }, bare)],
    'without anybody’s words': [lines, []],
    'without the words of one': [lines, words.filter(({ person }) => person !== someone)],
    'with other words': [lines, words.map((own) => ({ ...own, text: '{"name":"X"}' }))],
    'with words that cannot be read': [other(4, { events: [unread] }, bare), [...words, broken]],
  };
  const told: unknown[] = [];
  for (const [what, [given, beside = words]] of Object.entries(cases)) {
    const { log, damagedAt } = await readClass(shelf(given, beside), 'k1');
    const { everyone = [], polls = [], opened } = log?.state ?? {};
    told.push([
      what,
      { damagedAt, records: log?.records.length, at: log?.records.at(-1)?.at },
      everyone.map(({ name }) => name || '-').join(),
      opened?.roster?.map(({ label }) => label || '-').join(),
      polls.flatMap(({ answers }) => [...answers.values()]),
    ]);
  }
  await expectTold('server/class-streams', told);
});

test('an older stream is restated: the lines have fingerprints then, and the texts lie beside them', async () => {
  const older = written(true, true);
  const now = written();
  const talked = goldenText('rules-1/mixed');
  const lines = talked.trimEnd().split('\n');
  const gapped = lines.toSpliced(10, 1).join('\n');
  const labels = JSON.parse(older.lines[0] ?? '{}');
  const rosterOnly = [
    JSON.stringify({ ...JSON.parse(now.lines[0] ?? '{}'), events: labels.events }),
    ...now.lines.slice(1),
  ];
  const cases: Readonly<Record<string, ReturnType<typeof shelf>>> = {
    'as it is written now': shelf(now.lines, now.words),
    'with texts': shelf(older.lines, []),
    'with labels alone': shelf(rosterOnly, now.words),
    'with texts, and damaged': shelf([...older.lines.slice(0, 9), 'x'], []),
    'a district that talked': shelf(now.lines, now.words, talked),
    'and lacks a line': shelf(now.lines, now.words, gapped),
    'a district that was silent': shelf(now.lines, now.words, `${lines[0]}\n`),
    'a district of now': shelf(now.lines, now.words, goldenText('rules-3/street')),
  };
  const told: unknown[] = [];
  for (const [what, store] of Object.entries(cases)) {
    const { streams, damaged } = await olderStreams(store, 'k1');
    told.push({ what, damaged });
    for (const { stream, lines: restated, words } of streams) {
      told.push([stream, restated.length, words.map(({ kind, person, text }) => `${kind} ${person} ${text}`)]);
      told.push(restated.slice(0, 6).map((line) => line.slice(0, 300)));
    }
  }
  await expectTold('server/older-streams', plain(told));
});
