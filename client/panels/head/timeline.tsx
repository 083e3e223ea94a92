/** The years, the phase, and the time left. */

import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { t } from '../../state/language.ts';
import { isLastRound } from '../../state/years.ts';
import { Countdown } from './countdown.tsx';

export function Timeline({ view }: { view: SeatView }) {
  const { round, rounds, phase, scenario } = view.public;
  const last = isLastRound(view.public);
  const year = newsOf(scenario, Math.max(1, round))?.year;
  return (
    <div class="timeline">
      <p class="when">
        <strong class="year figures">{year}</strong>
        <span>
          <span class="phase">{t(last && phase === 'plan' ? 'play.lastPlan' : `play.phase-${phase}`)}</span>
          <span class="small soft">{t('play.roundOf', { round: Math.max(1, round), rounds })}</span>
        </span>
      </p>
      {phase !== 'ended' && phase !== 'opening' && <Countdown phase={phase} last={last} />}
      <ol class="years" aria-hidden="true">
        {Array.from({ length: rounds }, (_, index) => (
          <li key={index} class={index + 1 < round ? 'past' : index + 1 === round ? 'now' : ''} />
        ))}
      </ol>
    </div>
  );
}
