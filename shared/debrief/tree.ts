/**
 * Districts with a common past, as a tree: the original first, then its branches. The root link in every record
 * identifies the family, even if the original's file is missing.
 */
import { linkAt, rootOf } from '../log/links.ts';
import type { Chronicle } from './chronicle.ts';

export interface Branch {
  readonly chronicle: Chronicle;
  /** 0 for the original; a branch is one deeper than its origin. */
  readonly depth: number;
}

/** Each branch follows its origin. */
export type Family = readonly Branch[];

function isBranch({ log }: Chronicle): boolean {
  const { lineage } = log.header;
  return lineage !== undefined && lineage.why !== 'what-if';
}

export function familiesOf(chronicles: readonly Chronicle[]): readonly Family[] {
  const byRoot = new Map<string, Chronicle[]>();
  for (const chronicle of chronicles) {
    const root = rootOf(chronicle.log.header) ?? linkAt(chronicle.log, 0);
    byRoot.set(root, [...(byRoot.get(root) ?? []), chronicle]);
  }
  return [...byRoot.values()]
    .filter((family) => family.length > 1 && family.some(isBranch))
    .map((family) => {
      const ids = new Set(family.map(({ log }) => log.header.districtId));
      const parentOf = ({ log }: Chronicle) => {
        const parent = log.header.lineage?.districtId;
        return parent !== undefined && ids.has(parent) && parent !== log.header.districtId ? parent : undefined;
      };
      const under = (parent: string | undefined, depth: number): Family =>
        family
          .filter((each) => parentOf(each) === parent)
          .toSorted((one, other) => one.from - other.from)
          .flatMap((chronicle): Family => {
            const own = isBranch(chronicle) ? Math.max(1, depth) : 0;
            return [{ chronicle, depth: own }, ...under(chronicle.log.header.districtId, own + 1)];
          });
      return under(undefined, 0);
    });
}

/** How many rounds all of them have in common. */
export function sharedRounds(family: Family): number {
  return Math.min(...family.filter(({ chronicle }) => isBranch(chronicle)).map(({ chronicle }) => chronicle.from)) - 1;
}
