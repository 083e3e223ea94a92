/**
 * The rules' formulas over plain numbers, each written once. The resolution computes with them, a forecast estimates,
 * the debrief explains. Callers supply luck and who deals with whom.
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
  /** Firms of its field outside its tree that do research. */
  readonly rivals: number;
}

/** Knowledge from own research (rule K3). `duplication`: see `duplicationAt`. */
export function ownResearch(parameters: Parameters, researcher: Researcher, duplication: number): number {
  const { researchGain, researchTreeFloor, researchTreeLoss, forcedResearch } = parameters;
  const hierarchy = Math.max(researchTreeFloor, 1 - researchTreeLoss * (researcher.size - 1));
  const will = researcher.forced ? forcedResearch : 1;
  return (researchGain * researcher.points * hierarchy * will) / dilution(duplication, researcher.rivals);
}

/** Share of own research that repeats the rivals' (rule K3). */
export function duplicatedShare(duplication: number, rivals: number): number {
  return 1 - 1 / dilution(duplication, rivals);
}

function dilution(duplication: number, rivals: number): number {
  return 1 + duplication * rivals;
}

/** How much each rival dilutes research: the larger the ownership distance, the more work is duplicated (rule K3). */
export function duplicationAt({ duplication, startDistance }: Parameters, distance: number): number {
  return startDistance === 0 ? duplication : duplication * (distance / startDistance);
}

/** Trust 0..1, with law making up for part of the lack (rule K5). */
export function assuredTrust({ lawTrust }: Parameters, trust: number, law: number): number {
  return trust + lawTrust * law * (1 - trust);
}

/** One side's view of a pact: points given and received, complementarity, assured trust both ways. */
export interface PactSide {
  readonly given: number;
  readonly received: number;
  readonly fit: number;
  /** Trust of this side in the partner, and of the partner in this side, 0..1. */
  readonly trusting: number;
  readonly trusted: number;
}

/** Knowledge that a pact teaches one side, and the part due to giving alone (rule K5). */
export function pactLearning(parameters: Parameters, side: PactSide): number {
  const { pactGain, pactOwn, pactJoint } = parameters;
  const { given, received, fit, trusting, trusted } = side;
  const joint = pactJoint * Math.sqrt(given * received) * Math.sqrt(trusting * trusted) * fit;
  return pactGain * (pactOwn * given + received * trusted * fit) + joint;
}

/** Knowledge a firm takes from the commons; research and sharing raise how much it absorbs (rule K8). */
export function fromStreet(parameters: Parameters, commons: number, activity: number): number {
  const { commonsGain, commonsIdle, commonsActive, commonsFull } = parameters;
  return commonsGain * commons * (commonsIdle + commonsActive * Math.min(1, activity / commonsFull));
}

/** Knowledge for one spin-off from its university's shelter (rule K7). */
export function shelterEach({ shelterGain }: Parameters, points: number, spinOffs: number): number {
  return spinOffs === 0 ? 0 : (shelterGain * points) / spinOffs;
}

// --- Trust -------------------------------------------------------------------------------------------------------

export interface PactYear {
  /** Points received from the trusted side. */
  readonly received: number;
  /** Signed this year, too late for the partner to share on purpose. */
  readonly isNew: boolean;
}

/** Trust, 0..1, after a year in a pact (rule T1) or without one (rule T2). */
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

/** Income per unit of knowledge (product), for a tree of `size` with `kept` pacts kept last round (rules M1 to M4). */
export function productPerKnowledge(parameters: Parameters, shocked: boolean, size: number, kept: number): number {
  const variety = varietyIn(parameters, shocked);
  const standard = (1 - variety) * scaleOf(parameters, size);
  const various = parameters.varietyPremium * variety * flexibilityOf(parameters, size, kept);
  return parameters.productGain * (standard + various);
}

/** Factor of a tree's scale on a point of trade (rule M6). */
export function tradeFactor(parameters: Parameters, shocked: boolean, size: number): number {
  return 1 + parameters.tradeScale * (1 - varietyIn(parameters, shocked)) * (scaleOf(parameters, size) - 1);
}

/** Cash per point of trade in a round, before the glut (rule M5). */
export function marginIn({ margin, marginKept, marginAfter }: Parameters, shocked: boolean, round: number): number {
  let quote = margin;
  for (let year = 1; year < round; year++) quote *= marginKept;
  return shocked ? quote * marginAfter : quote;
}

/** Factor left of the margin when firms put `tradeShare` of their effort into trade (rule M5). */
export function glutFactor({ glut, glutAfter }: Parameters, shocked: boolean, tradeShare: number): number {
  return 1 - (shocked ? glutAfter : glut) * tradeShare;
}

// --- Accounts ----------------------------------------------------------------------------------------------------

/** Rate of tax on income (rule A1). */
export function taxRateOf({ taxRate, listTax }: Parameters, listed: boolean): number {
  return listed ? taxRate * listTax : taxRate;
}

/** Share of a firm's product that belongs to its investors (rule A2). */
export function investorsShare(parameters: Parameters, ventureStakes: number, foreignStakes: number): number {
  return parameters.ventureFee * ventureStakes + parameters.foreignFee * foreignStakes;
}

/** Price of a firm in cash (rule D5). */
export function firmPrice({ priceBase, pricePerKnowledge }: Parameters, knowledge: number): number {
  return priceBase + pricePerKnowledge * knowledge;
}

/** Cash a firm costs to run in a round (rule A3). */
export function upkeepOf({ upkeep, upkeepSaving, upkeepPerMember }: Parameters, size: number): number {
  return upkeep * (1 - upkeepSaving * (1 - 1 / size)) + upkeepPerMember * (size - 1);
}

/** Share of income a subsidiary pays to the head (rule A4). */
export function tributeRateOf({ tribute, tributeForced }: Parameters, forced: boolean): number {
  return forced ? tributeForced : tribute;
}

export function instalmentOf({ owed, instalmentsLeft }: Loan): number {
  return owed / instalmentsLeft;
}

/** Cash due in a round: an instalment of each loan, and interest on all principal (rule A5). */
export function debtServiceOf({ loanInterest }: Parameters, loans: readonly Loan[]): number {
  let service = 0;
  for (const loan of loans) service += instalmentOf(loan) + loanInterest * loan.owed;
  return service;
}
