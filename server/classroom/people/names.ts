/** Normalises a nickname: one line, no control or invisible characters, cut to the limit. */

import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { WireRefusal } from '../../../shared/protocol/refusals.ts';

/**
 * Control, format (zero-width, direction marks), surrogate, private-use and separator characters; also what shows as
 * blank: fillers, variation selectors, the empty Braille pattern.
 */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]+/gu;

export function cleanName(raw: string, limit: number = LIMITS.nameLength): string | WireRefusal {
  if (raw.length > 16 * limit) return { refused: 'name-too-long', about: { limit } };
  const name = raw.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/gu, ' ').trim();
  if (name === '') return { refused: 'name-blank' };
  if ([...name].length > limit) return { refused: 'name-too-long', about: { limit } };
  return name;
}
