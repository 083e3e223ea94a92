/** Whole games kept as they were played: today's rules must decide them the same, event for event, hash for hash. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../shared/log/jsonl.ts';
import { firstDifference, redecide, replay } from '../../shared/log/replay.ts';

const folder = join(import.meta.dirname, '../golden');
const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

describe('golden logs', () => {
  it('are there', () => {
    expect(files).toEqual(['cooperate.jsonl', 'merger.jsonl', 'mixed.jsonl']);
  });

  it.each(files)('%s folds to its hashes, and its commands are decided as they were', (file) => {
    const parsed = parse(readFileSync(join(folder, file), 'utf8'));
    if ('problem' in parsed) throw new Error(`${file}: ${parsed.problem}`);
    for (const log of parsed.logs) {
      const { checks, state } = replay(log);
      expect(checks.length).toBeGreaterThanOrEqual(state.parameters.rounds);
      expect(firstDifference(checks)).toBeUndefined();
      const again = redecide(log);
      if (!('log' in again)) throw new Error(`${file}, record ${again.refusedAt}: ${again.reason}`);
      expect(again.log.records).toEqual(log.records);
    }
  });
});
