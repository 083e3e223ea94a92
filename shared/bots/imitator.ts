/**
 * Imitates the largest firms: shares where they keep pacts, joins a tree where they are trees, trades where they stand
 * alone.
 */

import type { BotView } from '../engine/bot-view.ts';
import type { PublicSeat } from '../engine/public-view.ts';
import { leavingWhenForced, leavingWhenOwned } from './leaving.ts';
import { merger } from './merger.ts';
import { keptPacts } from './partners.ts';
import type { Policy } from './policy.ts';
import { titForTat } from './tit-for-tat.ts';
import { trader } from './trader.ts';

/** Rounds before the imitator starts to copy. */
const LOOKS_AROUND = 2;

const atFirst = leavingWhenForced(titForTat);
const AS: Readonly<Record<Way, Policy>> = {
  pacts: leavingWhenOwned(titForTat),
  trees: merger,
  alone: leavingWhenForced(trader),
};

export const imitator: Policy = (view, random) => {
  const biggest = biggestOf(view);
  const policy = view.public.round <= LOOKS_AROUND || biggest.length === 0 ? atFirst : AS[wayOfMost(view, biggest)];
  return policy(view, random);
};

type Way = 'pacts' | 'trees' | 'alone';

/** The other firms with the largest standing; empty where all have the smallest. */
function biggestOf(view: BotView): readonly PublicSeat[] {
  const others = view.public.seats.filter(({ kind, seat }) => kind === 'firm' && seat !== view.seat);
  const band = Math.max(1, ...others.map(({ standing }) => standing));
  return band === 1 ? [] : others.filter(({ standing }) => standing === band);
}

function wayOfMost(view: BotView, firms: readonly PublicSeat[]): Way {
  const count = { pacts: 0, trees: 0, alone: 0 };
  for (const { seat, treeSize } of firms) {
    count[keptPacts(view, seat) > 0 ? 'pacts' : treeSize > 1 ? 'trees' : 'alone'] += 1;
  }
  if (count.pacts >= count.trees && count.pacts >= count.alone) return 'pacts';
  return count.trees >= count.alone ? 'trees' : 'alone';
}
