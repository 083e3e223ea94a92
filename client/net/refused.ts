/** Why a room cannot be joined, and whether to go on trying. */
import { ALL_REFUSAL_CODES, type AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { classInfo } from './http.ts';

/** Refusals that no retry can change. */
const FINAL: readonly AnyRefusalCode[] = [
  'token-unknown',
  'token-malformed',
  'player-removed',
  'key-wrong',
  'link-wrong',
  'instructor-only',
  'wire-version',
  'opened-elsewhere',
];
/** At this attempt the class is looked up by its code; until then a missing room may return after a restart. */
const ASK_AT = 3;

export function refusalIn(reason: string): AnyRefusalCode | undefined {
  return ALL_REFUSAL_CODES.find((known) => reason.includes(known));
}

export function finalRefusalIn(reason: string): AnyRefusalCode | undefined {
  const code = refusalIn(reason);
  return code !== undefined && FINAL.includes(code) ? code : undefined;
}

/** Calls back if the class no longer exists. */
export async function ifDeleted(code: string, attempt: number, deleted: () => void): Promise<void> {
  if (attempt !== ASK_AT) return;
  const answer = await classInfo(code);
  if (!answer.ok && answer.code === 'class-unknown') deleted();
}
