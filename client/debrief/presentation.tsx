/** Presents cards on the whole screen, one at a time: question, finding, passage, limits and curves. */

import { useRef, useState } from 'preact/hooks';
import type { DebriefCard } from '../../shared/debrief/cards.ts';
import type { Finding, Question } from '../../shared/debrief/findings.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { district, series } from './debrief-signals.ts';
import { WhyFigure } from './figure-reasons.tsx';
import { useFullScreen } from './full-screen.ts';
import { MetricChart } from './metric-chart.tsx';
import { findingText } from './sentences.ts';
import { useStepKeys } from './step-keys.ts';

interface PresentationProps {
  readonly cards: readonly DebriefCard[];
  readonly findings: Readonly<Record<Question, Finding>>;
  readonly onClose: () => void;
}

export function Presentation({ cards, findings, onClose }: PresentationProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(0);
  const card = cards[at];
  const step = (by: number) => setAt((now) => Math.min(cards.length - 1, Math.max(0, now + by)));
  useFullScreen(dialog);
  useStepKeys(step);
  if (card === undefined) return null;
  return (
    <dialog ref={dialog} class="presentation" aria-label={t('debrief.section-questions')} onClose={onClose}>
      <div class="row spread">
        <p class="kicker">{t(`debrief.phase-${card.phase}`)}</p>
        <span class="row">
          <span class="small soft figures" aria-live="polite">
            {t('debrief.cardOf', { number: at + 1, count: cards.length })}
          </span>
          <Button compact label={t('debrief.previous')} disabled={at === 0} onClick={() => step(-1)}>
            ‹
          </Button>
          <Button compact label={t('debrief.next')} disabled={at === cards.length - 1} onClick={() => step(1)}>
            ›
          </Button>
          <Button compact onClick={() => dialog.current?.close()}>
            {t('debrief.closePresent')}
          </Button>
        </span>
      </div>
      <CardFace card={card} finding={findings[card.question]} />
    </dialog>
  );
}

function CardFace({ card, finding }: { card: DebriefCard; finding: Finding }) {
  const { question, metrics, passage, section } = card;
  const rows = series.value;
  const chronicle = district.value?.chronicle;
  return (
    <article class="face">
      <h2>{t(`debriefCards.${question}Question`)}</h2>
      <div class="face-body">
        <div class="stack">
          <section>
            <h3>{t('debrief.recordSays')}</h3>
            <p>{findingText(question, finding)}</p>
          </section>
          {question === 'whichFigure' && chronicle !== undefined && <WhyFigure chronicle={chronicle} />}
          <section>
            <h3>{t('debrief.paperSays')}</h3>
            <blockquote class="saying">
              <p lang="en">“{passage}”</p>
              <footer class="small soft">
                {t('debrief.author')}
                {t('common.dot')}
                {t(`debrief.in-${section}`)}
              </footer>
            </blockquote>
            <p>{t(`debriefCards.${question}Gloss`)}</p>
          </section>
          <section>
            <h3>{t('debrief.doesNotShow')}</h3>
            <p>{t(`debriefCards.${question}Limits`)}</p>
          </section>
        </div>
        <div class="stack">
          {metrics.map((metric) => (
            <MetricChart
              key={metric}
              metric={metric}
              rows={rows}
              {...omitUndefined({ marked: finding.round })}
              height={150}
            />
          ))}
        </div>
      </div>
    </article>
  );
}
