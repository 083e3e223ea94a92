/** Normalises free text: no invisible characters, lines and paragraphs kept, cut to the limit. */

import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { WireRefusal } from '../../../shared/protocol/refusals.ts';

/** Control, format, surrogate and private-use characters except line breaks. */
const UNSEEN = /(?!\n|[\uFE00-\uFE0F])[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

export function cleanText(raw: string, limit: number = LIMITS.noticeLength): string | WireRefusal {
  const text = raw
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u2028\u2029]/gu, '\n')
    .replaceAll(UNSEEN, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
  if (text === '') return { refused: 'text-blank' };
  if ([...text].length > limit) return { refused: 'text-too-long', about: { limit } };
  return text;
}
