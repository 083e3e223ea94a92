/** The district's figure and since when, above everything; before the reveal, the question. */

import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { standsSince } from '../../shared/debrief/why-figure.ts';
import { figureTextOf } from '../../shared/i18n/terms.ts';
import { newsOf } from '../../shared/scenarios/index.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { FigureDrawing } from '../ui/figure.tsx';
import { Term } from '../ui/term.tsx';
import { district, reveal, revealed, section } from './debrief-signals.ts';
import { WHY_ID } from './figure-reasons.tsx';

/** The part with the predictions has the outcome. */
function showWhy(): void {
  section.value = 'predict';
  requestAnimationFrame(() => document.getElementById(WHY_ID)?.focus());
}

export function sinceText(chronicle: Chronicle): string {
  const round = standsSince(chronicle) ?? 1;
  const key = round > 1 && round === chronicle.final.history.length ? 'debrief.verdictLast' : 'debrief.verdictSince';
  return t(key, { round, year: newsOf(chronicle.log.header.scenario, round)?.year ?? '' });
}

export function Verdict() {
  const chronicle = district.value?.chronicle;
  const reading = chronicle?.final.history.at(-1)?.figure;
  if (chronicle === undefined || reading === undefined) return null;
  if (!revealed.value) {
    return (
      <section class="verdict" aria-label={t('debrief.verdictAsk')}>
        <p class="verdict-text">
          <strong>{t('debrief.verdictAsk')}</strong>
          <span class="small soft">{t('debrief.verdictFirst')}</span>
        </p>
        <Button compact label={t('debrief.revealFigure')} onClick={() => reveal()}>
          {t('debrief.reveal')}
        </Button>
      </section>
    );
  }
  return (
    <section class="verdict" aria-label={t('debrief.verdictAsk')}>
      <span aria-hidden="true">
        <FigureDrawing figure={reading.figure} isolated={reading.isolated} />
      </span>
      <p class="verdict-text">
        <strong>
          {district.value?.modelled === true && `${t('debrief.modelsAnswer')}${t('common.dot')}`}
          <Term of={figureTextOf(reading)} word={t(`glossary.${figureTextOf(reading)}`)} />
        </strong>
        <span class="small">{sinceText(chronicle)}</span>
      </p>
      <Button compact onClick={showWhy}>
        {t('debrief.verdictWhy')}
      </Button>
    </section>
  );
}
