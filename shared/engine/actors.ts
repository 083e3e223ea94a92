/**
 * Who plays. An actor sits in a seat; the seat's number names it in state, log, wire and export.
 *
 * Seat order is roster order. It breaks ties wherever the rules settle things one by one.
 */

/** Index of an actor in the roster, 0-based. */
export type Seat = number;

export const ACTOR_KINDS = ['firm', 'university', 'bureau', 'commission'] as const;
/** `commission` is the Management Commission of the Beijing Experimental Zone (BEZ). */
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** A text in both languages of the game, each written for itself, not translated. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** Most seats of a district. */
export const LARGEST_DISTRICT = 16;

/** Technology fields on the ring. */
export const FIELDS = 6;

export interface Actor {
  readonly seat: Seat;
  readonly kind: ActorKind;
  readonly name: Words;
  /** University of a state spin-off; absent for all others. */
  readonly parent?: Seat;
  /** Technology field 0..5 on a ring, for firms and universities. Neighbouring fields complement each other best. */
  readonly field?: number;
}

/**
 * Who acts for a seat right now: a person, a bot, or the record of an earlier game. Bots and records are always marked.
 */
export const CONTROLS = ['human', 'bot', 'recorded'] as const;
export type Control = (typeof CONTROLS)[number];

/** Who made a plan: the person, the clock (it repeats the last plan), a bot, or the record of an earlier game. */
export const PLAN_DECIDERS = ['human', 'timeout', 'bot', 'recorded'] as const;
export type PlanDecider = (typeof PLAN_DECIDERS)[number];

/** Who made a decision on record. */
export type Decider = PlanDecider | 'desk' | 'system';

/** Universities count as state (rule S1). */
export function isState(actor: Actor): boolean {
  return actor.kind !== 'firm' || actor.parent !== undefined;
}

export function isGovernment({ kind }: Pick<Actor, 'kind'>): boolean {
  return kind === 'bureau' || kind === 'commission';
}
