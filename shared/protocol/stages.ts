/** How far a class has come, coarsely for everybody and finely for its desk. */

export const CLASS_PHASES = ['gathering', 'playing', 'ended'] as const;
export type ClassPhase = (typeof CLASS_PHASES)[number];

/** Finer than `ClassPhase`: `briefing`, `practice` and `game` are all `playing`. */
export const CLASS_STAGES = ['gathering', 'briefing', 'practice', 'game', 'ended'] as const;
export type ClassStage = (typeof CLASS_STAGES)[number];

/** How the end is told, step by step: how many guessed, what they guessed, what it is, one sentence, and the maps again. */
export const FINALE_STEPS = ['count', 'guesses', 'figures', 'sentence', 'maps'] as const;
export type FinaleStep = (typeof FINALE_STEPS)[number];

/** What a round goes through. */
export const ROUND_PHASES = ['news', 'plan', 'reveal'] as const;
