/** Closed lists of the choices in polls. */

/** Questions to the model. */
export const WHAT_IFS = ['trust', 'noCommand', 'noShift', 'word', 'trade'] as const;
export type WhatIf = (typeof WHAT_IFS)[number];
/** Possible answers of the model, comparing the district's income with the real game. */
export const OUTCOMES = ['richer', 'poorerThenRicher', 'behind', 'noDifference'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const REASONS = ['luck', 'rules', 'truth'] as const;
export const INSTITUTIONS = ['leaving', 'reputations', 'talk', 'law'] as const;
