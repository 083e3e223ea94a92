/**
 * The twelve questions as cards: the record's finding, the paper's passage, and the limits of both. The instructor
 * picks and orders them, and presents them one at a time on the whole screen.
 */
import { computed, signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import { CARD_PHASES, type DebriefCard, debriefCards } from '../../shared/debrief/cards.ts';
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { type Finding, findingsOf, QUESTIONS, type Question } from '../../shared/debrief/findings.ts';
import { t } from '../state/language.ts';
import { local, readJson } from '../state/storage.ts';
import { Button } from '../ui/button.tsx';
import { district, showRound } from './debrief-signals.ts';
import { Presentation } from './presentation.tsx';
import { findingText } from './sentences.ts';

const KEY = 'debrief-cards';
const CARDS = debriefCards();

function keptChoice(): readonly Question[] | undefined {
  const kept = readJson(local, KEY);
  if (!Array.isArray(kept)) return undefined;
  return QUESTIONS.filter((question) => kept.includes(question)).toSorted(
    (one, other) => kept.indexOf(one) - kept.indexOf(other),
  );
}

/** The chosen questions in order of presentation; undefined until somebody chooses. */
const choice = signal<readonly Question[] | undefined>(keptChoice());

/** By default all questions to which the shown record has an answer. */
const included = computed<readonly Question[]>(() => {
  const chronicle = district.value?.chronicle;
  if (choice.value !== undefined || chronicle === undefined) return choice.value ?? [];
  const findings = findingsOf(chronicle);
  return CARDS.flatMap(({ question }) => (findings[question].found ? [question] : []));
});

function choose(next: readonly Question[]): void {
  choice.value = next;
  local.set(KEY, JSON.stringify(next));
}

function move(question: Question, by: 1 | -1): void {
  const order = [...included.value];
  const at = order.indexOf(question);
  const other = order[at + by];
  if (other === undefined) return;
  order[at] = other;
  order[at + by] = question;
  choose(order);
}

export function Questions() {
  const chronicle = district.value?.chronicle;
  const [presenting, setPresenting] = useState(false);
  if (chronicle === undefined) return null;
  return <Cards chronicle={chronicle} presenting={presenting} onPresent={setPresenting} />;
}

interface CardsProps {
  readonly chronicle: Chronicle;
  readonly presenting: boolean;
  readonly onPresent: (presenting: boolean) => void;
}

function Cards({ chronicle, presenting, onPresent }: CardsProps) {
  const findings = useMemo(() => findingsOf(chronicle), [chronicle]);
  const order = included.value;
  const chosen = order.flatMap((question) => CARDS.find((card) => card.question === question) ?? []);
  const rest = CARDS.filter(({ question }) => !order.includes(question));
  return (
    <div class="stack">
      <div class="row spread">
        <p class="prose">{t('debrief.questionsIntro')}</p>
        <Button look="strong" disabled={chosen.length === 0} onClick={() => onPresent(true)}>
          {t('debrief.present')}
        </Button>
      </div>
      {CARD_PHASES.map((phase) => (
        <section key={phase} class="stack-tight">
          <h3>{t(`debrief.phase-${phase}`)}</h3>
          <ul class="questions">
            {[...chosen, ...rest]
              .filter((card) => card.phase === phase)
              .map((card) => (
                <Line key={card.question} card={card} finding={findings[card.question]} />
              ))}
          </ul>
        </section>
      ))}
      {presenting && <Presentation cards={chosen} findings={findings} onClose={() => onPresent(false)} />}
    </div>
  );
}

function Line({ card: { question }, finding }: { card: DebriefCard; finding: Finding }) {
  const order = included.value;
  const isIncluded = order.includes(question);
  const title = t(`debriefCards.${question}Question`);
  return (
    <li class="question">
      <label class="pick">
        <input
          type="checkbox"
          checked={isIncluded}
          onChange={() => choose(isIncluded ? order.filter((other) => other !== question) : [...order, question])}
        />
        <span class="hidden-text">{t('debrief.include')}: </span>
        <strong>{title}</strong>
      </label>
      <p class="small">{findingText(question, finding)}</p>
      {isIncluded && (
        <div class="row">
          <Button
            compact
            look="sign"
            label={t('debrief.moveUp', { question: title })}
            onClick={() => move(question, -1)}
          >
            ↑
          </Button>
          <Button
            compact
            look="sign"
            label={t('debrief.moveDown', { question: title })}
            onClick={() => move(question, 1)}
          >
            ↓
          </Button>
          {finding.round !== undefined && (
            <Button compact look="quiet" onClick={() => showRound(finding.round ?? 1)}>
              {t('debrief.goThere')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
