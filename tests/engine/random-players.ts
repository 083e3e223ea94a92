/** Random players. Their choices are drawn by name, so that a game can be repeated. */
import type { Seat } from '../../shared/engine/actors.ts';
import { legalFor } from '../../shared/engine/legal.ts';
import type { Deal, Plan, Share } from '../../shared/engine/plans.ts';
import { budgetOf } from '../../shared/engine/queries.ts';
import { draw } from '../../shared/engine/random.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { act, planning, type Setup } from './support.ts';

type Dice = (...key: readonly (string | number)[]) => number;

/** Divides the tenths at random. */
function parts(dice: Dice, total: number, count: number): readonly number[] {
  const cuts = Array.from({ length: count - 1 }, (_, index) => Math.floor(dice('cut', index) * (total + 1)));
  const edges = [0, ...cuts.sort((a, b) => a - b), total];
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
}

function some<T>(dice: Dice, name: string, from: readonly T[], chance: number): readonly T[] {
  return from.filter((_, index) => dice(name, index) < chance);
}

const allowed = (options: readonly { readonly seat: Seat; readonly refused?: string }[]) =>
  options.filter(({ refused }) => refused === undefined).map(({ seat }) => seat);

/** A random legal plan for the seat. */
export function randomPlan(state: DistrictState, seat: Seat, luck: number): Plan {
  const dice: Dice = (...key) => draw(luck, 'player', seat, state.round, ...key);
  const legal = legalFor(state, seat);
  const budget = Math.round(budgetOf(state, seat) * 10);
  const { kind } = state.actors[seat] ?? {};
  if (kind === 'bureau' || kind === 'commission') {
    const [command = 0, law = 0, reform = 0, fund = 0, training = 0] = parts(dice, budget, 6).map(
      (tenths) => tenths / 10,
    );
    return { kind: 'government', command, law, reform, fund, training };
  }
  const wishes = some(dice, 'wish', allowed(legal.pactWishes), 0.7);
  const breaks = some(dice, 'break', legal.partners, 0.15);
  const deal = kind === 'firm' ? randomDeal(dice, state, seat, wishes, breaks) : undefined;
  const cooperating = deal === undefined || deal.kind === 'cooperate';
  const staying = legal.partners.filter((other) => !cooperating || !breaks.includes(other));
  const partners = cooperating ? [...staying, ...some(dice, 'hope', wishes, 0.3)] : staying;
  const cut = parts(dice, budget, 4 + partners.length);
  const shares: Share[] = partners.map((to, index) => ({ to, points: (cut[4 + index] ?? 0) / 10 }));
  const [one = 0, two = 0, three = 0, four = 0] = cut.map((tenths) => tenths / 10);
  if (deal !== undefined) {
    const trade = Math.round((one + two) * 10) / 10;
    return { kind: 'firm', trade, research: Math.round((three + four) * 10) / 10, shares, deal };
  }
  return { kind: 'university', publish: one, outside: two, shelter: three, open: four, shares, wishes, breaks };
}

function randomDeal(
  dice: Dice,
  state: DistrictState,
  seat: Seat,
  wishes: readonly Seat[],
  breaks: readonly Seat[],
): Deal {
  const legal = legalFor(state, seat);
  const [buyer] = allowed(legal.sell).filter((_, index, all) => index === Math.floor(dice('buyer') * all.length));
  const deals: readonly (Deal | undefined)[] = [
    { kind: 'none' },
    { kind: 'cooperate', wishes, breaks },
    { kind: 'cooperate', wishes, breaks },
    { kind: 'cooperate', wishes, breaks },
    { kind: 'buy', sellers: allowed(legal.buy) },
    buyer === undefined ? undefined : { kind: 'sell', buyer },
    legal.loan.refused === undefined ? { kind: 'loan' } : undefined,
    legal.venture.refused === undefined ? { kind: 'venture' } : undefined,
    legal.foreign.refused === undefined ? { kind: 'foreign' } : undefined,
  ];
  return deals[Math.floor(dice('deal') * deals.length)] ?? { kind: 'none' };
}

/** Every seat files a random plan; some leave it to the clock. */
export function fileAll(state: DistrictState, luck: number, order: readonly Seat[], absent = 0): DistrictState {
  let next = state;
  for (const seat of order) {
    if (draw(luck, 'absent', seat, state.round) < absent) continue;
    next = act(next, { type: 'filePlan', plan: randomPlan(state, seat, luck) }, { seat }).state;
  }
  return next;
}

/** The plan phase after some rounds of random play. */
export function playedFor(rounds: number, luck: number, setup: Setup = {}): DistrictState {
  let state = planning(setup);
  for (let round = 0; round < rounds; round++) {
    state = fileAll(
      state,
      luck,
      state.actors.map(({ seat }) => seat),
      0.1,
    );
    for (let phase = 0; phase < 3; phase++) state = act(state, { type: 'advancePhase' }).state;
  }
  return state;
}
