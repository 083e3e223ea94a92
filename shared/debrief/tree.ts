/**
 * Districts that share a past, as a tree: what was played first, and what was played on from it. Known by the link that
 * all their records follow, so that branches belong together even where nobody brought what they come from.
 */
import { linkAt, rootOf } from '../log/links.ts';
import type { Chronicle } from './chronicle.ts';

export interface Branch {
  readonly chronicle: Chronicle;
  /** 0 for what was played first; a branch stands one under what it plays on from. */
  readonly depth: number;
}

/** Each after what it plays on from. */
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

/** Rounds that all of them have in common. */
export function sharedRounds(family: Family): number {
  return Math.min(...family.filter(({ chronicle }) => isBranch(chronicle)).map(({ chronicle }) => chronicle.from)) - 1;
}
