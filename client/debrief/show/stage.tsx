/** The show on the wall: one full-screen slide, kept in sync with the presenter's window. */
import { useFullScreen } from '../full-screen.ts';
import './show.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { useStepKeys } from '../step-keys.ts';
import { openChannel, PRESENTER } from './channel.ts';
import { headOf, notesOf } from './claims.ts';
import { asked, leavePhones, pickOnPhones } from './phones.ts';
import { began, endShow, minutes, slide, slideAt, slides, step } from './show-state.ts';
import { SENTENCE } from './slide-polls.ts';
import { Picture } from './slides.tsx';

export function Stage() {
  const dialog = useRef<HTMLDialogElement>(null);
  const at = slideAt.value;
  const shown = slide.value;
  useFullScreen(dialog);
  useTold();
  useStepKeys(step);
  // Focuses the dialog, because the focused element may be gone with its slide.
  useEffect(() => dialog.current?.focus(), [at]);
  if (at === undefined || shown === undefined) return null;
  return (
    <dialog ref={dialog} class="show" tabIndex={-1} aria-label={t('show.title')} onClose={endShow}>
      <h2 class="show-claim" aria-live="polite">
        {headOf(shown)}
      </h2>
      <div class="show-picture">
        <Picture key={at} slide={shown} />
      </div>
      <footer class="show-bar-below">
        <span class="figures">{t('show.slideOf', { number: at + 1, count: slides.value.length })}</span>
        <span class="row">
          <Button compact label={t('show.previous')} disabled={at === 0} onClick={() => step(-1)}>
            ‹
          </Button>
          <Button compact label={t('show.next')} disabled={at === slides.value.length - 1} onClick={() => step(1)}>
            ›
          </Button>
          <Button compact look="quiet" onClick={openPresenter}>
            {t('show.presenter')}
          </Button>
          <Button compact look="quiet" onClick={() => dialog.current?.close()}>
            {t('show.close')}
          </Button>
        </span>
      </footer>
    </dialog>
  );
}

export function openPresenter(): void {
  window.open(`${location.pathname}#${PRESENTER}`, 'street-presenter', 'popup,width=720,height=620');
}

/** Sends each step to the presenter's window, and the whole state when that opens. */
function useTold(): void {
  const channel = useRef<BroadcastChannel>(undefined);
  const tell = () => {
    channel.current?.postMessage({
      type: 'told',
      at: slideAt.peek() ?? 0,
      notes: slides.peek().map(notesOf),
      minutes: minutes.peek(),
      began: began.peek(),
      words: slide.peek()?.kind === 'sentence' ? (asked(SENTENCE)?.words ?? []) : [],
    });
  };
  useEffect(() => {
    const opened = openChannel((message) => {
      if (message.type === 'asked') tell();
      if (message.type === 'step') step(message.by);
      if (message.type === 'pick') pickOnPhones(SENTENCE, message.place);
    });
    channel.current = opened;
    return () => {
      leavePhones();
      opened.postMessage({ type: 'ended' });
      opened.close();
    };
  }, []);
  useEffect(tell, [slideAt.value, minutes.value, asked(SENTENCE)?.words]);
}
