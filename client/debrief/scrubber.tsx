/**
 * The scrubber: a slider over all phases with the turning points on it, played at 1× to 8×. Its keys work everywhere
 * except in fields and tabs, which use the arrow keys.
 */

import { computed, effect, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { newsOf } from '../../shared/scenarios/index.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import {
  district,
  goTo,
  goToRound,
  lastIndex,
  moment,
  momentIndex,
  revealed,
  turningPoints,
} from './debrief-signals.ts';
import { sentenceOf } from './sentences.ts';

const SPEEDS = [1, 2, 4, 8] as const;
/** Duration of a moment at 1× in ms, longest for a reveal. */
const LENGTH = { opening: 1200, news: 1200, plan: 1600, reveal: 4000, ended: 1200 } as const;

const playing = signal(false);
const atFirst = computed(() => momentIndex.value === 0);
const atLast = computed(() => momentIndex.value >= lastIndex.value);

const PHASE_STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowLeft: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  PageUp: (index) => index - 3,
  PageDown: (index) => index + 3,
  Home: () => 0,
  End: (_, last) => last,
};

function hasOwnKeys(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, select, textarea, [role="tab"], button, a, summary') !== null
  );
}

function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || hasOwnKeys(event.target)) return;
      const step = PHASE_STEPS[event.key];
      if (step !== undefined) goTo(step(momentIndex.value, lastIndex.value));
      else if (event.key === ' ') playing.value = !playing.value;
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function usePlayback(speed: number): void {
  useEffect(
    () =>
      effect(() => {
        const shown = moment.value;
        if (!playing.value || shown === undefined) return;
        if (atLast.value) {
          playing.value = false;
          return;
        }
        const timer = setTimeout(() => goTo(shown.index + 1), LENGTH[shown.phase] / speed);
        return () => clearTimeout(timer);
      }),
    [speed],
  );
}

/** Parts that follow every moment are components of their own, so that a step redraws little. */
export function Scrubber() {
  const [speed, setSpeed] = useState<number>(SPEEDS[0]);
  useKeys();
  usePlayback(speed);
  useEffect(
    () => () => {
      playing.value = false;
    },
    [],
  );
  if (district.value === undefined) return null;
  return (
    <section class="scrubber" aria-label={t('debrief.scrubber')} title={t('debrief.keys')}>
      <div class="row spread">
        <When />
        <div class="row">
          <Steps />
          <Select
            label={t('debrief.speed')}
            hideLabel
            value={String(speed)}
            options={SPEEDS.map((each) => ({ value: String(each), label: t('debrief.times', { speed: each }) }))}
            onChange={(value) => setSpeed(Number(value))}
          />
        </div>
      </div>
      <div class="track">
        <Marks />
        <Slider />
        <Ticks />
      </div>
      <Strip />
    </section>
  );
}

const momentName = computed(() => {
  const { round, phase } = moment.value ?? { round: 0, phase: 'opening' };
  return t('debrief.momentOf', { round: Math.max(1, round), phase: t(`play.phase-${phase}`) });
});

function When() {
  const shown = moment.value;
  const scenario = district.value?.chronicle.log.header.scenario;
  if (shown === undefined || scenario === undefined) return null;
  return (
    <p class="when">
      <strong class="year figures">{newsOf(scenario, Math.max(1, shown.round))?.year}</strong>
      <span>{momentName.value}</span>
    </p>
  );
}

function Steps() {
  const toggle = () => {
    if (!playing.value && atLast.value) goTo(0);
    playing.value = !playing.value;
  };
  return (
    <>
      <Button
        compact
        label={t('debrief.previous')}
        disabled={atFirst.value}
        onClick={() => goTo(momentIndex.value - 1)}
      >
        ‹
      </Button>
      <Button compact look="strong" onClick={toggle}>
        {playing.value ? t('debrief.pause') : t('debrief.play')}
      </Button>
      <Button compact label={t('debrief.next')} disabled={atLast.value} onClick={() => goTo(momentIndex.value + 1)}>
        ›
      </Button>
    </>
  );
}

function Slider() {
  return (
    <input
      type="range"
      min={0}
      max={lastIndex.value}
      step={1}
      value={momentIndex.value}
      aria-label={t('debrief.scrubber')}
      aria-valuetext={momentName.value}
      onInput={(event) => goTo(Number(event.currentTarget.value))}
    />
  );
}

function Marks() {
  return (
    <ol class="marks" aria-label={t('debrief.turnsHere')}>
      {marks().map(({ round, sentences }) => (
        <li key={round} style={{ insetInlineStart: `${placeOf(round)}%` }}>
          <button
            type="button"
            class="mark"
            title={sentences.join('\n')}
            aria-label={`${t('debrief.momentOf', { round, phase: t('play.phase-reveal') })}: ${markLabel(sentences)}`}
            onClick={() => goToRound(round)}
          >
            {sentences.length > 1 ? sentences.length : '◆'}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Accessible name of a mark, which begins with the visible number. */
function markLabel(sentences: readonly string[]): string {
  const number = sentences.length;
  return number > 1 ? [t('debrief.turnsAtOnce', { number }), ...sentences].join(' ') : sentences.join('');
}

function Ticks() {
  return (
    <ol class="ticks" aria-hidden="true">
      {district.value?.chronicle.rounds.map(({ round }) => (
        <li key={round} style={{ insetInlineStart: `${placeOf(round)}%` }}>
          {round}
        </li>
      ))}
    </ol>
  );
}

/** The figure of each round under the line; hidden until the reveal, like the marks. */
function Strip() {
  const chronicle = district.value?.chronicle;
  if (chronicle === undefined || !revealed.value) return null;
  return (
    <div class="strip">
      <span class="label" aria-hidden="true">
        {t('story.stripLabel')}
      </span>
      <ol aria-label={t('story.stripTitle')}>
        {chronicle.final.history.map(({ round, figure: { figure } }) => (
          <li key={round} class={`figure-${figure}`} style={{ insetInlineStart: `${placeOf(round)}%` }}>
            <span class="hidden-text">{t('story.stripOf', { round, figure: t(`glossary.figure${figure}`) })}</span>
            <span aria-hidden="true">{figure}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Position of a round's reveal on the line, in percent. */
function placeOf(round: number): number {
  const moments = district.value?.chronicle.moments ?? [];
  const index = moments.find((each) => each.round === round && each.phase === 'reveal')?.index ?? 0;
  return (index / lastIndex.value) * 100;
}

/** Turning points by round, which several may share; none before the reveal. */
function marks(): readonly { readonly round: number; readonly sentences: readonly string[] }[] {
  if (!revealed.value) return [];
  const byRound = new Map<number, string[]>();
  for (const point of turningPoints.value) {
    byRound.set(point.round, [...(byRound.get(point.round) ?? []), sentenceOf(point)]);
  }
  return [...byRound].map(([round, sentences]) => ({ round, sentences }));
}
