/** People whose recorded play homework continues: their answers on research use count in its export too. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { LogRecord } from '../../shared/log/record.ts';
import type { ClassState } from '../classroom/state/class-state.ts';
import type { EventLog } from '../storage/port.ts';

export interface Holder {
  readonly seat: Seat;
  readonly player: string;
}

/** Everybody who ever held each seat of the districts' common past; each record is read once. */
export function recordedHolders(store: Pick<EventLog, 'read'>, { opened }: ClassState) {
  const known = new Map<string, Promise<readonly Holder[]>>();
  return async (past: number | undefined): Promise<readonly Holder[]> => {
    const stream = opened.homework === undefined ? undefined : opened.playsOn?.districts[past ?? -1]?.stream;
    if (stream === undefined) return [];
    const holders =
      known.get(stream) ?? store.read(stream).then((lines) => lines.flatMap(({ line }) => seatedBy(line)));
    known.set(stream, holders);
    return holders;
  };
}

function seatedBy(line: string): readonly Holder[] {
  const { events = [] }: Partial<Pick<LogRecord, 'events'>> = JSON.parse(line);
  return events.flatMap((event) => {
    if (event.type !== 'SeatAssigned' || event.player === undefined) return [];
    return [{ seat: event.seat, player: event.player }];
  });
}
