/**
 * Whose part may be used for research, without names. Where the class asks, a yes is needed; elsewhere a no excludes.
 */
import type { ClassState } from '../state/class-state.ts';
import { withoutWords } from '../state/people-state.ts';

/** What an instructor sees of a person's answer. */
export type Consent = 'yes' | 'no' | 'unanswered' | 'not-asked' | 'erased';

export function consentOf(state: ClassState, player: string): Consent {
  const { opened, consents, erased } = state;
  if (erased.has(player)) return 'erased';
  const said = consents.get(player);
  if (said !== undefined) return said ? 'yes' : 'no';
  return opened.research === true && !spokeBefore(state, player) ? 'unanswered' : 'not-asked';
}

/** Whether somebody answered in a past class of this server. People who did not come back were asked there. */
function spokeBefore({ opened, everyone }: ClassState, player: string): boolean {
  return opened.playsOn?.classId !== undefined && !everyone.some(({ id }) => id === player);
}

/** Adds answers given since in the past class: a no there counts here, unless there is a yes here. */
export function withLaterConsent(state: ClassState, past: ClassState): ClassState {
  const refused = withheldIn(past).filter((id) => !state.consents.has(id));
  return { ...state, consents: new Map([...state.consents, ...refused.map((id) => [id, false] as const)]) };
}

export function isWithheld(state: ClassState, player: string): boolean {
  const consent = consentOf(state, player);
  return consent !== 'yes' && consent !== 'not-asked';
}

/** In order of joining, including removed people. */
export function withheldIn(state: ClassState): readonly string[] {
  return state.everyone.map(({ id }) => id).filter((id) => isWithheld(state, id));
}

/** Removes what withheld people answered; the order of joining stays. */
export function withoutWithheld(state: ClassState): ClassState {
  return withheldIn(state).reduce(withoutWords, state);
}
