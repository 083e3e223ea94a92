/** The figure of each round, one district per row. */
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { figuresByRound } from '../../shared/debrief/paper-tables.ts';
import { Scroller } from '../ui/scroller.tsx';
import { RoundHead } from './heads.tsx';

interface FigureRowsProps {
  readonly rows: readonly { readonly title: string; readonly chronicle: Chronicle }[];
}

export function FigureRows({ rows }: FigureRowsProps) {
  return (
    <Scroller>
      <table class="numbers figures small by-round">
        <thead>
          <tr>
            <RoundHead />
            {rows[0]?.chronicle.rounds.map(({ round }) => (
              <th key={round} scope="col">
                {round}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, chronicle }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {figuresByRound(chronicle).map(({ figure, isolated }, index) => (
                <td key={index} class={`figure-${figure}`}>
                  {figure}
                  {isolated ? '°' : ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
