/** A label of a figure; where it is a word of the game, it says what that means. */
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { Term } from '../ui/term.tsx';

export function Labelled({ name, term }: { name: string; term: Name | undefined }) {
  return term === undefined ? name : <Term of={term} word={name} />;
}
