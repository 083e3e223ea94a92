/** The game so far for a latecomer: years, ties and their seat, a line each. */

import type { PublicView } from '../../../shared/engine/public-view.ts';
import { partnersOf } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { list, num, passage, t } from '../../state/language.ts';
import { nameOf } from '../names.ts';

export function SoFar({ view }: { view: SeatView }) {
  return (
    <section class="stack-tight" aria-labelledby="so-far-title">
      <h3 id="so-far-title">{t('classroom.soFar')}</h3>
      <ol class="so-far">
        {soFar(view).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

export function soFar(view: SeatView): readonly string[] {
  const ownership = groups(view.public);
  return [years(view.public), passage([pacts(view.public), ownership]), own(view)];
}

function years({ scenario, round, history }: PublicView): string {
  const yearOf = (past: number) => newsOf(scenario, past)?.year ?? '';
  const first = history[0];
  const last = history.at(-1);
  if (first === undefined || last === undefined) return t('classroom.soFarFirstYear', { year: yearOf(round) });
  return t('classroom.soFarYears', {
    count: history.length,
    from: yearOf(first.round),
    to: yearOf(last.round),
    first: num(first.income, 0),
    last: num(last.income, 0),
  });
}

function pacts({ pacts: standing }: PublicView): string {
  return standing.length === 0 ? t('classroom.soFarNoPacts') : t('classroom.soFarPacts', { count: standing.length });
}

function groups(view: PublicView): string {
  const [largest] = view.seats
    .filter(({ kind, owner, treeSize }) => kind === 'firm' && owner === undefined && treeSize > 1)
    .toSorted((one, other) => other.treeSize - one.treeSize);
  if (largest === undefined) return t('classroom.soFarNoGroup');
  return t('classroom.soFarGroup', { head: nameOf(view, largest.seat), count: largest.treeSize });
}

function own({ seat, score, public: seen }: SeatView): string {
  const actor = seen.seats[seat];
  const scored = t('classroom.soFarScore', { score: num(score) });
  if (actor?.kind !== 'firm') return scored;
  const partners = partnersOf(seen.pacts, seat).map((partner) => nameOf(seen, partner));
  const bound =
    partners.length === 0 ? t('classroom.soFarOwnNoPacts') : t('classroom.soFarOwnPacts', { partners: list(partners) });
  const owned = actor.owner === undefined ? [] : [t('classroom.soFarOwned', { head: nameOf(seen, actor.head) })];
  return passage([bound, ...owned, scored]);
}
