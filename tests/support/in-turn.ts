/**
 * In which order the files are run, since it decides how long `npm test` takes: those that take longest first, so that
 * none is left alone at the end, and in turn what wants the processors, as a browser does, and what mostly waits, as what
 * is asked of a server does.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes half a minute or more on two processors, longest first. The others follow by what they took last, or by size. */
const LONG = [
  'e2e/accessibility',
  'cluster/cluster',
  'e2e/desk',
  'simulation/predictions',
  'faults/real-disk',
  'e2e/game',
  'e2e/debrief',
  'server/restart',
  'storage/postgres',
  'faults/network',
  'storage/sqlite',
  'simulation/cli',
  'faults/killed',
  'server/relaxed',
  'faults/store',
  'faults/hung-flush',
  'faults/clock',
  'security/secrecy',
];

export class InTurn extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return found < 0 ? LONG.length : found;
    };
    const inOrder = sorted.toSorted((one, other) => place(one) - place(other));
    const busy = inOrder.filter(({ project }) => project.name !== 'server');
    const waiting = inOrder.filter(({ project }) => project.name === 'server');
    return busy.flatMap((file, turn) => [file, waiting[turn] ?? []].flat()).concat(waiting.slice(busy.length));
  }
}
