/**
 * The line of moments: a slider over every phase of the game with the turning points on it, played at 1× to 8×. Keys
 * work wherever the focus is, but in fields and tabs, which have arrow keys of their own.
 */
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { newsOf } from '../panels/news.tsx';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from './select-field.tsx';
import { sentenceOf } from './sentences.ts';
import { district, goTo, goToRound, moment, momentIndex, revealed, section, turningPoints } from './state.ts';

const SPEEDS = [1, 2, 4, 8] as const;
/** How long a moment is shown at 1×, in ms: a reveal has most to tell. */
const LENGTH = { opening: 1200, news: 1200, plan: 1600, reveal: 4000, ended: 1200 } as const;

export const playing = signal(false);

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

function useKeys(last: number): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || hasOwnKeys(event.target)) return;
      const step = PHASE_STEPS[event.key];
      if (step !== undefined) goTo(step(momentIndex.value, last));
      else if (event.key === ' ') playing.value = !playing.value;
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [last]);
}

function usePlayback(speed: number, index: number, last: number): void {
  const phase = moment.value?.phase ?? 'ended';
  useEffect(() => {
    if (!playing.value) return;
    if (index >= last) {
      playing.value = false;
      return;
    }
    const timer = setTimeout(() => goTo(index + 1), LENGTH[phase] / speed);
    return () => clearTimeout(timer);
  }, [playing.value, speed, index, last, phase]);
}

export function Scrubber() {
  const [speed, setSpeed] = useState<number>(SPEEDS[0]);
  const chronicle = district.value?.chronicle;
  const shown = moment.value;
  const last = (chronicle?.moments.length ?? 1) - 1;
  useKeys(last);
  usePlayback(speed, momentIndex.value, last);
  useEffect(
    () => () => {
      playing.value = false;
    },
    [],
  );
  if (chronicle === undefined || shown === undefined) return null;
  const { index, round, phase } = shown;
  const year = newsOf(chronicle.log.header.scenario, Math.max(1, round))?.year;
  const at = t('debrief.momentOf', { round: Math.max(1, round), phase: t(`play.phase-${phase}`) });

  const toggle = () => {
    if (!playing.value && index >= last) goTo(0);
    playing.value = !playing.value;
  };

  return (
    <section class="scrubber" aria-label={t('debrief.scrubber')} title={t('debrief.keys')}>
      <div class="row spread">
        <p class="when">
          <strong class="year figures">{year}</strong>
          <span>{at}</span>
        </p>
        <div class="row">
          <Button compact label={t('debrief.previous')} disabled={index === 0} onClick={() => goTo(index - 1)}>
            ‹
          </Button>
          <Button compact look="strong" onClick={toggle}>
            {playing.value ? t('debrief.pause') : t('debrief.play')}
          </Button>
          <Button compact label={t('debrief.next')} disabled={index === last} onClick={() => goTo(index + 1)}>
            ›
          </Button>
          <SelectField
            label={t('debrief.speed')}
            hideLabel
            value={String(speed)}
            options={SPEEDS.map((each) => [String(each), t('debrief.times', { speed: each })])}
            onChange={(value) => setSpeed(Number(value))}
          />
        </div>
      </div>
      <div class="track">
        <ol class="marks" aria-label={t('debrief.turnsHere')}>
          {marks().map(({ round: at, sentences }) => (
            <li key={at} style={{ insetInlineStart: `${(momentOfRound(at) / last) * 100}%` }}>
              <button
                type="button"
                class="mark"
                title={sentences.join('\n')}
                aria-label={`${t('debrief.momentOf', { round: at, phase: t('play.phase-reveal') })}: ${sentences.join(' ')}`}
                onClick={() => goToRound(at)}
              >
                {sentences.length > 1 ? sentences.length : '◆'}
              </button>
            </li>
          ))}
        </ol>
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={index}
          aria-label={t('debrief.scrubber')}
          aria-valuetext={at}
          onInput={(event) => goTo(Number(event.currentTarget.value))}
        />
        <ol class="ticks" aria-hidden="true">
          {chronicle.rounds.map((each) => (
            <li key={each.round} style={{ insetInlineStart: `${(momentOfRound(each.round) / last) * 100}%` }}>
              {each.round}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function momentOfRound(round: number): number {
  const moments = district.value?.chronicle.moments ?? [];
  return moments.find((each) => each.round === round && each.phase === 'reveal')?.index ?? 0;
}

/** Turning points by round, since several may share one; none while the class still guesses. */
function marks(): readonly { readonly round: number; readonly sentences: readonly string[] }[] {
  if (section.value === 'predict' && !revealed.value) return [];
  const byRound = new Map<number, string[]>();
  for (const point of turningPoints.value) {
    byRound.set(point.round, [...(byRound.get(point.round) ?? []), sentenceOf(point)]);
  }
  return [...byRound].map(([round, sentences]) => ({ round, sentences }));
}
