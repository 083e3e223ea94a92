/** What can be chosen for a class, and its limits. Kept apart from the schemas, because forms need only this. */

import type { ClockMode } from '../engine/parts.ts';

export const CLASS_LANGUAGES = ['en', 'zh'] as const;
export type ClassLanguage = (typeof CLASS_LANGUAGES)[number];

/**
 * What to do with people who do not fill a district. `bots`: open another district with bots. `mirror`: each plans for
 * somebody else's seat, recorded but not carried out. `observe`: they watch a district.
 */
export const LEFTOVERS = ['bots', 'mirror', 'observe'] as const;
export type Leftovers = (typeof LEFTOVERS)[number];

/** How roles are dealt: at random; at random with a mix of kinds in each district; or by hand. */
export const DEALS_OF_ROLES = ['random', 'balanced', 'hand'] as const;
export type DealOfRoles = (typeof DEALS_OF_ROLES)[number];

/** How treatments are assigned: at random; at random in equal numbers; or by hand. */
export const ASSIGNMENTS = ['random', 'balanced', 'hand'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/** With a clock: all districts change phase together, or each at its own pace. */
export const PACES = ['together', 'own'] as const;
export type Pace = (typeof PACES)[number];

/** `together`: the desk tells all districts their result at once; `own`: each sees it as soon as its game is over. */
export const ENDS = ['together', 'own'] as const;
export type Ends = (typeof ENDS)[number];

/** The default. In mode `desk` the instructor ends the last reveal, too. */
export function endsUnlessChosen(clockMode: ClockMode): Ends {
  return clockMode === 'wait' ? 'own' : 'together';
}

/** Largest request with a log to play on from, in bytes. */
export const PLAY_ON_BYTES = 16 * 1024 * 1024;

/** Limits of the set-up. Durations are in milliseconds. */
export const SETUP_LIMITS = {
  shortestMs: 200,
  longestMs: 30 * 60_000,
  titleLength: 80,
  treatments: 8,
  treatmentNameLength: 40,
  roster: 600,
} as const;

/** What to do with homework played after it was due. */
export const LATE = ['refuse', 'mark'] as const;
