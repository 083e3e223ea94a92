/** Groups files by class. A district that appears in several files counts once. */
import type { DistrictLog } from '../log/jsonl.ts';
import { linkAt } from '../log/links.ts';
import type { Source } from './open.ts';

export interface ClassRecord {
  /** The class's key, or the file's name if the log names no class. */
  readonly key: string;
  /** The class's title, or the file's name. */
  readonly title: string;
  readonly logs: readonly DistrictLog[];
}

/** A district that occurs more than once. */
export interface Doubled {
  readonly source: string;
  readonly districtId: string;
  /** `conflict`: two logs of one district have different records; the first one counts. */
  readonly what: 'counted-once' | 'conflict';
}

export interface Collection {
  readonly classes: readonly ClassRecord[];
  readonly doubled: readonly Doubled[];
}

interface Kept {
  readonly key: string;
  log: DistrictLog;
}

export function collect(sources: readonly Source[]): Collection {
  const kept = new Map<string, Kept>();
  const titles = new Map<string, string>();
  const doubled: Doubled[] = [];
  for (const source of sources) {
    for (const log of source.logs) {
      const { districtId, classId } = log.header;
      const key = classId ?? source.name;
      // District ids are unique only within a class. A game of bots alone is known by its header.
      const name = classId === undefined ? linkAt(log, 0) : districtId;
      const known = kept.get(name);
      if (known === undefined) {
        kept.set(name, { key, log });
        if (source.title !== undefined || !titles.has(key)) titles.set(key, source.title ?? titleOf(source.name));
        continue;
      }
      const same = isBeginning(known.log, log) || isBeginning(log, known.log);
      doubled.push({ source: source.name, districtId, what: same ? 'counted-once' : 'conflict' });
      if (same && log.records.length > known.log.records.length) known.log = log;
      if (same && source.title !== undefined) titles.set(known.key, source.title);
    }
  }
  const classes = [...titles].map(([key, title]): ClassRecord => {
    const logs = [...kept.values()].filter((each) => each.key === key).map(({ log }) => log);
    return { key, title, logs: logs.toSorted((one, other) => numberOf(one) - numberOf(other)) };
  });
  return { classes, doubled };
}

function numberOf({ header }: DistrictLog): number {
  return header.districtNumber ?? 0;
}

/** The file's name without folders and extension. */
function titleOf(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.(jsonl|ndjson|zip)$/i, '');
}

function isBeginning(shorter: DistrictLog, longer: DistrictLog): boolean {
  const { length } = shorter.records;
  return length <= longer.records.length && linkAt(shorter, length) === linkAt(longer, length);
}
