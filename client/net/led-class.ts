/** The class led from this tab with its secrets, which the server shows once; kept over a reload. */
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { ClassLinks, OpenClassAnswer } from '../../shared/protocol/class-http.ts';
import { isFields } from '../state/guards.ts';
import { type Memory, readJson, session } from '../state/storage.ts';
import type { Opener } from './desk-room.ts';

export interface LedClass {
  readonly classId: string;
  readonly code: string;
  readonly opener: Opener;
  readonly links: Partial<ClassLinks>;
}

/** The secret for the class's record: the instructor's key, or a co-instructor's link. */
export function secretOf(opener: Opener): string {
  return 'key' in opener ? opener.key : opener.link;
}

/** The class that was just opened, with its secrets. */
export function ledAs({ classId, code, ...links }: OpenClassAnswer, opener: Opener): LedClass {
  return { classId, code, opener, links };
}

type RosterEntry = NonNullable<ClassLinks['roster']>[number];

const KEY = 'desk';

export function keptClass(memory: Memory = session): LedClass | undefined {
  const kept = readJson(memory, KEY);
  if (!isFields(kept)) return undefined;
  const { classId, code } = kept;
  const opener = openerIn(kept.opener);
  if (typeof classId !== 'string' || typeof code !== 'string' || opener === undefined) return undefined;
  return { classId, code, opener, links: linksIn(kept.links) };
}

function openerIn(kept: unknown): Opener | undefined {
  if (!isFields(kept)) return undefined;
  const { key, link } = kept;
  if (typeof key === 'string') return { key };
  return typeof link === 'string' ? { link } : undefined;
}

function linksIn(kept: unknown): Partial<ClassLinks> {
  if (!isFields(kept)) return {};
  const { assistantLink, projectorLink, roster } = kept;
  return omitUndefined({
    assistantLink: typeof assistantLink === 'string' ? assistantLink : undefined,
    projectorLink: typeof projectorLink === 'string' ? projectorLink : undefined,
    roster: Array.isArray(roster) && roster.every(isRosterEntry) ? roster : undefined,
  });
}

function isRosterEntry(kept: unknown): kept is RosterEntry {
  return isFields(kept) && [kept.label, kept.invite, kept.reentry].every((text) => typeof text === 'string');
}

export function keepClass(led: LedClass, memory: Memory = session): void {
  memory.set(KEY, JSON.stringify(led));
}

export function forgetClass(memory: Memory = session): void {
  memory.remove(KEY);
}
