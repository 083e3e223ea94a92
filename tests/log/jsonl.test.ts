/** Logs survive a round trip; errors in a file are reported by line and name. */
import { describe, expect, test } from 'vitest';
import { mixedPolicies } from '../../shared/bots/index.ts';
import { stateHash } from '../../shared/engine/hash.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import { describeProblem } from '../../shared/log/describe.ts';
import { type DistrictLog, parse, serialise } from '../../shared/log/jsonl.ts';
import { isOver } from '../../shared/log/log-end.ts';
import { foundedOf, LOG_VERSION, type LogRecord, makeHeader, makeRecord } from '../../shared/log/record.ts';
import { firstDifference, redecide, replay, statesOf } from '../../shared/log/replay.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';
import { Match } from '../../shared/simulation/match.ts';

function played(seed: number): { readonly match: Match; readonly log: DistrictLog } {
  const policies = mixedPolicies(zhongguancun.roster, 1);
  const match = new Match({ scenario: zhongguancun, seed, policies, parameters: { rounds: 3 }, keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('the match keeps a log');
  return { match, log: match.log };
}

const { match, log } = played(11);
const text = serialise(log);
const lines = text.trimEnd().split('\n');
const problemIn = (broken: string) => {
  const parsed = parse(broken);
  return 'problem' in parsed ? parsed : undefined;
};
const edited = (line: number, edit: (fields: Record<string, unknown>) => void) => {
  const fields: Record<string, unknown> = JSON.parse(lines[line - 1] ?? '');
  edit(fields);
  return [...lines.slice(0, line - 1), JSON.stringify(fields), ...lines.slice(line), ''].join('\n');
};

describe('a game', () => {
  const ended = log.records.at(-1);
  if (ended === undefined) throw new Error('a game that ended has records');
  const none: LogRecord = { ...ended, events: [] };
  const undone: LogRecord = { ...ended, events: [{ type: 'AdvanceUndone', to: 1, state: match.state }] };

  test('is over with its end, not once that was taken back, and again with the next end', () => {
    const records = [...log.records];
    expect(isOver(records)).toBe(true);
    expect(isOver(records.slice(0, -1))).toBe(false);
    expect(isOver([...records, undone])).toBe(false);
    expect(isOver([...records, undone, none])).toBe(false);
    expect(isOver([...records, undone, ended])).toBe(true);
  });
});

describe('a log as JSON Lines', () => {
  test('comes back as it went', () => {
    expect(parse(text)).toEqual({ logs: [log] });
  });

  test('is read as well with the mark of byte order and the line ends that an editor left', () => {
    expect(parse(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual({ logs: [log] });
  });

  test('holds several districts, each section with its header', () => {
    const other = played(12).log;
    expect(parse(serialise(log) + serialise(other))).toEqual({ logs: [log, other] });
  });

  test('names a truncated last line as such, by its number', () => {
    const cut = text.slice(0, -20);
    expect(problemIn(cut)).toEqual({ problem: 'truncated-last-line', line: lines.length });
    expect(describeProblem({ problem: 'truncated-last-line', line: 7 })).toMatch(/^line 7: the last line is cut off/);
  });

  test('tells a broken line in the middle from a truncated one', () => {
    const broken = [...lines.slice(0, 4), '{"seq":4,', ...lines.slice(5), ''].join('\n');
    expect(problemIn(broken)).toEqual({ problem: 'not-json', line: 5 });
    expect(problemIn([...lines.slice(0, 4), '[1]', ''].join('\n'))).toEqual({ problem: 'not-json', line: 5 });
  });

  test('has no record after its end', () => {
    expect(problemIn(`${text}${lines[1]}\n`)).toEqual({ problem: 'no-header', line: lines.length + 1 });
  });

  test('refuses another version by name, older or newer', () => {
    for (const version of [0, LOG_VERSION + 1]) {
      const problem = problemIn(edited(1, (header) => Object.assign(header, { version })));
      expect(problem).toEqual({ problem: 'version-unknown', line: 1, about: String(version) });
      expect(problem && describeProblem(problem)).toContain(`log version ${version};`);
    }
  });

  test('refuses what is no log, lacks a field, or skips a record', () => {
    expect(problemIn('')).toMatchObject({ problem: 'empty' });
    expect(problemIn(`${lines[1]}\n`)).toEqual({ problem: 'no-header', line: 1 });
    expect(problemIn(edited(1, (header) => Object.assign(header, { format: 'pgn' })))).toMatchObject({
      problem: 'not-a-log',
      about: 'pgn',
    });
    expect(problemIn(edited(1, (header) => delete header.seed))).toMatchObject({
      problem: 'header-incomplete',
      about: 'seed',
    });
    expect(problemIn(edited(3, (record) => delete record.events))).toEqual({
      problem: 'record-incomplete',
      line: 3,
      about: 'events',
    });
    const [whole] = log.records.flatMap(({ events }) => events);
    expect(problemIn(edited(3, (record) => Object.assign(record, { events: [whole, {}] })))).toEqual({
      problem: 'record-incomplete',
      line: 3,
      about: 'events',
    });
    expect(problemIn(edited(3, (record) => Object.assign(record, { seq: 9 })))).toMatchObject({
      problem: 'out-of-sequence',
      line: 3,
    });
  });
});

describe('a replay', () => {
  test('folds to the state that was played, with the hash of every round', () => {
    const { state, checks } = replay(log);
    expect(stateHash(state)).toBe(stateHash(match.state));
    expect(checks.map((check) => check.round)).toEqual([1, 2, 3, 3]);
    expect(firstDifference(checks)).toBeUndefined();
  });

  test('stops where it is told, and gives every state on the way', () => {
    const states = statesOf(log);
    expect(states).toHaveLength(log.records.length + 1);
    expect(replay(log, 20).state).toEqual(states[20]);
  });

  test('finds the first round whose events were tampered with', () => {
    const at = log.records.findIndex((record) => record.round === 2 && record.hash !== undefined);
    const tampered = log.records.map((record, index) =>
      index !== at
        ? record
        : {
            ...record,
            events: record.events.map((event) =>
              event.type === 'TrustMoved'
                ? { ...event, trust: event.trust.map((value, cell) => (cell === 1 ? value + 1e-12 : value)) }
                : event,
            ),
          },
    );
    expect(firstDifference(replay({ ...log, records: tampered }).checks)?.round).toBe(2);
  });

  test('decides the recorded commands again to the very same log', () => {
    expect(redecide(log)).toEqual({ log });
  });

  test('says which record today’s rules refuse', () => {
    const [first, ...rest] = log.records;
    if (first === undefined) throw new Error('a log has records');
    expect(redecide({ ...log, records: [first, first, ...rest] })).toEqual({ refusedAt: 1, reason: 'wrong-phase' });
  });
});

describe('a record', () => {
  test('keeps the command’s id, and leaves out what there is none of', () => {
    const state = initialState(foundedOf(log.header));
    const command = { at: 5, by: 'desk', action: { type: 'openGame' } } as const;
    const record = makeRecord(1, state, command, [], state, 'abc-12345');
    expect(record).toEqual({
      seq: 1,
      at: 5,
      round: 0,
      phase: 'opening',
      by: 'desk',
      commandId: 'abc-12345',
      command: { type: 'openGame' },
      events: [],
    });
    expect(Object.keys(makeRecord(1, state, command, [], state))).not.toContain('commandId');
  });

  test('is headed by the founding, whole', () => {
    const founded = foundedOf(log.header);
    expect(foundedOf(makeHeader(founded, { districtId: 'x', classId: 'c' }))).toEqual(founded);
  });
});
