/**
 * How a device becomes a person of the class: by the class's code and a name, by the link of a roster's label, or by a
 * code for a person who changed device. Pure: what would be recorded, or why not.
 */
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { fingerprint, newId, normalCode } from '../access/secrets.ts';
import type { ClassState } from './class-state.ts';
import type { ClassEvent, Expected } from './events.ts';
import { evolveClass } from './evolve-class.ts';
import { cleanName } from './names.ts';

/** `events` is empty for a device that is known already; `isNew`: the person is, and needs a place. */
export interface Entry {
  readonly player: string;
  readonly events: readonly ClassEvent[];
  readonly isNew: boolean;
}

/** `neverCame`: somebody who joined a while ago and never connected, whose place a newcomer to a full class gets. */
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

/** One the desk issued works once and for a while; a label's works until the desk issues one in its place. */
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
 * A person's other device; the one before is let go, so that nobody looks on unseen. If this device came in under
 * another name just before, that double goes.
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

/** Who this is in what the class plays on from; each comes back once. */
function expectedOf(
  { expected, everyone }: ClassState,
  { tokenHash, entry }: { readonly tokenHash: string; readonly entry?: number },
): Expected | undefined {
  const back = [...expected.values()].find((each) =>
    entry === undefined ? each.tokenHashes.includes(tokenHash) : each.entry === entry,
  );
  return back === undefined || everyone.some(({ id }) => id === back.player) ? undefined : back;
}
