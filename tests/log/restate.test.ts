/** Texts lie beside the log: older logs are restated, and files hold texts only on request. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalHash, stateHash } from '../../shared/engine/hash.ts';
import { checkText } from '../../shared/log/check.ts';
import { continued } from '../../shared/log/continue.ts';
import { type DistrictLog, parse, serialise } from '../../shared/log/jsonl.ts';
import { replay, statesOf } from '../../shared/log/replay.ts';
import { hasTexts, restated } from '../../shared/log/restate.ts';
import { wordsLine } from '../../shared/log/words.ts';

function golden(rules: number): DistrictLog {
  const parsed = parse(readFileSync(join(import.meta.dirname, `../golden/rules-${rules}/mixed.jsonl`), 'utf8'));
  const log = 'problem' in parsed ? undefined : parsed.logs[0];
  if (log === undefined) throw new Error('the golden log cannot be read');
  return log;
}

let salts = 0;
const newSalt = () => `salt ${salts++}`;

/** Hash of each state of a log, with ids in place of its talk. */
function played(log: DistrictLog): readonly string[] {
  return statesOf(log).map(({ talk, ...state }) => canonicalHash({ ...state, talk: talk.map(({ id }) => id) }));
}

test('a text is found beside whatever else its line holds', () => {
  const before = golden(1);
  const said = before.records.find(({ events }) => events.some(({ type }) => type === 'Said'));
  const other = before.records.find(({ events }) => events.every(({ type }) => type !== 'Said'));
  if (said === undefined || other === undefined) throw new Error('somebody spoke, and something else happened');
  const mixed = { ...said, events: [...other.events, ...said.events] };
  expect(hasTexts({ ...before, records: [mixed] })).toBe(true);
  expect(hasTexts({ ...before, records: [other] })).toBe(false);
});

describe.each([1, 2, 3])('an older log of rules %s, restated', (rules) => {
  const before = golden(rules);
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

test('a district that plays on from an older past is restated with it, and its lineage names what the past is now', () => {
  const before = golden(3);
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
