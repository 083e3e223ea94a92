/** Progress of a class: coarse for everybody, fine for its desk. */

export const CLASS_PHASES = ['gathering', 'playing', 'ended'] as const;
export type ClassPhase = (typeof CLASS_PHASES)[number];

/** Finer than `ClassPhase`: `briefing`, `practice` and `game` are all `playing`. */
export const CLASS_STAGES = ['gathering', 'briefing', 'practice', 'game', 'ended'] as const;
export type ClassStage = (typeof CLASS_STAGES)[number];

/** Steps of the finale: number of predictions, the predictions, the figures, one sentence, the maps again. */
export const FINALE_STEPS = ['count', 'guesses', 'figures', 'sentence', 'maps'] as const;
export type FinaleStep = (typeof FINALE_STEPS)[number];
