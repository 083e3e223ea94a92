/** What the reader's screen has room for, and whether its reader wants it to keep still. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether a media query matches, now and whenever that changes. Asked when it is first read: a test has no screen. */
function matching(query: string): { readonly value: boolean } {
  let matches: ReadonlySignal<boolean> | undefined;
  return {
    get value() {
      matches ??= listen(query);
      return matches.value;
    },
  };
}

function listen(query: string): ReadonlySignal<boolean> {
  const list = window.matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', (event) => {
    matches.value = event.matches;
  });
  return matches;
}

/** Whether there is room for the map beside the panels. The rest is CSS. */
export const wide = matching('(min-width: 60rem)');
/** Whether the screen is larger than a phone's. */
export const roomy = matching('(min-width: 48.01rem)');

export function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
