/** What this page is, before the game's name in the title: the tab, the history and a screen reader tell pages by it. */
import { useLayoutEffect } from 'preact/hooks';
import { pageTitle } from '../state/language.ts';

/** Set once the page before it has gone, which takes its own title along. */
export function usePageTitle(text: string): void {
  useLayoutEffect(() => pageTitle(text), [text]);
  useLayoutEffect(() => () => pageTitle(undefined), []);
}
