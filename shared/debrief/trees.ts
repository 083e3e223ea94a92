/** The largest tree of firms, and how its members came under it. */
import type { Seat } from '../engine/actors.ts';
import { forestOf, numberAt, treeOf } from '../engine/queries.ts';
import type { DistrictState } from '../engine/state.ts';
import { type Chronicle, type PlayedRound, roundAt, threeYearsFrom } from './chronicle.ts';

export interface Joining {
  readonly firm: Seat;
  /** By command of the offices, or sold by consent. */
  readonly how: 'command' | 'sale';
  /** Several rounds for a firm that was free in between. */
  readonly rounds: readonly number[];
}

/** The head of the largest tree of two firms or more; ties go to the lower seat. */
export function largestHead(state: DistrictState): Seat | undefined {
  const { head, size } = forestOf(state.firms);
  let largest: Seat | undefined;
  for (const { seat, kind } of state.actors) {
    if (kind !== 'firm' || head[seat] !== seat || numberAt(size, seat) < 2) continue;
    if (largest === undefined || numberAt(size, seat) > numberAt(size, largest)) largest = seat;
  }
  return largest;
}

/** The largest tree of two firms or more. */
export function largestTree(
  state: DistrictState,
): { readonly head: Seat; readonly members: readonly Seat[] } | undefined {
  const head = largestHead(state);
  return head === undefined ? undefined : { head, members: treeOf(state.firms, head) };
}

/** The round before demand turned, and those played from then on that tell what it did; undefined without them. */
export function roundsAtTheTurn(
  chronicle: Chronicle,
): { readonly before: PlayedRound; readonly after: readonly PlayedRound[] } | undefined {
  const { shockRound } = chronicle.final.parameters;
  const before = roundAt(chronicle, shockRound - 1);
  const after = threeYearsFrom(chronicle.rounds, shockRound);
  return before === undefined || after.length === 0 ? undefined : { before, after };
}

/** Sum of these firms' income in a round, in cash. */
export function incomeOf({ after }: PlayedRound, seats: readonly Seat[]): number {
  return seats.reduce((sum, seat) => sum + (after.history.at(-1)?.incomeBySeat[seat] ?? 0), 0);
}

/** How each final member of the tree came under an owner, each time, ordered by the first time. */
export function joinedUnder({ rounds, final }: Chronicle, head: Seat): readonly Joining[] {
  const members = new Set(treeOf(final.firms, head).filter((seat) => seat !== head));
  const joined = new Map<string, Joining>();
  const join = (firm: Seat, how: Joining['how'], round: number) => {
    if (!members.has(firm)) return;
    const key = `${firm} ${how}`;
    joined.set(key, { firm, how, rounds: [...(joined.get(key)?.rounds ?? []), round] });
  };
  for (const { round, events } of rounds) {
    for (const event of events) {
      if (event.type === 'FirmAbsorbed') join(event.firm, 'command', round);
      if (event.type === 'FirmSold') join(event.seller, 'sale', round);
    }
  }
  return [...joined.values()];
}
