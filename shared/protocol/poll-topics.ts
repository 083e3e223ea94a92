/** The closed lists that polls choose from. */

/** Questions to the model. */
export const WHAT_IFS = ['trust', 'noCommand', 'noShift', 'word', 'trade'] as const;
export type WhatIf = (typeof WHAT_IFS)[number];
/** What the model's answer can be, by the district's income beside what happened. */
export const OUTCOMES = ['richer', 'poorerThenRicher', 'behind', 'noDifference'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const REASONS = ['luck', 'rules', 'truth'] as const;
export const INSTITUTIONS = ['leaving', 'reputations', 'talk', 'law'] as const;
