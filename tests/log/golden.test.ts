/**
 * Golden games of every rules version: each folds to its hashes for ever, and today's rules decide those of today's
 * version identically.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { viewFor } from '../../shared/engine/view.ts';
import { type DistrictLog, parse } from '../../shared/log/jsonl.ts';
import { firstDifference, redecide, replay, statesOf } from '../../shared/log/replay.ts';

const folder = join(import.meta.dirname, '../golden');
const versions = Array.from({ length: RULES_VERSION }, (_, before) => before + 1);
const files = versions.flatMap((version) => filesOf(version).map((file) => ({ version, file })));

function filesOf(version: number): readonly string[] {
  return readdirSync(join(folder, `rules-${version}`)).filter((name) => name.endsWith('.jsonl'));
}

function logsIn(version: number, file: string): readonly DistrictLog[] {
  const parsed = parse(readFileSync(join(folder, `rules-${version}`, file), 'utf8'));
  if ('problem' in parsed) throw new Error(`${file}: ${parsed.problem}`);
  return parsed.logs;
}

describe('golden logs', () => {
  test.each(versions)('of rules %d are there', (version) => {
    const older = ['cooperate.jsonl', 'merger.jsonl', 'mixed.jsonl'];
    expect(filesOf(version)).toEqual(version < 3 ? older : [...older, 'street.jsonl']);
  });

  test.each(files)('of rules $version: $file folds to its hashes', ({ version, file }) => {
    for (const log of logsIn(version, file)) {
      expect(log.header.rulesVersion).toBe(version);
      const { checks, state } = replay(log);
      expect(checks.length).toBeGreaterThanOrEqual(state.parameters.rounds);
      expect(firstDifference(checks)).toBeUndefined();
    }
  });

  test.each(files)('of rules $version: every seat of $file has a view without a gap', ({ version, file }) => {
    for (const log of logsIn(version, file)) {
      for (const state of statesOf(log)) {
        for (const { seat } of state.actors) {
          const { quotes, legal } = viewFor(state, seat);
          expect(Object.values(quotes).every(Number.isFinite)).toBe(true);
          if (version < 3) expect(legal.leave.refused).toBe('leave-not-owned');
        }
      }
    }
  });

  test.each(files.filter(({ version }) => version === RULES_VERSION))(
    '$file is decided as it was',
    ({ version, file }) => {
      for (const log of logsIn(version, file)) {
        const again = redecide(log);
        if (!('log' in again)) throw new Error(`${file}, record ${again.refusedAt}: ${again.reason}`);
        expect(again.log.records).toEqual(log.records);
      }
    },
  );
});
