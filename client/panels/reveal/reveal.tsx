/**
 * A year's reveal step by step: partners' hands, own events, the street on the map, and the score. After its end, or if
 * skipped, everything stays on the page.
 */

import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { OwnResult } from '../../../shared/engine/own-result.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { held } from '../../state/game.ts';
import { language, num, signed, t } from '../../state/language.ts';
import { lastTimeAfter } from '../../state/practice-game.ts';
import { storyShownRound, tellAll, telling, tellOn } from '../../state/reveal.ts';
import { isLastRound } from '../../state/years.ts';
import { Button } from '../../ui/button.tsx';
import { Count } from '../../ui/count.tsx';
import { GuessFigure, guessIsDue } from '../class/guess-figure.tsx';
import { Prediction } from '../class/prediction.tsx';
import { Coach } from '../coach.tsx';
import { GoOn } from '../news/go-on.tsx';
import { BigCardPicture } from './big-card-picture.tsx';
import { OpenHands } from './open-hands.tsx';
import { reasonsBesideHands } from './reasons.ts';
import { announcementOf, type Step, stepsOf, timeOf } from './reveal-steps.ts';
import { shownMove } from './score-parts.ts';
import { Learning, Money, ScoreParts, Worth } from './sums.tsx';
import { yearSentences } from './year-told.ts';

export function Reveal({ view }: { view: SeatView }) {
  const steps = useMemo(() => stepsOf(view), [view, language.value]);
  const at = telling.value?.step;
  const step = at === undefined ? undefined : steps[at];
  useSteps(view, steps, at);
  const told = at === undefined ? steps : steps.slice(0, at + 1);
  const moving = at !== undefined;
  const due = guessIsDue(view.public);
  const own = told.filter(({ kind }) => kind === 'card' || kind === 'lines');
  const tells = (kind: Step['kind']) => told.some((each) => each.kind === kind);
  return (
    <div class={moving ? 'stack reveal moving' : 'stack reveal'}>
      <p role="status" class="hidden-text">
        {step === undefined ? '' : announcementOf(step, view)}
      </p>
      <OpenHands view={view} hands={told.flatMap((each) => (each.kind === 'hand' ? [each.hand] : []))} />
      {own.length > 0 && <Own steps={own} />}
      {tells('street') && <Street view={view} />}
      {tells('score') &&
        (due ? <GuessFigure /> : view.result !== undefined && <Score view={view} result={view.result} />)}
      {!moving && !due && <Prediction view={view} />}
      {moving ? <Foot steps={steps.length} /> : !due && <On view={view} />}
    </div>
  );
}

/** A timer advances the steps, Escape ends them, and each new step is scrolled into view. */
function useSteps(view: SeatView, steps: readonly Step[], at: number | undefined): void {
  const { round } = view.public;
  const told = storyShownRound.value === round;
  const step = at === undefined ? undefined : steps[at];
  const wasTelling = useRef(false);
  useEffect(() => {
    if (step === undefined) return;
    if (step.kind === 'street' && told) return tellOn(steps.length);
    const timer = setTimeout(() => tellOn(steps.length), timeOf(step, steps));
    return () => clearTimeout(timer);
  }, [at, told, steps.length, round]);
  useEffect(() => {
    if (step === undefined) return;
    const skip = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented) tellAll();
    };
    document.addEventListener('keydown', skip);
    return () => document.removeEventListener('keydown', skip);
  }, [step === undefined]);
  useEffect(() => {
    if (step === undefined) {
      // The buttons of the reveal are gone, so a focus on them moves to the panels.
      if (wasTelling.current && document.activeElement === document.body)
        document.getElementById('panels')?.focus({ preventScroll: true });
      wasTelling.current = false;
      return;
    }
    wasTelling.current = true;
    if (step.kind === 'street') window.scrollTo({ top: 0, behavior: 'smooth' });
    else document.querySelector('.reveal > section:last-of-type')?.scrollIntoView({ block: 'end', behavior: 'smooth' });
  }, [at]);
}

function Foot({ steps }: { steps: number }) {
  return (
    <div class="foot">
      <Button look="quiet" onClick={tellAll}>
        {t('reveal.skip')}
      </Button>
      <Button look="strong" onClick={() => tellOn(steps)}>
        {t('reveal.next')}
      </Button>
    </div>
  );
}

function On({ view }: { view: SeatView }) {
  const { phase, clockMode } = view.public;
  const last = isLastRound(view.public);
  if (phase !== 'reveal') return null;
  if (last && (held.value || clockMode === 'desk')) {
    return (
      <p class="notice" role="status">
        {t('play.endWaits')}
      </p>
    );
  }
  return <GoOn label={t(last ? 'play.toTheEnd' : 'play.toNextYear')} />;
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="stack-tight" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** The seat's own events: a card for large ones, a line for others and for unfulfilled wishes. */
function Own({ steps }: { steps: readonly Step[] }) {
  return (
    <Part id="own-year-title" title={t('reveal.own')}>
      {steps.map((step) =>
        step.kind === 'card' ? (
          <article key={step.card.kind} class="big-card">
            <BigCardPicture kind={step.card.kind} />
            <div>
              <strong class="big-card-title">{step.card.title}</strong>
              <p>{step.card.text}</p>
            </div>
          </article>
        ) : (
          step.kind === 'lines' && (
            <ul key="lines" class="reasons prose own-lines">
              {step.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )
        ),
      )}
    </Part>
  );
}

function Street({ view }: { view: SeatView }) {
  const street = yearSentences(view.public);
  return (
    <Part id="street-news-title" title={t('play.onTheStreet')}>
      {street.length === 0 ? (
        <p class="soft">{t('play.quietYear')}</p>
      ) : (
        <ul class="reasons">
          {street.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Score({ view, result }: { view: SeatView; result: OwnResult }) {
  const firm = view.public.seats[view.seat]?.kind === 'firm';
  const why = reasonsBesideHands(view, result);
  const lastTime = lastTimeAfter(view.scores.length);
  return (
    <section class="stack-tight" aria-labelledby="result-title">
      <h3 id="result-title">{t('play.resultTitle')}</h3>
      <p class="score-move figures">
        {t('common.score')} <Count from={result.scoreBefore} to={result.score} moving={telling.value !== undefined} />{' '}
        <span class="score-change">{t('reveal.change', { change: signed(shownMove(result)) })}</span>
      </p>
      {lastTime !== undefined && <p class="small soft">{t('reveal.lastTime', { score: num(lastTime) })}</p>}
      {firm && <Coach topic="result" />}
      {why.length > 0 && (
        <ul class="reasons prose">
          {why.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <details class="fold">
        <summary>{t('reveal.sums')}</summary>
        <div class="stack-tight">
          {firm && <Worth view={view} />}
          {firm ? <Money view={view} result={result} /> : <ScoreParts view={view} result={result} />}
          {result.knowledgeGained !== 0 && <Learning view={view} result={result} />}
        </div>
      </details>
    </section>
  );
}
