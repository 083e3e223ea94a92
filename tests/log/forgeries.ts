/** Forgeries of a log, each on a named line of one district's file. */
import type { DistrictLog } from '../../shared/log/jsonl.ts';

type Fields = Record<string, unknown>;

export interface Forgery {
  readonly name: string;
  /** The forged lines, and the line on which the check must find it. */
  readonly forge: (
    lines: readonly string[],
    log: DistrictLog,
  ) => { readonly lines: readonly string[]; readonly at: number };
  /** Undetectable without links and a last line. */
  readonly needsLinks?: true;
}

function changed(lines: readonly string[], at: number, edit: (fields: Fields) => void) {
  const fields: Fields = JSON.parse(lines[at - 1] ?? '');
  edit(fields);
  return { lines: lines.with(at - 1, JSON.stringify(fields)), at };
}

/** Line of the first record with this property. */
function lineOf(log: DistrictLog, is: (record: DistrictLog['records'][number]) => boolean): number {
  const found = log.records.find(is);
  if (found === undefined) throw new Error('the log has no such record');
  return found.seq + 1;
}

const filed = (log: DistrictLog) => lineOf(log, ({ command, round }) => command?.type === 'filePlan' && round === 2);
const resolved = (log: DistrictLog) => lineOf(log, ({ hash, round }) => hash !== undefined && round === 3);
const offered = (log: DistrictLog) => lineOf(log, ({ command }) => command?.type === 'makeOffer');
const field = (at: (log: DistrictLog) => number, edit: (fields: Fields) => void): Forgery['forge'] => {
  return (lines, log) => changed(lines, at(log), edit);
};

export const FORGERIES: readonly Forgery[] = [
  { name: 'the hash of a round removed', forge: field(resolved, (line) => delete line.hash) },
  {
    name: 'all hashes removed',
    forge: (lines, log) => ({
      lines: lines.map((line) => line.replace(/"hash":"[0-9a-f]{32}",?/, '').replace(/,}$/, '}')),
      at: lineOf(log, ({ hash }) => hash !== undefined),
    }),
  },
  {
    name: 'the hash of a round altered',
    forge: field(resolved, (line) => Object.assign(line, { hash: '0'.repeat(32) })),
  },
  {
    name: 'a command altered',
    forge: field(filed, (line) => {
      line.command = {
        type: 'filePlan',
        plan: { kind: 'firm', trade: 0, research: 6, shares: [], deal: { kind: 'none' } },
      };
    }),
  },
  { name: 'a command removed', forge: field(filed, (line) => delete line.command) },
  { name: 'another decider of a plan', forge: field(filed, (line) => Object.assign(line, { by: 'timeout' })) },
  {
    name: 'another decider of an offer',
    forge: field(offered, (line) => Object.assign(line, { by: 'human' })),
    needsLinks: true,
  },
  { name: 'another seat', forge: field(filed, (line) => Object.assign(line, { seat: 11 })) },
  { name: 'another round', forge: field(filed, (line) => Object.assign(line, { round: 5 })) },
  { name: 'another phase', forge: field(filed, (line) => Object.assign(line, { phase: 'news' })) },
  { name: 'another time', forge: field(filed, (line) => Object.assign(line, { at: 12 })), needsLinks: true },
  {
    name: 'an id for a command',
    forge: field(filed, (line) => Object.assign(line, { commandId: 'forged-1' })),
    needsLinks: true,
  },
  {
    name: 'an event altered',
    forge: (lines, log) => {
      const at = resolved(log);
      return { lines: lines.with(at - 1, (lines[at - 1] ?? '').replace('"knowledge":[', '"knowledge":[1')), at };
    },
  },
  { name: 'an event removed', forge: field(filed, (line) => Object.assign(line, { events: [] })) },
  {
    name: 'another treatment',
    forge: (lines) => changed(lines, 1, (line) => Object.assign(line, { treatment: 'law' })),
    needsLinks: true,
  },
  {
    name: 'another class',
    forge: (lines) => changed(lines, 1, (line) => Object.assign(line, { classId: 'k' })),
    needsLinks: true,
  },
  {
    name: 'another day',
    forge: (lines) => changed(lines, 1, (line) => Object.assign(line, { foundedAt: 1 })),
    needsLinks: true,
  },
  {
    name: 'a record taken out',
    forge: (lines, log) => ({ lines: lines.toSpliced(filed(log) - 1, 1), at: filed(log) }),
  },
  {
    name: 'two records exchanged',
    forge: (lines, log) => {
      const at = filed(log);
      return { lines: lines.with(at - 1, lines[at] ?? '').with(at, lines[at - 1] ?? ''), at };
    },
  },
  {
    name: 'the last 40 records cut',
    forge: (lines, log) => {
      const left = log.records.length + 1 - 40;
      const kept = [...lines.slice(0, left), ...lines.slice(log.records.length + 1)];
      return { lines: kept, at: kept.length };
    },
  },
  {
    name: 'a district twice',
    forge: (lines, log) => {
      const district = lines.slice(0, log.records.length + 1);
      return { lines: [...district, ...lines], at: district.length + 1 };
    },
  },
];
