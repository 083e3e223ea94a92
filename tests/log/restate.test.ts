/** Texts lie beside the log: older logs are restated, and files hold texts only on request. */
import { describe, expect, test } from 'vitest';
import { canonicalHash, stateHash } from '../../shared/engine/hash.ts';
import { SENTENCE_IDS } from '../../shared/engine/ready-sentences.ts';
import { isRefusal } from '../../shared/engine/refusals.ts';
import { take } from '../../shared/engine/take.ts';
import { checkText } from '../../shared/log/check.ts';
import { continued } from '../../shared/log/continue.ts';
import { type DistrictLog, serialise } from '../../shared/log/jsonl.ts';
import { linked } from '../../shared/log/links.ts';
import type { LogRecord } from '../../shared/log/record.ts';
import { Recorder } from '../../shared/log/recorder.ts';
import { replay, statesOf } from '../../shared/log/replay.ts';
import { hasTexts, restated } from '../../shared/log/restate.ts';
import { withFingerprint, wordsLine } from '../../shared/log/words.ts';
import { goldenLog } from '../support/golden.ts';

/** The log up to its first plan phase, in which seat 0 then says a ready-made sentence to seat 1. */
function withSentence(log: DistrictLog): DistrictLog {
  const until = statesOf(log).findIndex(({ phase }) => phase === 'plan');
  const before = replay(log, until).state;
  const command = {
    by: 'human',
    seat: 0,
    at: 9_000,
    action: { type: 'sayReady', sentence: SENTENCE_IDS[0], to: 1 },
  } as const;
  const taken = take(before, command);
  if (isRefusal(taken)) throw new Error(taken.refused);
  const recorder = new Recorder(log.header);
  for (const record of log.records.slice(0, until)) recorder.keep(record);
  recorder.record(before, command, taken);
  return recorder.log;
}

let salts = 0;
const newSalt = () => `salt ${salts++}`;

/** Hash of each state of a log, with ids in place of its talk. */
function played(log: DistrictLog): readonly string[] {
  return statesOf(log).map(({ talk, ...state }) => canonicalHash({ ...state, talk: talk.map(({ id }) => id) }));
}

test('a text is found beside whatever else its line holds', () => {
  const before = goldenLog('rules-1/mixed');
  const said = before.records.find(({ events }) => events.some(({ type }) => type === 'Said'));
  const other = before.records.find(({ events }) => events.every(({ type }) => type !== 'Said'));
  if (said === undefined || other === undefined) throw new Error('somebody spoke, and something else happened');
  const mixed = { ...said, events: [...other.events, ...said.events] };
  expect(hasTexts({ ...before, records: [mixed] })).toBe(true);
  expect(hasTexts({ ...before, records: [other] })).toBe(false);
});

describe.each([1, 2, 3])('an older log of rules %s, restated', (rules) => {
  const before = goldenLog(`rules-${rules}/mixed`);
  const { log, words } = restated(before, newSalt);

  test('holds no text any more, and what lies beside is what was said', () => {
    expect(hasTexts(before)).toBe(true);
    expect(hasTexts(log)).toBe(false);
    expect(words.length).toBeGreaterThan(0);
    for (const { text } of words) expect(serialise(log)).not.toContain(text);
  });

  test('is checked like any other, and was played the same', () => {
    expect(checkText(serialise(log)).findings).toEqual([]);
    expect(played(log)).toEqual(played(before));
    expect(log.records.map(({ hash }) => hash !== undefined)).toEqual(
      before.records.map(({ hash }) => hash !== undefined),
    );
    expect(log.header.restated).toBe(1);
  });

  test('is read with its texts beside it; another text, salt or fingerprint is found on its line', () => {
    const [head = '', ...lines] = serialise(log).split(/(?<=\n)/);
    const end = lines.pop() ?? '';
    const whole = (beside: readonly string[]) => [head, ...lines, ...beside, end].join('');
    const beside = words.map(wordsLine);
    const { logs, findings } = checkText(whole(beside));
    expect(findings).toEqual([]);
    expect([...(logs[0]?.texts?.values() ?? [])]).toEqual(words.map(({ text }) => text));
    const [first = words[0]] = words;
    if (first === undefined) throw new Error('nothing was said');
    for (const changed of [
      { ...first, text: 'never said' },
      { ...first, salt: 'other' },
      { ...first, words: 'f'.repeat(32) },
    ]) {
      const found = checkText(whole([wordsLine(changed), ...beside.slice(1)])).findings;
      expect(found).toMatchObject([{ verdict: 'forged', what: 'words-differ', line: 2 + lines.length }]);
    }
  });
});

describe('a ready-made sentence', () => {
  const log = withSentence(goldenLog('rules-3/street'));

  /** The log with other fields in its last event, and a new link. */
  function saidOtherwise(fields: object): DistrictLog {
    const records = log.records.slice(0, -1);
    const said = log.records.slice(-1).map(({ link: _, ...record }) => {
      const changed = { ...record, events: record.events.map((event) => ({ ...event, ...fields })) };
      return linked<LogRecord>(JSON.parse(JSON.stringify(changed)), records.at(-1)?.link ?? '');
    });
    return { ...log, records: [...records, ...said] };
  }

  test('is nobody’s own text: its line stays as it is', () => {
    expect(hasTexts(log)).toBe(false);
    const { log: again, words } = restated(log, newSalt);
    expect(words).toEqual([]);
    expect(again.records.at(-1)?.events).toEqual(log.records.at(-1)?.events);
    expect(checkText(serialise(again)).findings).toEqual([]);
  });

  test('is decided again, also where an older restated log has a fingerprint for its text', () => {
    const { words } = withFingerprint('any', 'salt');
    for (const sound of [log, saidOtherwise({ text: undefined, words })])
      expect(checkText(serialise(sound)).findings).toEqual([]);
    for (const forged of [{ text: 'Never said.' }, { text: undefined, words, sentence: SENTENCE_IDS[1] }])
      expect(checkText(serialise(saidOtherwise(forged))).findings).toMatchObject([{ what: 'decided-otherwise' }]);
  });
});

test('a district that plays on from an older past is restated with it, and its lineage names what the past is now', () => {
  const before = goldenLog('rules-3/mixed');
  const { settings } = before.header;
  const moment = { round: 5, phase: 'news' } as const;
  const branch = continued(before, moment, { districtId: 'on', at: 9_000 }, { why: 'play-on', settings });
  if ('refused' in branch) throw new Error(branch.refused);
  const { log, words } = restated(branch, newSalt);
  expect(words.length).toBeGreaterThan(0);
  expect(checkText(serialise(log)).findings.filter(({ verdict }) => verdict !== 'incomplete')).toEqual([]);
  const { lineage, link } = log.header;
  expect(lineage).toEqual({ ...branch.header.lineage, hash: stateHash(replay(log, lineage?.seq).state) });
  expect(lineage?.hash).not.toBe(branch.header.lineage?.hash);
  expect(log.records.at(-1)?.command).toMatchObject({ type: 'continueDistrict', header: link, lineage });
  expect(log.records.at(-1)?.events).toMatchObject([{ type: 'DistrictContinued', header: link, lineage }]);
});
