/** What bots believe about the market is what the standard scenario says. */
import { expect, test } from 'vitest';
import * as believed from '../../shared/bots/rules-of-thumb.ts';
import { STANDARD } from '../../shared/scenarios/index.ts';

test('bots believe in the numbers of the standard scenario', () => {
  const told = STANDARD.parameters;
  expect({ ...believed }).toEqual({
    FUNDED: told.ventureFundNeeded,
    HOLDS: told.commandNeeded,
    LOAN_INTEREST: told.loanInterest,
    UPKEEP: told.upkeep,
    PACT_COST: told.pactCost,
    KEPT_AFTER_TAX: 1 - told.taxRate,
    VENTURE_FEE: told.ventureFee,
    FOREIGN_FEE: told.foreignFee,
    FIRST_MARGIN: told.margin,
    MARGIN_KEPT: told.marginKept,
    KNOWLEDGE_PER_RESEARCH: told.researchGain,
  });
});
