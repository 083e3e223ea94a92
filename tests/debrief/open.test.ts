/** Whatever file is brought: chronicles, or what is wrong with it and on which line. */
import { describe, expect, it } from 'vitest';
import { openLogs } from '../../shared/debrief/open.ts';
import { serialise } from '../../shared/log/jsonl.ts';
import { recorded } from './districts.ts';

const one = serialise(recorded({ seed: 1 }));
const other = serialise(recorded({ seed: 2, firms: ['merger'] }));
const lines = one.trimEnd().split('\n');

function trouble(text: string) {
  const opened = openLogs(text);
  if ('chronicles' in opened) throw new Error('opened');
  return opened;
}
const file = (changed: readonly string[]) => `${changed.join('\n')}\n`;

describe('opening a file', () => {
  it('opens every district of a class', () => {
    const opened = openLogs(one + other);
    expect('chronicles' in opened && opened.chronicles.map(({ log }) => log.header.seed)).toEqual([1, 2]);
  });

  it('empty, foreign, binary', () => {
    expect(trouble('')).toEqual({ trouble: 'empty', line: 1 });
    expect(trouble('a,b\n1,2\n')).toMatchObject({ trouble: 'not-json', line: 1 });
    expect(trouble('{"format":"another-game","version":1}\n')).toMatchObject({ trouble: 'not-a-log', line: 1 });
    expect(trouble('\u0000\u0001\n\u0002\n')).toMatchObject({ trouble: 'not-json', line: 1 });
    expect(trouble('[1]\n')).toMatchObject({ trouble: 'not-json', line: 1 });
  });

  it('truncated in the middle of a line', () => {
    expect(trouble(one.slice(0, -40))).toMatchObject({ trouble: 'truncated-last-line', line: lines.length });
  });

  it('re-ordered, or with a record missing', () => {
    const swapped = lines.with(8, lines[9] ?? '').with(9, lines[8] ?? '');
    expect(trouble(file(swapped))).toMatchObject({ trouble: 'out-of-sequence', line: 9 });
    expect(trouble(file(lines.toSpliced(20, 1)))).toMatchObject({ trouble: 'out-of-sequence', line: 21 });
  });

  it('edited: the line of the round whose fingerprint no longer fits, also in a second district', () => {
    const richer = (text: string) => text.replace('"knowledge":[', '"knowledge":[9');
    const at = lines.findIndex((line) => line.includes('"KnowledgeGrew"'));
    expect(trouble(file(lines.map(richer)))).toEqual({ trouble: 'edited', line: at + 1, about: '1' });
    expect(trouble(other + file(lines.map(richer)))).toMatchObject({
      trouble: 'edited',
      line: other.trimEnd().split('\n').length + at + 1,
    });
  });

  it('events that no state can take', () => {
    const lost = other.replace('"seller":1', '"seller":99');
    expect(trouble(lost)).toMatchObject({ trouble: 'not-replayable' });
    expect(trouble(lost).line).toBeGreaterThan(1);
  });

  it('another version of the format or of the rules is named', () => {
    expect(trouble(one.replace('"version":1', '"version":0'))).toMatchObject({
      trouble: 'version-unknown',
      about: '0',
    });
    expect(trouble(one.replace(/"rulesVersion":\d+/, '"rulesVersion":7'))).toEqual({
      trouble: 'rules-unknown',
      line: 1,
      about: '7',
    });
  });
});
