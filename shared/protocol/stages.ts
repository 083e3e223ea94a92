/** How far a class has come, coarsely for everybody and finely for its desk. */

export const CLASS_PHASES = ['gathering', 'playing', 'ended'] as const;
export type ClassPhase = (typeof CLASS_PHASES)[number];

/** Finer than `ClassPhase`: `briefing`, `practice` and `game` are all `playing`. */
export const CLASS_STAGES = ['gathering', 'briefing', 'practice', 'game', 'ended'] as const;
export type ClassStage = (typeof CLASS_STAGES)[number];

/** What a round goes through. */
export const ROUND_PHASES = ['news', 'plan', 'reveal'] as const;
