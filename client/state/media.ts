/** Whether there is room for the map beside the panels. The one breakpoint the code must know; the rest is CSS. */
import { signal } from '@preact/signals';

const query = window.matchMedia('(min-width: 60rem)');

export const wide = signal(query.matches);
query.addEventListener('change', (event) => {
  wide.value = event.matches;
});
