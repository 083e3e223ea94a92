/**
 * Order of test files, which decides the length of `npm test`: the longest go first, so that none is left alone at the
 * end. Files that compute, such as browser tests, alternate with files that mostly wait for a server. Files that share
 * a thread stay together, since a file of another project ends the thread.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files of a quarter of a minute or more on two processors, and quick ones of more than a second. Others are sorted by
 * their last duration, or by size.
 */
const FIRST = [
  'cluster/cluster',
  'e2e/accessibility',
  'faults/killed',
  'faults/real-disk',
  'server/restart',
  'security/secrecy',
  'faults/network',
  'e2e/browsers',
  'faults/store',
  'e2e/honest-network',
  'e2e/lesson',
  'storage/files',
  'faults/hung-flush',
  'e2e/game',
  'server/play-on',
  'faults/clock',
  'e2e/debrief',
  'storage/sqlite',
  'e2e/desk',
  'storage/postgres',
  'faults/stopped',
  'e2e/plan',
  'security/crowd',
  'server/damaged',
  'e2e/own-ending',
  'cli/simulate',
  'e2e/determinism',
  'security/doors',
  'e2e/desk-limits',
  'server/erasure',
  'server/main',
  'e2e/desk-laptop',
  'server/frames',
  'e2e/prediction',
  'server/desk-people',
  'server/relaxed',
  'e2e/map',
  'simulation/told',
  'log/continue',
  'debrief/populations',
  'engine/legal',
  'debrief/open',
  'client/map-layout',
  'client/forecast',
  'client/told',
];

/** Projects that only compute, in order. */
const QUICK = ['unit', 'client', 'page', 'model'];

export class InTurn extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = FIRST.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(`${name}.test.ts`)));
    const rest = sorted.filter((file) => !first.includes(file));
    const of = (some: readonly TestSpecification[], name: string) =>
      some.filter(({ project }) => project.name === name);
    const computing = QUICK.flatMap((name) => [...of(first, name), ...of(rest, name)]);
    const asking = of(rest, 'server');
    const browsing = of(rest, 'e2e');
    // Evenly spread, so that there is always something to compute while others wait.
    const each = Math.ceil(asking.length / browsing.length);
    const inTurn = browsing.flatMap((file, turn) => [file, ...asking.slice(turn * each, (turn + 1) * each)]);
    const waiting = [...first.filter((file) => !computing.includes(file)), ...inTurn];
    return [...waiting, ...asking.filter((file) => !waiting.includes(file)), ...computing];
  }
}
