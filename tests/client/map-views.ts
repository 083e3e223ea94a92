/** Districts to draw: rosters of the real scenario, with ownership and pacts set by the test. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { FigureReading } from '../../shared/engine/figure-reading.ts';
import type { PublicPact, PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import { rosterFor } from '../../shared/scenarios/roster-for.ts';
import { zhongguancun } from '../../shared/scenarios/zhongguancun/index.ts';

export interface Arrangement {
  readonly seats?: number;
  /** Subsidiary → owner. */
  readonly owners?: Readonly<Record<Seat, Seat>>;
  readonly pacts?: readonly PublicPact[];
  readonly seat?: (seat: PublicSeat) => Partial<PublicSeat>;
  readonly view?: Partial<PublicView>;
}

export function district(arrangement: Arrangement = {}): PublicView {
  const roster = rosterFor(zhongguancun, arrangement.seats ?? 12);
  const universities = roster.flatMap((entry, seat) => (entry.kind === 'university' ? [seat] : []));
  const owners = arrangement.owners ?? {};
  const headOf = (seat: Seat): Seat => {
    const owner = owners[seat];
    return owner === undefined ? seat : headOf(owner);
  };
  const seats = roster.map((entry, seat): PublicSeat => {
    const parent = entry.parent === undefined ? undefined : universities[entry.parent];
    const owner = owners[seat];
    const base: PublicSeat = {
      seat,
      kind: entry.kind,
      name: entry.name,
      ...(parent === undefined ? {} : { parent }),
      ...(owner === undefined ? {} : { owner }),
      control: 'human',
      ready: false,
      head: headOf(seat),
      treeSize: roster.filter((_, other) => headOf(other) === headOf(seat)).length,
      forced: false,
      inDisarray: false,
      failures: 0,
      standing: 2,
    };
    return { ...base, ...arrangement.seat?.(base) };
  });
  return {
    scenario: zhongguancun.id,
    phase: 'plan',
    round: 4,
    rounds: 12,
    clockMode: 'clock',
    paused: false,
    talkOn: true,
    seats,
    pacts: arrangement.pacts ?? [],
    law: 0.1,
    distance: 0.45,
    commons: 2,
    fund: 0,
    shocked: false,
    history: [],
    happenings: [],
    ...arrangement.view,
  };
}

export function pact(a: Seat, b: Seat, kept?: boolean): PublicPact {
  return kept === undefined ? { a, b, since: 1 } : { a, b, since: 1, kept };
}

export function reading(figure: FigureReading['figure']): FigureReading {
  return { figure, isolated: false, horizontal: 0.3, reciprocity: 0.8, vertical: 0.2, largestTree: 0.2, cr4: 0.3 };
}

/** Everybody in one of two trees. */
export const TWO_TREES: Readonly<Record<Seat, Seat>> = { 2: 0, 4: 0, 6: 0, 3: 1, 5: 1, 7: 1 };

/** Everybody in one tree. */
export const ONE_TREE: Readonly<Record<Seat, Seat>> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0 };

/** Each firm with the next ones on a ring, universities included: a strong network. */
export const WEB: readonly PublicPact[] = [
  pact(0, 1, true),
  pact(1, 2, true),
  pact(2, 3, true),
  pact(3, 4, true),
  pact(4, 5, true),
  pact(5, 6, true),
  pact(6, 7, true),
  pact(0, 7, true),
  pact(0, 8, true),
  pact(4, 8, true),
  pact(2, 9, true),
  pact(6, 9, true),
  pact(1, 5, true),
];
