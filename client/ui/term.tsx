/**
 * A glossary term as a button with its meaning: the word itself, or a mark beside a label. The browser's popover closes
 * it by Escape or a touch elsewhere.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { t } from '../state/language.ts';

const EDGE = 8;
const GAP = 4;

/** Places the card below the word if there is room, else above; always in the window, never over the word. */
function placeBeside(word: HTMLElement, card: HTMLElement): void {
  const { left, top, bottom } = word.getBoundingClientRect();
  card.style.maxHeight = '';
  const { width, height } = card.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const roomUnder = clientHeight - EDGE - bottom - GAP;
  const roomOver = top - GAP - EDGE;
  const under = height <= roomUnder || roomUnder >= roomOver;
  const shown = Math.min(height, under ? roomUnder : roomOver);
  card.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - width - EDGE))}px`;
  card.style.top = `${under ? bottom + GAP : top - GAP - shown}px`;
  card.style.maxHeight = `${shown}px`;
}

export interface TermProps {
  readonly of: Name;
  /** The word as written here; absent: only a mark. */
  readonly word?: string;
}

export function Term({ of, word }: TermProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);

  // Set before the card shows, so that it has its size in the next frame.
  useLayoutEffect(() => {
    if (!open) return;
    const frame = requestAnimationFrame(() => {
      if (button.current !== null && card.current !== null) placeBeside(button.current, card.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [open]);

  // Closes the card on scrolling and focus changes, since it would not move with the page.
  useEffect(() => {
    if (!open) return;
    const close = ({ target }: Event) => {
      if (target !== card.current && target !== button.current) card.current?.hidePopover();
    };
    window.addEventListener('scroll', close, { capture: true, passive: true });
    window.addEventListener('resize', close);
    window.addEventListener('focusin', close);
    return () => {
      window.removeEventListener('scroll', close, { capture: true });
      window.removeEventListener('resize', close);
      window.removeEventListener('focusin', close);
    };
  }, [open]);

  const label = t('play.whatMeans', { term: word ?? t(`glossary.${of}`) });
  return (
    <>
      <button
        ref={button}
        type="button"
        class={word === undefined ? 'term mark-only' : 'term'}
        popovertarget={id}
        aria-expanded={open}
        aria-label={label}
        title={word === undefined ? label : undefined}
        aria-describedby={open ? id : undefined}
      >
        {word}
      </button>
      <span
        ref={card}
        id={id}
        popover="auto"
        class="meaning"
        onBeforeToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (
          <>
            <strong>{t(`glossary.${of}`)}</strong> {t(`glossary.${of}Meaning`)}
          </>
        )}
      </span>
    </>
  );
}
