/**
 * How a device becomes a person of the class: by class code and name, by a roster link, or by a re-entry code. Pure:
 * returns events or a refusal.
 */
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { WireRefusal } from '../../../shared/protocol/refusals.ts';
import { fingerprint, newId, normalCode } from '../../access/secrets.ts';
import type { ClassState } from '../state/class-state.ts';
import type { ClassEvent, Expected } from '../state/events.ts';
import { evolveClass } from '../state/evolve-class.ts';
import { cleanName } from './names.ts';

/** `events`: empty for a known device. `isNew`: a new person, who needs a place. */
export interface Entry {
  readonly player: string;
  readonly events: readonly ClassEvent[];
  readonly isNew: boolean;
}

/** `neverCame`: somebody who joined and never connected, whose place a newcomer to a full class takes. */
export function entryByName(
  state: ClassState,
  rawName: string,
  tokenHash: string,
  neverCame?: string,
): Entry | WireRefusal {
  if (state.opened.listOnly === true) return { refused: 'list-only' };
  const name = cleanName(rawName);
  if (typeof name !== 'string') return name;
  const entry = newPerson(state, { name, tokenHash });
  const full = 'refused' in entry && entry.refused === 'class-full';
  if (!full || neverCame === undefined) return entry;
  const removed = { type: 'PlayerRemoved', player: neverCame } as const;
  const next = newPerson(evolveClass(state, removed), { name, tokenHash });
  return 'refused' in next ? next : { ...next, events: [removed, ...next.events] };
}

export function entryByInvite(state: ClassState, invite: string, tokenHash: string): Entry | WireRefusal {
  const hash = fingerprint(invite);
  const entry = state.opened.roster?.findIndex(({ inviteHash }) => inviteHash === hash) ?? -1;
  return entry < 0 ? { refused: 'invite-wrong' } : asLabel(state, entry, tokenHash);
}

/** An issued code works once and expires; a label's code works until the desk issues another. */
export function entryByCode(state: ClassState, code: string, tokenHash: string, now: number): Entry | WireRefusal {
  const codeHash = fingerprint(normalCode(code));
  const entry = state.opened.roster?.findIndex(({ reentryHash }) => reentryHash === codeHash) ?? -1;
  if (entry >= 0) return asLabel(state, entry, tokenHash);
  const reentry = state.reentries.get(codeHash);
  if (reentry === undefined || reentry.expiresAt < now) return { refused: 'reentry-wrong' };
  return onThisDevice(state, reentry.player, tokenHash, [{ type: 'ReentryUsed', codeHash }]);
}

function asLabel(state: ClassState, entry: number, tokenHash: string): Entry | WireRefusal {
  const known = state.players.find((player) => player.entry === entry);
  if (known !== undefined && state.byToken.get(tokenHash)?.id === known.id) {
    return { player: known.id, events: [], isNew: false };
  }
  if (state.endedLabels.has(entry)) return { refused: 'reentry-wrong' };
  if (known !== undefined) return onThisDevice(state, known.id, tokenHash, []);
  const label = state.opened.roster?.[entry]?.label ?? '';
  return newPerson(state, { name: label, tokenHash, entry });
}

/**
 * Adds another device. The former one is disconnected, so that nobody watches unseen. If this device had just joined
 * under another name, that double is removed.
 */
function onThisDevice(state: ClassState, player: string, tokenHash: string, first: readonly ClassEvent[]): Entry {
  const holder = state.byToken.get(tokenHash);
  const double =
    holder === undefined || holder.id === player ? [] : [{ type: 'PlayerRemoved', player: holder.id } as const];
  const added = { type: 'TokenAdded', player, tokenHash, replaces: true } as const;
  return { player, events: [...first, ...double, added], isNew: false };
}

function newPerson(
  state: ClassState,
  person: { readonly name: string; readonly tokenHash: string; readonly entry?: number },
): Entry | WireRefusal {
  if (state.removedTokens.has(person.tokenHash)) return { refused: 'player-removed' };
  if (state.phase === 'ended') return { refused: 'class-ended' };
  const invited = person.entry !== undefined;
  if (!state.door.open && !invited) return { refused: 'class-closed' };
  const most = invited ? LIMITS.people : (state.door.expected ?? LIMITS.people);
  if (state.players.length >= most) return { refused: 'class-full' };
  const back = expectedOf(state, person);
  const player = back?.player ?? newId('p');
  const joined = { type: 'PlayerJoined', player, ...person } as const;
  if (back === undefined) return { player, events: [joined], isNew: true };
  const { district, seat } = back;
  return { player, events: [joined, { type: 'PlaceWished', player, district, seat }], isNew: true };
}

/** The person in the past class, each of whom returns once. */
function expectedOf(
  { expected, everyone }: ClassState,
  { tokenHash, entry }: { readonly tokenHash: string; readonly entry?: number },
): Expected | undefined {
  const back = [...expected.values()].find((each) =>
    entry === undefined ? each.tokenHashes.includes(tokenHash) : each.entry === entry,
  );
  return back === undefined || everyone.some(({ id }) => id === back.player) ? undefined : back;
}
