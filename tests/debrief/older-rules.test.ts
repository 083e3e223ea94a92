/** A log of any rules version opens, replays, verifies and compares; only what-if needs its own rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { figuresOf } from '../../shared/debrief/class-figures.ts';
import { collect } from '../../shared/debrief/collection.ts';
import { sourceFrom } from '../../shared/debrief/open.ts';
import { RECORDED, whatIf } from '../../shared/debrief/rerun.ts';
import { seriesOf } from '../../shared/debrief/series.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { publicView } from '../../shared/engine/public-view.ts';
import { viewFor } from '../../shared/engine/view.ts';

const folder = join(import.meta.dirname, '../golden');
const files = readdirSync(folder).flatMap((version) =>
  readdirSync(join(folder, version)).map((name) => ({ version, file: `${version}/${name}` })),
);
const sourceOf = (file: string) => sourceFrom(file, readFileSync(join(folder, file), 'utf8'));

describe.each(files)('$file', ({ version, file }) => {
  const { logs, findings, limits } = sourceOf(file);
  const [log] = logs;
  if (log === undefined) throw new Error(`${file} holds a log`);
  const older = version !== `rules-${RULES_VERSION}`;

  test('verifies, and says where its commands are not decided again', () => {
    expect(findings).toEqual([]);
    expect(limits.includes('other-rules')).toBe(older);
  });

  test('is seen moment by moment, through every seat, without a number that is none', () => {
    const chronicle = chronicleOf(log);
    expect(chronicle.rounds).toHaveLength(12);
    for (const { state } of chronicle.moments) {
      const views = [publicView(state), ...state.actors.map(({ seat }) => viewFor(state, seat))];
      for (const view of views) expect(numbersThatAreNone(view)).toEqual([]);
    }
    expect(numbersThatAreNone([seriesOf(chronicle), figuresOf(chronicle), turningPointsOf(chronicle)])).toEqual([]);
  });

  test('plays on by its own rules only', () => {
    const answer = whatIf(log, { from: 4, changes: [], deciders: log.header.actors.map(() => RECORDED) });
    if (older) expect(answer).toMatchObject({ refused: 'other-rules' });
    else expect('refused' in answer).toBe(false);
  });
});

test('logs of all rules stand side by side', () => {
  const { classes, doubled } = collect(
    files.filter(({ file }) => file.endsWith('mixed.jsonl')).map(({ file }) => sourceOf(file)),
  );
  expect(doubled).toEqual([]);
  expect(classes).toHaveLength(RULES_VERSION);
});

function numbersThatAreNone(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersThatAreNone(part, `${path}.${key}`));
}
