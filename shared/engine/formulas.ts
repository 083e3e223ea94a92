/**
 * The formulas of the rules, over plain numbers: what the resolution computes, a forecast estimates and a debrief retells.
 * Each is written here once. Luck, and who does what with whom, are the callers'.
 */
import { flexibilityOf } from './flexibility.ts';
import type { Parameters } from './parameters.ts';
import type { Loan } from './parts.ts';

// --- Knowledge ---------------------------------------------------------------------------------------------------

export interface Researcher {
  /** Points of own research. */
  readonly points: number;
  /** Firms in its tree. */
  readonly size: number;
  readonly forced: boolean;
  /** Firms of its field outside the tree that do research. */
  readonly rivals: number;
}

/** What own research brings (rule K3). `duplication`: see `duplicationAt`. */
export function ownResearch(parameters: Parameters, researcher: Researcher, duplication: number): number {
  const { researchGain, researchTreeFloor, researchTreeLoss, forcedResearch } = parameters;
  const hierarchy = Math.max(researchTreeFloor, 1 - researchTreeLoss * (researcher.size - 1));
  const will = researcher.forced ? forcedResearch : 1;
  return (researchGain * researcher.points * hierarchy * will) / dilution(duplication, researcher.rivals);
}

/** Share of own research that only repeats what rivals do (rule K3). */
export function duplicatedShare(duplication: number, rivals: number): number {
  return 1 - 1 / dilution(duplication, rivals);
}

function dilution(duplication: number, rivals: number): number {
  return 1 + duplication * rivals;
}

/** How much each rival dilutes research: the further owners are apart, the more is done twice (rule K3). */
export function duplicationAt({ duplication, startDistance }: Parameters, distance: number): number {
  return startDistance === 0 ? duplication : duplication * (distance / startDistance);
}

/** Trust, with law making up for part of what is missing (rule K5). */
export function assuredTrust({ lawTrust }: Parameters, trust: number, law: number): number {
  return trust + lawTrust * law * (1 - trust);
}

/** One side's view of a pact: the points, how well the two fit, and the assured trust of both. */
export interface PactSide {
  readonly given: number;
  readonly received: number;
  readonly fit: number;
  /** How far this side trusts the partner, and the partner this side. */
  readonly trusting: number;
  readonly trusted: number;
}

/** What a pact teaches one side, and what of it comes from giving alone (rule K5). */
export function pactLearning(parameters: Parameters, side: PactSide): number {
  const { pactGain, pactOwn, pactJoint } = parameters;
  const { given, received, fit, trusting, trusted } = side;
  const joint = pactJoint * Math.sqrt(given * received) * Math.sqrt(trusting * trusted) * fit;
  return pactGain * (pactOwn * given + received * trusted * fit) + joint;
}

/** What a firm takes in from common knowledge; research and sharing make it able to (rule K8). */
export function fromStreet(parameters: Parameters, commons: number, activity: number): number {
  const { commonsGain, commonsIdle, commonsActive, commonsFull } = parameters;
  return commonsGain * commons * (commonsIdle + commonsActive * Math.min(1, activity / commonsFull));
}

/** One spin-off's part of its university's shelter (rule K7). */
export function shelterEach({ shelterGain }: Parameters, points: number, spinOffs: number): number {
  return spinOffs === 0 ? 0 : (shelterGain * points) / spinOffs;
}

// --- Trust -------------------------------------------------------------------------------------------------------

export interface PactYear {
  /** Points that came from the trusted side. */
  readonly received: number;
  /** Signed this very year: nobody could have known. */
  readonly isNew: boolean;
}

/** Trust after a year in a pact (rule T1), or outside of one (rule T2). */
export function trustAfter(parameters: Parameters, before: number, pact: PactYear | undefined): number {
  if (pact === undefined) return before + parameters.trustDrift * (parameters.trustRest - before);
  const { trustFullShare, trustUp, trustDown, trustSigning } = parameters;
  const seen = Math.min(1, pact.received / trustFullShare);
  const falling = pact.isNew ? trustSigning : trustDown;
  return before + (seen > before ? trustUp : falling) * (seen - before);
}

// --- Market ------------------------------------------------------------------------------------------------------

function varietyIn({ variety, varietyAfter }: Parameters, shocked: boolean): number {
  return shocked ? varietyAfter : variety;
}

function scaleOf({ scale }: Parameters, size: number): number {
  return 1 + scale * (1 - 1 / size);
}

/** Income a unit of knowledge earns as product, in a tree of `size`, with `kept` pacts kept last round (rules M1 to M4). */
export function productPerKnowledge(parameters: Parameters, shocked: boolean, size: number, kept: number): number {
  const variety = varietyIn(parameters, shocked);
  const standard = (1 - variety) * scaleOf(parameters, size);
  const various = parameters.varietyPremium * variety * flexibilityOf(parameters, size, kept);
  return parameters.productGain * (standard + various);
}

/** What a tree's scale makes of a point of trade (rule M6). */
export function tradeFactor(parameters: Parameters, shocked: boolean, size: number): number {
  return 1 + parameters.tradeScale * (1 - varietyIn(parameters, shocked)) * (scaleOf(parameters, size) - 1);
}

/** Cash per point of trade in a round, before the glut (rule M5). */
export function marginIn({ margin, marginKept, marginAfter }: Parameters, shocked: boolean, round: number): number {
  let quote = margin;
  for (let year = 1; year < round; year++) quote *= marginKept;
  return shocked ? quote * marginAfter : quote;
}

/** What is left of the margin where firms put this share of their effort into trade (rule M5). */
export function glutFactor({ glut, glutAfter }: Parameters, shocked: boolean, tradeShare: number): number {
  return 1 - (shocked ? glutAfter : glut) * tradeShare;
}

// --- Accounts ----------------------------------------------------------------------------------------------------

/** Rule A1. */
export function taxRateOf({ taxRate, listTax }: Parameters, listed: boolean): number {
  return listed ? taxRate * listTax : taxRate;
}

/** Share of its product that belongs to a firm's investors (rule A2). */
export function investorsShare(parameters: Parameters, ventureStakes: number, foreignStakes: number): number {
  return parameters.ventureFee * ventureStakes + parameters.foreignFee * foreignStakes;
}

/** Price of a firm in cash (rule D5). */
export function firmPrice({ priceBase, pricePerKnowledge }: Parameters, knowledge: number): number {
  return priceBase + pricePerKnowledge * knowledge;
}

/** Rule A3. */
export function upkeepOf({ upkeep, upkeepSaving, upkeepPerMember }: Parameters, size: number): number {
  return upkeep * (1 - upkeepSaving * (1 - 1 / size)) + upkeepPerMember * (size - 1);
}

/** Share of its income a subsidiary pays the head (rule A4). */
export function tributeRateOf({ tribute, tributeForced }: Parameters, forced: boolean): number {
  return forced ? tributeForced : tribute;
}

export function instalmentOf({ owed, instalmentsLeft }: Loan): number {
  return owed / instalmentsLeft;
}

/** An instalment of each loan, and interest on all that is owed (rule A5). */
export function debtServiceOf({ loanInterest }: Parameters, loans: readonly Loan[]): number {
  let service = 0;
  for (const loan of loans) service += instalmentOf(loan) + loanInterest * loan.owed;
  return service;
}
