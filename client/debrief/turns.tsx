/** The district's turning points, each with sentence, rule, a link to its moment, and others of its kind. */

import { useComputed } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { CARD_OF, debriefCards } from '../../shared/debrief/cards.ts';
import { findingsOf, type Question } from '../../shared/debrief/findings.ts';
import type { Occurrence, TurningPoint } from '../../shared/debrief/turning-point.ts';
import { newsOf } from '../../shared/scenarios/index.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { district, roundShown, showRound, turningPoints } from './debrief-signals.ts';
import { readAlone } from './district-title.ts';
import { Presentation } from './presentation.tsx';
import { furtherSentenceOf, sentenceOf } from './sentences.ts';

const CARDS = debriefCards();

export function Turns() {
  const chronicle = district.value?.chronicle;
  const [shown, setShown] = useState<Question>();
  const findings = useMemo(() => (chronicle === undefined ? undefined : findingsOf(chronicle)), [chronicle]);
  const points = turningPoints.value;
  const card = CARDS.find(({ question }) => question === shown);
  return (
    <div class="stack">
      <p class="prose">{t(readAlone() ? 'debrief.turnsIntroAlone' : 'debrief.turnsIntro')}</p>
      {points.length === 0 && <p class="notice">{t('debrief.noTurns')}</p>}
      <ol class="cards">
        {points.map((point) => (
          <Turn key={`${point.kind}-${point.round}`} point={point} onCard={setShown} />
        ))}
      </ol>
      {card !== undefined && findings !== undefined && (
        <Presentation cards={[card]} findings={findings} onClose={() => setShown(undefined)} />
      )}
    </div>
  );
}

function Turn({ point, onCard }: { point: TurningPoint; onCard: (question: Question) => void }) {
  const question = CARD_OF[point.kind];
  // A signal, so that a new moment only moves the highlight.
  const look = useComputed(() => (point.round === roundShown.value ? 'card now' : 'card'));
  return (
    <li class={look}>
      <p class="kicker figures">{when(point)}</p>
      <p class="saying-plain">{sentenceOf(point)}</p>
      <p class="small soft">{t('debrief.ruleIs', { rule: t(`debrief.rule-${point.kind}`) })}</p>
      <p class="small">{t(`debriefCards.${question}Question`)}</p>
      <div class="row">
        <Button compact label={`${t('debrief.goThere')}: ${sentenceOf(point)}`} onClick={() => showRound(point.round)}>
          {t('debrief.goThere')}
        </Button>
        <Button
          compact
          look="quiet"
          label={`${t('debrief.showCard')}: ${t(`debriefCards.${question}Question`)}`}
          onClick={() => onCard(question)}
        >
          {t('debrief.showCard')}
        </Button>
      </div>
      {point.further.length > 0 && <Further point={point} />}
    </li>
  );
}

/** Later points of the kind, folded until a class asks for them. */
function Further({ point: { kind, further } }: { point: TurningPoint }) {
  return (
    <details class="small">
      <summary>{t('debrief.further', { count: further.length })}</summary>
      <ul class="further">
        {further.map((each) => (
          <li key={`${each.round}-${each.seats.join()}`}>
            <button type="button" class="as-link" onClick={() => showRound(each.round)}>
              <span>
                <span class="soft figures">{when(each)}</span>
                {t('common.dot')}
                {furtherSentenceOf(kind, each)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function when({ round }: Occurrence): string {
  const scenario = district.value?.chronicle.log.header.scenario ?? '';
  const year = newsOf(scenario, round)?.year ?? '';
  return `${year}${t('common.dot')}${t('debrief.roundNumber', { round })}`;
}
