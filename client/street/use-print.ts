/** The print at the size of its place on the page, repainted for every size and language. */
import { useEffect, useState } from 'preact/hooks';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import { type Print, printOf } from '../map/street-print.ts';
import { language } from '../state/language.ts';

export function usePrint(
  sheet: { readonly current: HTMLElement | null },
  roster: readonly RosterEntry[],
): Print | undefined {
  const spoken = language.value;
  const [print, setPrint] = useState<Print>();
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return;
    const lay = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setPrint(printOf(roster, { width, height }, spoken));
    };
    lay();
    const watched = new ResizeObserver(lay);
    watched.observe(element);
    return () => watched.disconnect();
  }, [spoken, roster]);
  return print;
}
