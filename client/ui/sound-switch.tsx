/** The switch for sound, which is off by default. */
import { t } from '../state/language.ts';
import { setSound, soundOn } from '../state/sound.ts';

export function SoundSwitch() {
  const on = soundOn.value;
  return (
    <button type="button" class="sound" aria-pressed={on} onClick={() => setSound(!on)}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M3 9h4l5-4v14l-5-4H3z" />
        <path class="waves" d={on ? 'M15.5 8.5a5 5 0 0 1 0 7M18 6a8.5 8.5 0 0 1 0 12' : 'M16 9l6 6M22 9l-6 6'} />
      </svg>
      {t('play.sound')}
    </button>
  );
}
