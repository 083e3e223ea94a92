/** Moves the focus to a new page when the pressed element is gone with the old one. */
import { useLayoutEffect } from 'preact/hooks';
import { path } from '../state/route.ts';

const first = path.peek();
let moved = false;
path.subscribe((at) => {
  moved ||= at !== first;
});

/** `ready`: the page's `main` is mounted. */
export function useArrival(ready: boolean): void {
  useLayoutEffect(() => {
    if (!ready || !moved || document.activeElement !== document.body) return;
    const main = document.querySelector<HTMLElement>('main');
    if (main === null) return;
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }, [ready]);
}
