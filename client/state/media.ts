/** What the reader's screen has room for, and whether its reader wants it to keep still. */
import { signal } from '@preact/signals';

/** Whether there is room for the map beside the panels. The one breakpoint the game must know; the rest is CSS. */
const query = window.matchMedia('(min-width: 60rem)');

export const wide = signal(query.matches);
query.addEventListener('change', (event) => {
  wide.value = event.matches;
});

export function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
