/** Figures with their labels; a label that is a word of the game says what that means. */
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { Term } from '../ui/term.tsx';

export function Labelled({ name, term }: { name: string; term: Name | undefined }) {
  return term === undefined ? name : <Term of={term} word={name} />;
}

export type LabelledFigure = readonly [name: string, value: string, term?: Name | undefined];

/** `look`: how the list is laid out. */
export function Figures({ look, rows }: { look: 'tally' | 'ledger'; rows: readonly LabelledFigure[] }) {
  return (
    <dl class={`${look} figures`}>
      {rows.map(([name, value, term]) => (
        <div key={name}>
          <dt>
            <Labelled name={name} term={term} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
