/**
 * What bots believe about the market, as people would by hearsay: the standard scenario's numbers, even where a class
 * has changed them.
 */

/** What the venture fund must hold to finance a stake, in cash. */
export const FUNDED = 10;
/** Points of command that hold a firm in its tree, unless the year's news changes it. */
export const HOLDS = 2;
export const LOAN_INTEREST = 0.12;
/** In cash a round. */
export const UPKEEP = 5.5;
export const PACT_COST = 0.3;
export const KEPT_AFTER_TAX = 0.92;
export const VENTURE_FEE = 0.1;
export const FOREIGN_FEE = 0.2;
export const FIRST_MARGIN = 1.7;
export const MARGIN_KEPT = 0.97;
export const KNOWLEDGE_PER_RESEARCH = 0.55;
