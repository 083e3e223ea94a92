/**
 * Trades enough to pay the coming round's costs and puts the rest into knowledge.
 *
 * The variants take loans or venture capital when cash is short. The paper's passage on finance asks whether that frees
 * a firm to innovate or drives it into trade.
 */

import type { BotView } from '../engine/bot-view.ts';
import type { Deal, FirmPlan } from '../engine/plans.ts';
import { cooperation, distrusted, without } from './partners.ts';
import { effortOf, equalShares, firmPlan } from './points.ts';
import type { BotRandom, Policy } from './policy.ts';
import { restless } from './restless.ts';
import {
  FIRST_MARGIN,
  FOREIGN_FEE,
  KEPT_AFTER_TAX,
  LOAN_INTEREST,
  MARGIN_KEPT,
  PACT_COST,
  UPKEEP,
  VENTURE_FEE,
} from './rules-of-thumb.ts';

/** Rules of thumb of its own, in cash a round. */
const PRODUCT_PER_KNOWLEDGE = 0.32;
const MARGIN_REALISED = 0.83;
const RESERVE = 6;
/** Cash below which it seeks capital. */
const SHORT_OF_CASH = 10;

export const survivalFirst: Policy = (view, random) => plan(view, random);

export const survivalFirstWithLoans: Policy = (view, random) =>
  plan(view, random, needsCapital(view) && view.legal.loan.refused === undefined ? { kind: 'loan' } : undefined);

export const survivalFirstWithVenture: Policy = (view, random) =>
  plan(view, random, needsCapital(view) && view.legal.venture.refused === undefined ? { kind: 'venture' } : undefined);

export const survivalFirstRestless = restless(survivalFirstWithVenture);

/** Accepts the first foreign partner, even with enough cash. */
export const survivalFirstWithForeign: Policy = (view, random) =>
  plan(view, random, view.legal.foreign.refused === undefined ? { kind: 'foreign' } : undefined);

/** A first partner comes before capital, since a round has room for one deal. */
function needsCapital(view: BotView): boolean {
  return view.books.cash < SHORT_OF_CASH && view.legal.partners.length > 0;
}

function plan(view: BotView, random: BotRandom, capital?: Deal): FirmPlan {
  const left = capital === undefined ? distrusted(view, 0.2) : [];
  const partners = without(view.legal.partners, left);
  const deal = capital ?? cooperation(view, random, { best: 6, wishAbove: 0.3 }, left);
  const trade = tradeToLive(view);
  const rest = effortOf(view) - trade;
  const research = partners.length === 0 ? rest : Math.round(rest / 4);
  return firmPlan(trade, research, equalShares(rest - research, partners), deal);
}

function tradeToLive(view: BotView): number {
  const { books, legal } = view;
  let service = 0;
  for (const loan of books.loans) service += loan.owed / Math.max(1, loan.instalmentsLeft) + LOAN_INTEREST * loan.owed;
  const fees = VENTURE_FEE * books.ventureStakes + FOREIGN_FEE * books.foreignStakes;
  const product = PRODUCT_PER_KNOWLEDGE * books.knowledge * (KEPT_AFTER_TAX - fees);
  const need = UPKEEP + PACT_COST * legal.partners.length + service - product - Math.max(0, books.cash - RESERVE) / 3;
  return Math.min(
    effortOf(view),
    Math.max(0, Math.round((10 * need) / (margin(view.public.round - 1) * MARGIN_REALISED))),
  );
}

function margin(roundsPlayed: number): number {
  let value = FIRST_MARGIN;
  for (let round = 0; round < roundsPlayed; round++) value *= MARGIN_KEPT;
  return value;
}
