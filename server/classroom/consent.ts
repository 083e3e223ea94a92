/** Whose part may be used without their name, for research: who said yes where the class asks, and nowhere who said no. */
import type { ClassState } from './class-state.ts';
import { withoutWords } from './people-state.ts';

/** What an instructor reads of it. */
export type Consent = 'yes' | 'no' | 'unanswered' | 'not-asked' | 'erased';

export function consentOf(state: ClassState, player: string): Consent {
  const { opened, consents, erased } = state;
  if (erased.has(player)) return 'erased';
  const said = consents.get(player);
  if (said !== undefined) return said ? 'yes' : 'no';
  return opened.research === true && !spokeBefore(state, player) ? 'unanswered' : 'not-asked';
}

/** Of a class of this server that is played on: whoever did not come again was asked there, and a no is known here. */
function spokeBefore({ opened, everyone }: ClassState, player: string): boolean {
  return opened.playsOn?.classId !== undefined && !everyone.some(({ id }) => id === player);
}

/** The class with what was said since in the one that it plays on from: a no there is one here, unless here is a yes. */
export function agreedBefore(state: ClassState, past: ClassState): ClassState {
  const refused = past.everyone.map(({ id }) => id).filter((id) => isWithheld(past, id) && !state.consents.has(id));
  return { ...state, consents: new Map([...state.consents, ...refused.map((id) => [id, false] as const)]) };
}

export function isWithheld(state: ClassState, player: string): boolean {
  const consent = consentOf(state, player);
  return consent !== 'yes' && consent !== 'not-asked';
}

/** The class without what they answered whose part is withheld. Who joined in which order stays. */
export function forResearch(state: ClassState): ClassState {
  const withheld = state.everyone.map(({ id }) => id).filter((id) => isWithheld(state, id));
  return withheld.reduce(withoutWords, state);
}
