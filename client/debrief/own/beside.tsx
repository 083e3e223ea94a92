/** The player's own game beside the recorded game of the same seat, year by year. */
import type { PlayedRound } from '../../../shared/debrief/chronicle.ts';
import type { Seat } from '../../../shared/engine/actors.ts';
import { type Deal, type Plan, POLICY_INSTRUMENTS } from '../../../shared/engine/plans.ts';
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

const VERB = {
  cooperate: 'cooperate',
  buy: 'merge',
  sell: 'merge',
  loan: 'capital',
  venture: 'capital',
  foreign: 'capital',
  leave: 'leave',
} as const satisfies Readonly<Record<Exclude<Deal['kind'], 'none'>, string>>;

/** A plan in the plan form's words, since a student's page does not load the debrief's texts. */
function inWords(plan: Plan): string {
  const parts = usesOf(plan).flatMap(([name, points]) => (points === 0 ? [] : [`${name} ${num(points)}`]));
  const deal = plan.kind === 'firm' && plan.deal.kind !== 'none' ? [t(`plan.verb-${VERB[plan.deal.kind]}`)] : [];
  const all = [...parts, ...deal];
  return all.length === 0 ? '–' : all.join(t('common.dot'));
}

function usesOf(plan: Plan): readonly (readonly [name: string, points: number])[] {
  switch (plan.kind) {
    case 'firm':
      return [
        [t('plan.use-trade'), plan.trade],
        [t('plan.use-research'), plan.research],
        [t('ending.besideShared'), sharedIn(plan)],
      ];
    case 'university':
      return [
        [t('plan.use-publish'), plan.publish],
        [t('plan.use-outside'), plan.outside],
        [t('plan.use-shelter'), plan.shelter],
        [t('plan.use-open'), plan.open],
        [t('ending.besideShared'), sharedIn(plan)],
      ];
    case 'government':
      return POLICY_INSTRUMENTS.map((instrument) => [t(`plan.use-${instrument}`), plan[instrument]]);
  }
}

function sharedIn({ shares }: Extract<Plan, { kind: 'firm' | 'university' }>): number {
  return shares.reduce((sum, share) => sum + share.points, 0);
}
