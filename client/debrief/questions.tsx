/**
 * The twelve questions as cards: what the record says, the passage of the paper, and what neither shows. The
 * instructor picks and orders them, and presents them one at a time over the whole screen.
 */
import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CARD_PHASES, type DebriefCard, debriefCards } from '../../shared/debrief/cards.ts';
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { type Finding, findingsOf, QUESTIONS, type Question } from '../../shared/debrief/findings.ts';
import { SHARES } from '../../shared/debrief/series.ts';
import { t } from '../state/language.ts';
import { local, readJson } from '../state/storage.ts';
import { Button } from '../ui/button.tsx';
import { Chart } from './plot.tsx';
import { findingText } from './sentences.ts';
import { district, goToRound, series } from './state.ts';

const KEY = 'debrief-cards';
const CARDS = debriefCards();

function keptChoice(): readonly Question[] {
  const kept = readJson(local, KEY);
  if (!Array.isArray(kept)) return CARDS.map(({ question }) => question);
  return QUESTIONS.filter((question) => kept.includes(question)).toSorted(
    (one, other) => kept.indexOf(one) - kept.indexOf(other),
  );
}

/** Those included, in the order they will be presented. */
const choice = signal<readonly Question[]>(keptChoice());

function choose(next: readonly Question[]): void {
  choice.value = next;
  local.set(KEY, JSON.stringify(next));
}

function move(question: Question, by: 1 | -1): void {
  const order = [...choice.value];
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
  const order = choice.value;
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
  const included = choice.value.includes(question);
  const title = t(`debriefCards.${question}Question`);
  return (
    <li class="question">
      <label class="pick">
        <input
          type="checkbox"
          checked={included}
          onChange={() =>
            choose(included ? choice.value.filter((other) => other !== question) : [...choice.value, question])
          }
        />
        <span class="hidden-text">{t('debrief.include')}: </span>
        <strong>{title}</strong>
      </label>
      <p class="small">{findingText(question, finding)}</p>
      {included && (
        <div class="row">
          <Button
            compact
            look="quiet"
            label={t('debrief.moveUp', { question: title })}
            onClick={() => move(question, -1)}
          >
            ↑
          </Button>
          <Button
            compact
            look="quiet"
            label={t('debrief.moveDown', { question: title })}
            onClick={() => move(question, 1)}
          >
            ↓
          </Button>
          {finding.round !== undefined && (
            <Button compact look="quiet" onClick={() => goToRound(finding.round ?? 1)}>
              {t('debrief.goThere')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

interface PresentationProps {
  readonly cards: readonly DebriefCard[];
  readonly findings: Readonly<Record<Question, Finding>>;
  readonly onClose: () => void;
}

function Presentation({ cards, findings, onClose }: PresentationProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(0);
  const card = cards[at];
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  if (card === undefined) return null;
  const step = (by: number) => setAt(Math.min(cards.length - 1, Math.max(0, at + by)));
  return (
    <dialog
      ref={dialog}
      class="presentation"
      aria-label={t('debrief.section-questions')}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' || event.key === 'PageDown') step(1);
        else if (event.key === 'ArrowLeft' || event.key === 'PageUp') step(-1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
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
  return (
    <article class="face">
      <h2>{t(`debriefCards.${question}Question`)}</h2>
      <div class="face-body">
        <div class="stack">
          <section>
            <h3>{t('debrief.recordSays')}</h3>
            <p>{findingText(question, finding)}</p>
          </section>
          <section>
            <h3>{t('debrief.paperSays')}</h3>
            <blockquote class="saying">
              <p lang="en">“{passage.replace(/^“|”$/g, '')}”</p>
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
            <Chart
              key={metric}
              title={t(`debrief.metric-${metric}`)}
              curves={[{ name: '', values: rows.map((row) => row[metric]) }]}
              share={SHARES.includes(metric)}
              {...(finding.round === undefined ? {} : { marked: finding.round })}
              height={150}
            />
          ))}
        </div>
      </div>
    </article>
  );
}
