/** Every change of a log is found on its line; undetectable changes are stated. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { decide } from '../../shared/engine/decide.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { checkText } from '../../shared/log/check.ts';
import { type DistrictLog, serialise } from '../../shared/log/jsonl.ts';
import { headerLink, linked, linkedLine } from '../../shared/log/links.ts';
import { logEnd } from '../../shared/log/log-end.ts';
import type { LogRecord } from '../../shared/log/record.ts';
import { firstDifference } from '../../shared/log/replay.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';
import { FORGERIES } from './forgeries.ts';

/** A game with offers. */
function played(seed: number): DistrictLog {
  const policies = mixedPolicies(zhongguancun.roster, seed);
  const match = new Match({ scenario: zhongguancun, seed, policies, parameters: { rounds: 4 }, keepLog: true });
  while (match.state.phase !== 'ended') {
    match.plans();
    const command = { at: 0, by: 'bot', seat: 0, action: { type: 'makeOffer', kind: 'pact', to: 1 } } as const;
    if (!isRefusal(decide(match.state, command))) match.take(command);
    match.playRound();
  }
  if (match.log === undefined) throw new Error('the match keeps a log');
  return match.log;
}

/** A log of the first format: no links, no last line. */
function unlinked({ header, records }: DistrictLog): DistrictLog {
  const { link: _, ...rest } = header;
  return { header: { ...rest, version: 1 }, records: records.map(({ link: __, ...record }) => record) };
}

const log = played(5);
const first = unlinked(log);
const lineOfPlan = ({ records }: DistrictLog) =>
  records.findIndex(
    ({ command }) => command?.type === 'filePlan' && command.plan.kind === 'firm' && command.plan.shares.length === 0,
  ) + 2;
const asLines = (text: string) => text.trimEnd().split('\n');
const linesOf = ({ header, records }: DistrictLog) => [header, ...records].map((line) => JSON.stringify(line));
const found = (lines: readonly string[]) => checkText(`${lines.join('\n')}\n`).findings;

describe('a log of links', () => {
  test('as it was written is whole', () => {
    expect(checkText(serialise(log))).toMatchObject({ logs: [log], findings: [], limits: ['no-key'] });
  });

  test('a record and its line say the same, put together once', () => {
    for (const { link: _, ...record } of log.records) {
      for (const before of [undefined, log.header.link]) {
        const made = linkedLine(record, before);
        expect(made.record).toEqual(linked(record, before));
        expect(made.line).toBe(JSON.stringify(linked(record, before)));
      }
    }
  });

  test.each(FORGERIES)('$name is found, on its line', ({ forge }) => {
    const { lines, at } = forge(asLines(serialise(log)), log);
    expect(found(lines)[0]).toMatchObject({ line: at });
  });

  test('any value changed anywhere is found, on its line', () => {
    const lines = asLines(serialise(log));
    const places = lines.flatMap((line, index) => leavesOf(JSON.parse(line)).map((path) => ({ index, path })));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), ({ index, path }, value) => {
        const line: unknown = JSON.parse(lines[index] ?? '');
        const changed = JSON.stringify(withLeaf(line, path, value));
        fc.pre(changed !== lines[index]);
        const [finding] = found(lines.with(index, changed));
        // Without its header, a district's records have none either.
        expect(finding?.line).toBe(index + 1);
      }),
      { numRuns: 300 },
    );
  });

  test('a file without its last line is incomplete, and so is one without its last district', () => {
    const both = asLines(serialise(log, played(6)));
    expect(found(both)).toEqual([]);
    expect(found(both.slice(0, -1)).map(({ verdict, what }) => [verdict, what])).toEqual([
      ['incomplete', 'end-missing'],
      ['incomplete', 'end-missing'],
    ]);
    const cut = [...both.slice(0, log.records.length + 1), both.at(-1) ?? ''];
    expect(found(cut)).toMatchObject([{ verdict: 'incomplete', what: 'district-missing', line: cut.length }]);
  });

  test('findings stand in the order of their lines, and a last line names each district once', () => {
    const both = asLines(serialise(log, played(6)));
    const second = log.records.length + 1;
    const broken = both.with(second + 3, 'cut').with(4, 'cut');
    expect(found(broken).map(({ line }) => line)).toEqual([5, second + 4]);
    const end = logEnd([log]);
    const twice = { ...end, districts: [...end.districts, ...end.districts] };
    const lines = [...linesOf(log), JSON.stringify(twice)];
    expect(found(lines)).toEqual([{ verdict: 'forged', line: lines.length, what: 'end-differs' }]);
  });

  test('of two files in one each is held by its own last line', () => {
    const [one, other] = [first, unlinked(played(6))];
    const fileOf = (each: DistrictLog) => [...linesOf(each), JSON.stringify(logEnd([each]))];
    const { findings, limits } = checkText(`${[...fileOf(one), ...fileOf(other)].join('\n')}\n`);
    expect([findings, limits]).toEqual([[], ['no-key']]);
    const open = checkText(`${[...fileOf(one), ...linesOf(other)].join('\n')}\n`);
    expect([open.findings, open.limits]).toEqual([[], ['no-key', 'no-links']]);
  });

  test('a header with a link is of the second version, and one without of the first', () => {
    const heads = [
      { ...log.header, version: 1 },
      { ...first.header, version: 2 },
    ];
    const said = heads.map((header) => found([header, ...log.records].map((line) => JSON.stringify(line)))[0]);
    expect(said).toMatchObject([
      { verdict: 'forged', line: 1, what: 'link-differs' },
      { verdict: 'forged', line: 1, what: 'link-missing' },
    ]);
  });

  test('a record that lost its link is said to have, and what stands before it can be read', () => {
    const { link: _, ...record } = log.records[20] ?? {};
    const lines = asLines(serialise(log)).with(21, JSON.stringify(record));
    const { logs, findings } = checkText(`${lines.join('\n')}\n`);
    expect(findings[0]).toMatchObject({ verdict: 'forged', what: 'link-missing', line: 22 });
    expect(logs[0]?.records).toHaveLength(20);
  });

  test('links made anew over an altered command: the rules tell', () => {
    const at = log.records.findIndex(({ command }) => command?.type === 'filePlan');
    const forged: LogRecord[] = [];
    for (const [index, { link: _, ...record }] of log.records.entries()) {
      const altered = index === at ? { ...record, seat: 3 } : record;
      forged.push(linked(altered, forged.at(-1)?.link ?? log.header.link));
    }
    const [finding] = checkText(serialise({ header: log.header, records: forged })).findings;
    expect(finding).toMatchObject({ verdict: 'differs', what: 'decided-otherwise', line: at + 2 });
  });

  test('a header made anew does not fit the records', () => {
    const header = { ...log.header, seed: 12 };
    const forged = { ...header, link: headerLink(header) };
    expect(checkText(serialise({ header: forged, records: log.records })).findings[0]).toMatchObject({
      verdict: 'forged',
      what: 'link-differs',
      line: 2,
    });
  });

  test('an event that nobody knows is said by name, and what stands before it can be read', () => {
    const at = 20;
    const unknown = { ...log.records[at], events: [{ type: 'MeteorFell' }] };
    const { link: _, ...rest } = unknown;
    const lines = linesOf(log);
    const again = linked({ ...rest, seq: at + 1 }, log.records[at - 1]?.link);
    const { logs, findings } = checkText(`${[...lines.slice(0, at + 1), JSON.stringify(again)].join('\n')}\n`);
    expect(findings[0]).toMatchObject({ verdict: 'unreadable', what: 'event-unknown', about: 'MeteorFell' });
    expect(logs[0]?.records).toHaveLength(at);
  });
});

