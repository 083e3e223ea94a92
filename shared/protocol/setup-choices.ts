/** What can be chosen when a class is set up, and within which limits. Apart from the schemas: forms need no more. */

export const CLASS_LANGUAGES = ['en', 'zh'] as const;
export type ClassLanguage = (typeof CLASS_LANGUAGES)[number];

/**
 * People who do not fill a district: `bots` opens another district for them with bots beside them; `mirror` lets each
 * plan for a seat somebody else holds, recorded and not carried out; `observe` lets them watch a district.
 */
export const LEFTOVERS = ['bots', 'mirror', 'observe'] as const;
export type Leftovers = (typeof LEFTOVERS)[number];

/** Who gets which role: drawn, drawn so that each district has its mix of kinds, or as the desk placed them. */
export const DEALS_OF_ROLES = ['random', 'balanced', 'hand'] as const;
export type DealOfRoles = (typeof DEALS_OF_ROLES)[number];

/** Which district gets which treatment: drawn for each, drawn in equal numbers, or as the desk says. */
export const ASSIGNMENTS = ['random', 'balanced', 'hand'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/** With a clock: all districts go from phase to phase together, or each at its own pace. */
export const PACES = ['together', 'own'] as const;
export type Pace = (typeof PACES)[number];

/** Largest request with a log to play on from. */
export const PLAY_ON_BYTES = 16 * 1024 * 1024;

/** Limits of what may be chosen. Durations in milliseconds. */
export const SETUP_LIMITS = {
  shortestMs: 200,
  longestMs: 30 * 60_000,
  titleLength: 80,
  treatments: 8,
  treatmentNameLength: 40,
  roster: 600,
} as const;

/** What becomes of homework that is played once it is due. */
export const LATE = ['refuse', 'mark'] as const;
