/** A notice that what is shown may be old, or cannot be shown, and what to do. */
import { t } from '../state/language.ts';
import { lineTrouble } from '../state/line.ts';

/** `lost`: the page's text while reconnecting. */
export function LineNotice({ lost, look = 'notice warm' }: { lost: string; look?: string }) {
  const trouble = lineTrouble.value;
  if (trouble === undefined) return null;
  const text = trouble === 'blocked' || trouble === 'unreachable' ? t(`common.line-${trouble}`) : lost;
  return <p class={look}>{text}</p>;
}
