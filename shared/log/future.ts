/** A record's plans and events in the rounds after a moment. */
import type { PlanDecider, Seat } from '../engine/actors.ts';
import type { Plan } from '../engine/plans.ts';
import type { LogRecord } from './record.ts';

export interface FutureRound {
  readonly plans: Map<Seat, { readonly plan: Plan; readonly by: PlanDecider }>;
  faltered: boolean;
}

/** Recorded future by round. */
export function futureOf(records: readonly LogRecord[]): ReadonlyMap<number, FutureRound> {
  const rounds = new Map<number, FutureRound>();
  for (const { round, events } of records) {
    const known = rounds.get(round) ?? { plans: new Map(), faltered: false };
    rounds.set(round, known);
    for (const event of events) {
      if (event.type === 'PlanFiled') known.plans.set(event.seat, event);
      if (event.type === 'HubFaltered') known.faltered = true;
    }
  }
  return rounds;
}
