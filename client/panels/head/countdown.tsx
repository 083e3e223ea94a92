/** The time left. Screen readers hear it at a minute, half a minute and ten seconds only. */
import { useEffect } from 'preact/hooks';
import type { Phase } from '../../../shared/engine/parts.ts';
import { isPressing, leftUntil, minutes, runClock } from '../../state/clock.ts';
import { classPhase, clock, held } from '../../state/game.ts';
import { t } from '../../state/language.ts';
import { inPractice } from '../../state/practice-game.ts';
import { playSound, ticksAt } from '../../state/sound.ts';

const REMARKS_AT = [60, 30, 10] as const;

/** `last`: the game's last phase, whose result waits for the instructor. */
export function Countdown({ phase, last }: { readonly phase: Phase; readonly last: boolean }) {
  const { deadline, paused } = clock.value;
  const over = classPhase.value === 'ended';
  useEffect(runClock, []);
  const left = deadline === undefined ? undefined : leftUntil(deadline);
  const seconds = left === undefined ? undefined : Math.ceil(left / 1000);
  const ticks = !over && !paused && seconds !== undefined && ticksAt(phase, seconds);
  useEffect(() => {
    if (ticks) playSound('tick');
  }, [ticks, seconds]);
  if (over) return <span class="countdown word">{t('play.ended')}</span>;
  if (held.value && last && phase === 'reveal') return <span class="countdown word">{t('play.endHeld')}</span>;
  if (paused) return <span class="countdown word">{t('play.paused')}</span>;
  if (held.value) return <span class="countdown word">{t('play.held')}</span>;
  // A practice has no clock and mentions none.
  if (left === undefined || seconds === undefined)
    return inPractice.value ? null : <span class="countdown soft">{t('play.noClock')}</span>;
  const remark = REMARKS_AT.find((at) => seconds <= at && seconds > at - 4);
  return (
    <>
      <span class={isPressing(left) ? 'countdown figures pressing' : 'countdown figures'} role="timer" aria-live="off">
        <span class="hidden-text">{t('play.timeLeft')} </span>
        {minutes(left)}
      </span>
      <span class="hidden-text" aria-live="polite">
        {remark === undefined ? '' : t('play.secondsLeft', { count: remark })}
      </span>
    </>
  );
}
