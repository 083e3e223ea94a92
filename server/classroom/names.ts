/** A nickname as it is kept and shown: one line, without control or invisible characters, not longer than the limit. */

import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { LIMITS } from '../../shared/protocol/wire.ts';

/** Control, format (zero-width, direction marks), surrogate, private-use and separator characters. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]+/gu;

export function cleanName(raw: string): string | WireRefusal {
  if (raw.length > 16 * LIMITS.nameLength) return { refused: 'name-too-long', about: { limit: LIMITS.nameLength } };
  const name = raw.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/gu, ' ').trim();
  if (name === '') return { refused: 'name-blank' };
  if ([...name].length > LIMITS.nameLength) return { refused: 'name-too-long', about: { limit: LIMITS.nameLength } };
  return name;
}
