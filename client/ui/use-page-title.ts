/** Sets the page's name in the title, by which tab, history and screen reader distinguish pages. */
import { useLayoutEffect } from 'preact/hooks';
import { pageTitle } from '../state/language.ts';

/** Set after the former page is unmounted, which removes its own title. */
export function usePageTitle(text: string): void {
  useLayoutEffect(() => pageTitle(text), [text]);
  useLayoutEffect(() => () => pageTitle(undefined), []);
}
