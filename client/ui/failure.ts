/** The sentence for any failure of server or network. */

import type { Problem } from '../../shared/protocol/class-http.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { t, type Values } from '../state/language.ts';

export function refusalText(code: AnyRefusalCode, about: Values = {}): string {
  return t(`refusals.${code}`, about);
}

export function failureText(code: Problem['code'] | 'unreachable'): string {
  if (code === 'unreachable') return t('common.unreachable');
  if (code === 'not-found' || code === 'unexpected') return t('common.unexpected');
  return refusalText(code);
}
