/** For latecomers: their role, what has happened, and when they begin. A bot plays until then. */

import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { presence, seated } from '../../state/game.ts';
import { t } from '../../state/language.ts';
import { ClassQuestions } from '../class/class-questions.tsx';
import { RoleCard } from './role-card.tsx';
import { SoFar } from './so-far.tsx';

/** The desk may hand the seat over earlier. */
export function beginsLater({ seat, public: { phase, round, practice } }: SeatView): boolean {
  const { firstRound = 0 } = seated.value ?? {};
  const waits = practice !== true && phase !== 'ended' && round < firstRound;
  return waits && presence(seat).control === 'bot';
}

export function LateStart({ view }: { view: SeatView }) {
  const own = view.public.seats[view.seat];
  const next = newsOf(view.public.scenario, view.public.round + 1);
  const last = view.public.round >= view.public.rounds;
  return (
    <section class="stack" aria-labelledby="late-title">
      <h2 id="late-title">{t('classroom.lateTitle')}</h2>
      <p class="notice" role="status">
        {last ? t('classroom.lateLastYear') : t('classroom.lateBegins', { year: next?.year ?? '' })}
      </p>
      <SoFar view={view} />
      {own !== undefined && <RoleCard actor={own} />}
      <ClassQuestions late />
    </section>
  );
}
