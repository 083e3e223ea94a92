/** The turning points of the district, each with its sentence, its rule, and a way to it. */
import { scenarioById } from '../../shared/scenarios/index.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { sentenceOf } from './sentences.ts';
import { district, goToRound, moment, turningPoints } from './state.ts';

export function Turns() {
  const scenario = district.value?.chronicle.log.header.scenario;
  const points = turningPoints.value;
  return (
    <div class="stack">
      <p class="prose">{t('debrief.turnsIntro')}</p>
      {points.length === 0 && <p class="notice">{t('debrief.noTurns')}</p>}
      <ol class="cards">
        {points.map((point) => (
          <li key={`${point.kind}-${point.round}`} class={point.round === moment.value?.round ? 'card now' : 'card'}>
            <p class="kicker figures">
              {scenarioById(scenario ?? '')?.calendar[point.round - 1]?.year}
              {t('common.dot')}
              {t('debrief.round')} {point.round}
            </p>
            <p class="saying-plain">{sentenceOf(point)}</p>
            <p class="small soft">
              {t('debrief.rule')}: {t(`debrief.rule-${point.kind}`)}
            </p>
            <Button
              compact
              label={`${t('debrief.goThere')}: ${sentenceOf(point)}`}
              onClick={() => goToRound(point.round)}
            >
              {t('debrief.goThere')}
            </Button>
          </li>
        ))}
      </ol>
    </div>
  );
}
