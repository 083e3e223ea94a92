/** That what is shown may be old, or that nothing can be shown, and what to do. */
import { t } from '../state/language.ts';
import { lineTrouble } from '../state/line.ts';

/** `lost`: what the page says while it is being reconnected. */
export function LineNotice({ lost, look = 'notice warm' }: { lost: string; look?: string }) {
  const trouble = lineTrouble.value;
  if (trouble === undefined) return null;
  const text = trouble === 'blocked' || trouble === 'unreachable' ? t(`common.line-${trouble}`) : lost;
  return <p class={look}>{text}</p>;
}
