/** Screen size and reduced motion as signals. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether a media query matches, as a signal. Evaluated on first read, since tests have no screen. */
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

/** Whether the map fits beside the panels. CSS does the rest. */
export const wide = matching('(min-width: 60rem)');
/** Whether the screen is larger than a phone's. */
export const roomy = matching('(min-width: 48.01rem)');

export function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
