/** Labelled figures; a label that is a game term explains itself. */
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { Term } from '../ui/term.tsx';

export function Labelled({ name, term }: { name: string; term: Name | undefined }) {
  return term === undefined ? name : <Term of={term} word={name} />;
}

export type LabelledFigure = readonly [name: string, value: string, term?: Name | undefined];

/** `look`: layout of the list. */
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