describe('a log of the first format', () => {
  test('as it was written is whole, and what it cannot show is said', () => {
    expect(found(linesOf(first))).toEqual([]);
    expect(checkText(`${linesOf(first).join('\n')}\n`).limits).toEqual(['no-key', 'no-links']);
  });

  test.each(FORGERIES.filter(({ needsLinks }) => needsLinks !== true))('$name is found, on its line', ({ forge }) => {
    const { lines, at } = forge(linesOf(first), first);
    expect(found(lines)[0]).toMatchObject({ line: at });
  });

  test('may have its keys in any order, and no list where the rules make none', () => {
    const at = lineOfPlan(first);
    const lines = linesOf(first);
    const line: LogRecord = JSON.parse(lines[at - 1] ?? '');
    const turned = Object.fromEntries(Object.entries(line).toReversed());
    expect(found(lines.with(at - 1, JSON.stringify(turned)))).toEqual([]);
    const [filed] = line.events;
    if (filed?.type !== 'PlanFiled') throw new Error('a plan was filed');
    const unlisted = { ...line, events: [{ ...filed, plan: { ...filed.plan, shares: {} } }] };
    expect(found(lines.with(at - 1, JSON.stringify(unlisted)))[0]).toMatchObject({
      line: at,
      what: 'decided-otherwise',
    });
  });

  test('is read up to the line that was decided otherwise, and where a hash differs, to the last that did not', () => {
    const read = (name: string) => {
      const { lines = [], at = 0 } = FORGERIES.find((each) => each.name === name)?.forge(linesOf(first), first) ?? {};
      const { logs, findings } = checkText(`${lines.join('\n')}\n`);
      return { what: findings[0]?.what, at, records: logs[0]?.records ?? [] };
    };
    const altered = read('a command altered');
    expect([altered.what, altered.records.length]).toEqual(['decided-otherwise', altered.at - 2]);
    const differing = read('the hash of a round altered');
    expect(differing.what).toBe('hash-differs');
    expect(differing.records.at(-1)?.hash).toBeDefined();
    expect(differing.records.length).toBeLessThan(differing.at - 2);
  });

  test('under a last line nothing can be changed unseen', () => {
    const lines = [...linesOf(first), JSON.stringify(logEnd([first]))];
    expect(found(lines)).toEqual([]);
    for (const { forge } of FORGERIES) expect(found(forge(lines, first).lines)).not.toEqual([]);
  });
});

test('of hashes that differ the first is told', () => {
  const checks = [1, 2, 3].map((seq) => ({ seq, round: seq, recorded: 'a', computed: seq === 1 ? 'a' : 'b' }));
  expect(firstDifference(checks)?.seq).toBe(2);
  expect(firstDifference(checks.slice(0, 1))).toBeUndefined();
});

test('whatever the text, the check comes back', () => {
  const lines = asLines(serialise(log));
  const noise = fc.oneof(
    fc.string(),
    fc.json(),
    fc.constantFrom(...lines.slice(0, 40)),
    fc.constantFrom(...lines.slice(0, 40).map((line) => line.slice(0, -7))),
  );
  fc.assert(
    fc.property(fc.array(noise, { maxLength: 12 }), (texts) => {
      expect(checkText(texts.join('\n')).findings.length).toBeGreaterThan(0);
    }),
  );
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
}

function withLeaf(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((part, index) => (String(index) === key ? withLeaf(part, rest, leaf) : part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === key ? withLeaf(part, rest, leaf) : part]),
  );
}
