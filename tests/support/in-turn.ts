/**
 * In which order the files are run, since it decides how long `npm test` takes: those that take longest first, so that
 * none is left alone at the end; beside the one that takes all processors, those that mostly wait; then in turn what
 * computes, as a browser does, and what is asked of a server.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes a quarter of a minute or more on two processors. The others follow by what they took last, or by size. */
const FIRST = [
  'model/twelve-rounds',
  'model/ten-rounds',
  'model/eight-rounds',
  'e2e/accessibility',
  'server/relaxed',
  'faults/network',
  'faults/store',
  'faults/real-disk',
  'faults/killed',
  'faults/hung-flush',
  'faults/clock',
  'security/secrecy',
  'cluster/cluster',
  'e2e/desk',
  'server/restart',
  'e2e/debrief',
  'storage/postgres',
  'e2e/game',
  'e2e/browsers',
  'storage/sqlite',
  'model/can-fail',
  'cli/simulate',
];

export class InTurn extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = FIRST.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(`${name}.test.ts`)));
    const rest = sorted.filter((file) => !first.includes(file));
    const computing = rest.filter(({ project }) => project.name !== 'server');
    const asking = rest.filter(({ project }) => project.name === 'server');
    const inTurn = computing.flatMap((file, turn) => [file, ...asking.slice(turn, turn + 1)]);
    return [...first, ...inTurn, ...asking.slice(computing.length)];
  }
}
