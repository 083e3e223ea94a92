/** Who I am and how I stand, in one line that is always there. */
import type { SeatView } from '../../shared/engine/view.ts';
import { num, t, words } from '../state/language.ts';
import { kindOf, nameOf } from './names.ts';

export function OwnStrip({ view }: { view: SeatView }) {
  const own = view.public.seats[view.seat];
  if (own === undefined) return null;
  const debt = view.books.loans.reduce((sum, loan) => sum + loan.owed, 0);
  const firm = own.kind === 'firm';
  const facts: readonly (readonly [string, string])[] = [
    ...(firm ? [[t('common.cash'), num(view.books.cash)] as const] : []),
    ...(firm && debt > 0 ? [[t('common.debt'), num(debt)] as const] : []),
    ...(own.kind === 'bureau' || own.kind === 'commission'
      ? [[t('common.budget'), num(view.budget)] as const]
      : [[t('common.knowledge'), num(view.books.knowledge)] as const]),
    [t('common.score'), num(view.score)],
  ];
  return (
    <section class="own" aria-label={t('play.ownPosition')}>
      <p class="who">
        <strong>{words(own.name)}</strong>
        <span class="small soft">
          {own.owner === undefined
            ? kindOf(view.public, own)
            : t('play.ownedBy', { head: nameOf(view.public, own.head) })}
        </span>
      </p>
      <dl class="tally figures">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
