/** What replaced something else takes the focus, when the thing that led here has gone with the old page. */
import { useLayoutEffect } from 'preact/hooks';
import { path } from '../state/route.ts';

const first = path.peek();
let moved = false;
path.subscribe((at) => {
  moved ||= at !== first;
});

/** `ready`: the page's own `main` is in place. */
export function useArrival(ready: boolean): void {
  useLayoutEffect(() => {
    if (!ready || !moved || document.activeElement !== document.body) return;
    const main = document.querySelector<HTMLElement>('main');
    if (main === null) return;
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }, [ready]);
}
