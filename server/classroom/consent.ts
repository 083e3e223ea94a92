/** Whose part may be used without their name, for research: who said yes where the class asks, and nowhere who said no. */
import type { ClassState } from './class-state.ts';
import { withoutWords } from './people-state.ts';

/** What an instructor reads of it. */
export type Consent = 'yes' | 'no' | 'unanswered' | 'not-asked' | 'erased';

export function consentOf({ opened, consents, erased }: ClassState, player: string): Consent {
  if (erased.has(player)) return 'erased';
  const said = consents.get(player);
  if (said !== undefined) return said ? 'yes' : 'no';
  return opened.research === true ? 'unanswered' : 'not-asked';
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
