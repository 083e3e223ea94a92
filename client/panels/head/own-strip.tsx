/** The player's own seat and its figures, in one line that is always visible. */

import { isGovernment } from '../../../shared/engine/actors.ts';
import type { PublicSeat } from '../../../shared/engine/public-view.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { Term as Name } from '../../../shared/i18n/terms.ts';
import { num, t, words } from '../../state/language.ts';
import { Figures, Labelled, type LabelledFigure } from '../labelled.tsx';
import { kindOf, nameOf } from '../names.ts';

function termOf({ kind, owner, parent }: PublicSeat): Name | undefined {
  if (owner !== undefined) return 'subsidiary';
  if (kind !== 'firm') return undefined;
  return parent === undefined ? 'nonState' : 'spinOff';
}

export function OwnStrip({ view }: { view: SeatView }) {
  const own = view.public.seats[view.seat];
  if (own === undefined) return null;
  const debt = view.books.loans.reduce((sum, loan) => sum + loan.owed, 0);
  const firm = own.kind === 'firm';
  const office = isGovernment(own);
  const owned = own.owner !== undefined;
  const facts: readonly LabelledFigure[] = [
    ...(firm ? [[t('common.cash'), num(view.books.cash)] as const] : []),
    ...(firm && debt > 0 ? [[t('common.debt'), num(debt), 'loan'] as const] : []),
    ...(office
      ? [[t('common.budget'), num(view.budget)] as const]
      : [[t('common.knowledge'), num(view.books.knowledge), 'knowledge'] as const]),
    [t('common.score'), num(view.score)],
  ];
  return (
    <section class="own" aria-label={t('play.ownPosition')}>
      <p class="who">
        <strong>{words(own.name)}</strong>
        {!office && (
          <span class={owned ? 'small soft' : 'small soft kind'}>
            <Labelled
              name={owned ? t('play.ownedBy', { head: nameOf(view.public, own.head) }) : kindOf(view.public, own)}
              term={termOf(own)}
            />
          </span>
        )}
      </p>
      <Figures look="tally" rows={facts} />
    </section>
  );
}
