/**
 * `decisions.csv`: one row per seat and round with the plan, its author and time, what was seen, and the result.
 * Mirrors' plans have rows of their own, marked as not carried out and without results.
 */

import { ownRounds, type PlayedRound } from '../../shared/debrief/chronicle.ts';
import type { Actor, PlanDecider, Seat } from '../../shared/engine/actors.ts';
import type { Plan } from '../../shared/engine/plans.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import { type ExportedDistrict, type ExportSource, mayShow, mayShowSeat } from './source.ts';

export interface Decision {
  readonly source: ExportSource;
  readonly district: ExportedDistrict;
  readonly played: PlayedRound;
  readonly seat: Seat;
  readonly actor: Actor;
  readonly plan: Plan;
  readonly executed: boolean;
  readonly player: string | undefined;
  readonly by: PlanDecider;
  readonly cut: boolean;
  readonly view: SeatView;
  readonly times: Times;
}

interface Times {
  readonly began: number | undefined;
  readonly filed: number | undefined;
  /** Number of times a person filed, without plans of bots or of the clock. */
  readonly filings: number | undefined;
}

const UNTIMED: Times = { began: undefined, filed: undefined, filings: undefined };

export function decisionsOf(source: ExportSource): readonly Decision[] {
  return source.districts.flatMap((district) => {
    const times = timesIn(district);
    return ownRounds(district.chronicle).flatMap((played) =>
      played.before.actors.flatMap((actor): Decision[] => {
        const filed = played.plans[actor.seat];
        if (filed === undefined) return [];
        const { seat } = actor;
        const view = viewFor(played.before, seat);
        const { plan, by, cut = false } = filed;
        const about = { source, district, played, seat, actor, view };
        const player = played.before.seats[seat]?.player;
        const own: Decision = { ...about, plan, executed: true, player, by, cut, times: times(played.round, seat) };
        const mirrored = source.state.mirrorPlans
          .filter((each) => each.district === district.number && each.round === played.round && each.seat === seat)
          .map((each): Decision => {
            const { began } = own.times;
            const unexecuted = {
              plan: each.plan,
              executed: false,
              player: each.player,
              by: 'human',
              cut: false,
            } as const;
            return { ...about, ...unexecuted, times: { ...UNTIMED, began } };
          });
        return [
          ...(mayShowSeat(source, district, played.before, seat) ? [own] : []),
          ...mirrored.filter((decision) => mayShow(source, decision.player)),
        ];
      }),
    );
  });
}

function timesIn({ chronicle: { log } }: ExportedDistrict): (round: number, seat: Seat) => Times {
  const began = new Map<number, number>();
  const filed = new Map<string, { at: number; filings: number }>();
  for (const { at: when, round, events } of log.records) {
    for (const event of events) {
      if (event.type === 'PhaseBegan' && event.phase === 'plan') began.set(event.round, when);
      if (event.type !== 'PlanFiled') continue;
      const key = `${round}/${event.seat}`;
      const before = filed.get(key)?.filings ?? 0;
      filed.set(key, { at: when, filings: event.by === 'human' ? before + 1 : before });
    }
  }
  return (round, seat) => {
    const last = filed.get(`${round}/${seat}`);
    return { began: began.get(round), filed: last?.at, filings: last?.filings ?? 0 };
  };
}
