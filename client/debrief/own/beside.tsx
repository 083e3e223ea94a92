/** The player's own game beside the recorded game of the same seat, year by year. */

import type { PlayedRound } from '../../../shared/debrief/chronicle.ts';
import type { Seat } from '../../../shared/engine/actors.ts';
import { type Plan, sharedIn } from '../../../shared/engine/plans.ts';
import { draftOf, usesOf } from '../../state/draft.ts';
import { num, t } from '../../state/language.ts';
import { Scroller } from '../../ui/scroller.tsx';
import { Term } from '../../ui/term.tsx';
import type { Beside } from './own-reading.ts';

export function BesideRecord({ beside, seat }: { readonly beside: Beside; readonly seat: Seat }) {
  const { own, recorded } = beside;
  return (
    <section class="stack-tight" aria-labelledby="beside-title">
      <h3 id="beside-title">{t('ending.beside')}</h3>
      <p class="small soft">{t('ending.besideAbout')}</p>
      <Scroller>
        <table class="numbers small beside">
          <thead>
            <tr>
              <th scope="col">
                <Term of="round" word={t('ending.besideRound')} />
              </th>
              <th scope="col">{t('ending.besideYou')}</th>
              <th scope="col">{t('ending.besideScore')}</th>
              <th scope="col">{t('ending.besideThey')}</th>
              <th scope="col">{t('ending.besideScore')}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((played) => {
              const then = recorded.find(({ round }) => round === played.round);
              return (
                <tr key={played.round}>
                  <th scope="row">{played.round}</th>
                  <td>{planIn(played, seat)}</td>
                  <td class="figures">{scoreIn(played, seat)}</td>
                  <td>{then === undefined ? '–' : planIn(then, seat)}</td>
                  <td class="figures">{then === undefined ? '–' : scoreIn(then, seat)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
    </section>
  );
}

function planIn({ plans }: PlayedRound, seat: Seat): string {
  const filed = plans[seat];
  return filed === undefined ? '–' : inWords(filed.plan);
}

function scoreIn({ after, round }: PlayedRound, seat: Seat): string {
  const score = after.history.find((past) => past.round === round)?.scores[seat];
  return score === undefined ? '–' : num(score);
}

/** A plan in the plan form's words, since a student's page does not load the debrief's texts. */
function inWords(plan: Plan): string {
  const { uses, verb } = draftOf(plan);
  const placed = usesOf(plan.kind).map((use) => [t(`plan.use-${use}`), uses[use] ?? 0] as const);
  const shared = plan.kind === 'government' ? [] : [[t('ending.besideShared'), sharedIn(plan)] as const];
  const points = [...placed, ...shared].flatMap(([name, spent]) => (spent === 0 ? [] : [`${name} ${num(spent)}`]));
  const all = [...points, ...(verb === 'none' ? [] : [t(`plan.verb-${verb}`)])];
  return all.length === 0 ? '–' : all.join(t('common.dot'));
}
