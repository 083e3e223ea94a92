/**
 * Points in tenths, as whole numbers, so that a plan adds up exactly.
 *
 * Bots count in tenths and turn them into points only when they write the plan.
 */
import type { Seat } from '../engine/actors.ts';
import type { BotView } from '../engine/bot-view.ts';
import { type Deal, type FirmPlan, NO_DEAL, type Share } from '../engine/plans.ts';

const NOBODY: readonly Share[] = [];

/** Divides `total` tenths equally; the remainder goes to the first partners, a tenth each. */
export function equalShares(total: number, partners: readonly Seat[]): readonly Share[] {
  const count = partners.length;
  if (count === 0 || total <= 0) return NOBODY;
  const base = Math.floor(total / count);
  const over = total - base * count;
  const shares: Share[] = [];
  for (const [index, to] of partners.entries()) {
    const points = base + (index < over ? 1 : 0);
    if (points > 0) shares.push({ to, points: points / 10 });
  }
  return shares;
}

/** A firm's plan from tenths. The caller's tenths must add up to the firm's effort. */
export function firmPlan(
  trade: number,
  research: number,
  shares: readonly Share[] = NOBODY,
  deal: Deal = NO_DEAL,
): FirmPlan {
  return { kind: 'firm', trade: trade / 10, research: research / 10, shares, deal };
}

/** The tenths a firm or university must place in a round, or an office may spend. */
export function effortOf(view: BotView): number {
  return Math.round(view.budget * 10);
}

/** What a firm trades to stay alive, in tenths. */
export const LIVING = 20;
const LIVING_WHEN_POOR = 30;
/** Cash below which a firm trades more. */
const POOR = 6;

export function living(view: BotView): number {
  return Math.min(effortOf(view), view.books.cash < POOR ? LIVING_WHEN_POOR : LIVING);
}

/** Own research beside sharing, in tenths: a point of what is left. */
export function someResearch(left: number): number {
  return Math.min(10, left);
}
