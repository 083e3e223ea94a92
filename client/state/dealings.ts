/**
 * What one gave and received, year by year. A view knows the last year alone; the page remembers the ones before it in
 * the tab's own memory.
 */
import type { Seat } from '../../shared/engine/actors.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { readJson, session } from './storage.ts';

const KEY = 'dealings';

interface Year {
  readonly given: readonly number[];
  readonly received: readonly number[];
}
interface Kept {
  readonly table: string;
  readonly years: Readonly<Record<number, Year>>;
}

let memory: Kept = { table: '', years: {} };

function kept(table: string): Kept['years'] {
  const stored = readJson(session, KEY) as Partial<Kept> | undefined;
  return stored?.table === table ? (stored.years ?? {}) : {};
}

export function rememberDealings(table: string, view: SeatView): void {
  if (memory.table !== table) memory = { table, years: kept(table) };
  const last = view.public.history.at(-1)?.round;
  if (last === undefined) return;
  const { given, received } = view;
  memory = { table, years: { ...memory.years, [last]: { given, received } } };
  session.set(KEY, JSON.stringify(memory));
}

export interface Dealing {
  readonly gave: number;
  readonly got: number;
}

/** Of the last years this page knows of, oldest first. */
export function dealingsWith(view: SeatView, seat: Seat, years: number): readonly Dealing[] {
  const last = view.public.history.at(-1)?.round ?? 0;
  const rounds = Array.from({ length: years }, (_, back) => last - years + 1 + back);
  return rounds.flatMap((round) => {
    const year = round === last ? view : memory.years[round];
    return year === undefined || round < 1 ? [] : [{ gave: year.given[seat] ?? 0, got: year.received[seat] ?? 0 }];
  });
}
