/**
 * Keeps a desk current in few bytes: what changed since the last message, and nothing else.
 *
 *     const patch = deskPatch(before, after);      // server; undefined when nothing changed
 *     shown = applyDeskPatch(shown, patch);        // client
 */
import { DESK_ALARMS, type DeskDistrict, type DeskMessage, type DeskPlayer } from './desk.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Changed fields of one entry; a field that is gone is named in `gone`. */
export interface EntryPatch {
  readonly set?: Fields;
  readonly gone?: readonly string[];
}

export interface DeskPatch {
  readonly now: number;
  /** Fields of the message itself, lists included, but for players and districts. */
  readonly set?: Fields;
  readonly gone?: readonly string[];
  /** By id. New ones have all their fields. */
  readonly players?: Readonly<Record<string, EntryPatch>>;
  readonly left?: readonly string[];
  /** By number. */
  readonly districts?: Readonly<Record<string, EntryPatch>>;
}

export function deskPatch(before: DeskMessage, after: DeskMessage): DeskPatch | undefined {
  const players = entriesPatch(byKey(before.players, 'id'), byKey(after.players, 'id'));
  const districts = entriesPatch(byKey(before.districts, 'number'), byKey(after.districts, 'number'));
  const kept = new Set(after.players.map(({ id }) => id));
  const left = before.players.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  const own = entryPatch(ownFields(before), ownFields(after));
  if (players === undefined && districts === undefined && left.length === 0 && own === undefined) return undefined;
  return {
    now: after.now,
    ...own,
    ...(players === undefined ? {} : { players }),
    ...(left.length === 0 ? {} : { left }),
    ...(districts === undefined ? {} : { districts }),
  };
}

export function applyDeskPatch(message: DeskMessage, patch: DeskPatch): DeskMessage {
  const own = patched(message, patch) as unknown as DeskMessage;
  const left = new Set(patch.left);
  const players = patchedList<DeskPlayer>(message.players, 'id', patch.players).filter(({ id }) => !left.has(id));
  const districts = patchedList<DeskDistrict>(message.districts, 'number', patch.districts);
  return { ...own, now: patch.now, players, districts: districts.toSorted((one, other) => one.number - other.number) };
}

/** Districts that need attention first, the most urgent of all at the top; then by number. */
export function byAttention(districts: readonly DeskDistrict[]): readonly DeskDistrict[] {
  const urgency = ({ alarms = [] }: DeskDistrict) =>
    alarms.reduce((sum, alarm) => sum + 2 ** (DESK_ALARMS.length - DESK_ALARMS.indexOf(alarm)), 0);
  return districts.toSorted((one, other) => urgency(other) - urgency(one) || one.number - other.number);
}

function ownFields(message: DeskMessage): Fields {
  const { players: _players, districts: _districts, now: _now, ...rest } = message;
  return rest;
}

function byKey<Entry extends object>(list: readonly Entry[], key: keyof Entry): ReadonlyMap<string, Fields> {
  return new Map(list.map((entry) => [String(entry[key]), entry as Fields]));
}

function entriesPatch(
  before: ReadonlyMap<string, Fields>,
  after: ReadonlyMap<string, Fields>,
): Readonly<Record<string, EntryPatch>> | undefined {
  const changed = [...after].flatMap(([key, entry]): readonly (readonly [string, EntryPatch])[] => {
    const patch = entryPatch(before.get(key) ?? {}, entry);
    return patch === undefined ? [] : [[key, patch]];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

function entryPatch(before: Fields, after: Fields): EntryPatch | undefined {
  const set = Object.entries(after).filter(([field, value]) => value !== undefined && !same(before[field], value));
  const gone = Object.keys(before).filter((field) => before[field] !== undefined && after[field] === undefined);
  if (set.length === 0 && gone.length === 0) return undefined;
  return {
    ...(set.length === 0 ? {} : { set: Object.fromEntries(set) }),
    ...(gone.length === 0 ? {} : { gone }),
  };
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

function patched(entry: object, { set = {}, gone = [] }: EntryPatch): Fields {
  const kept = Object.entries(entry).filter(([field]) => !gone.includes(field));
  return { ...Object.fromEntries(kept), ...set };
}

function patchedList<Entry extends object>(
  list: readonly Entry[],
  key: keyof Entry & string,
  patches: Readonly<Record<string, EntryPatch>> = {},
): readonly Entry[] {
  const known = new Set(list.map((entry) => String(entry[key])));
  const added = Object.entries(patches).flatMap(([id, patch]) => (known.has(id) ? [] : [patched({}, patch) as Entry]));
  const changed = list.map((entry) => {
    const patch = patches[String(entry[key])];
    return patch === undefined ? entry : (patched(entry, patch) as Entry);
  });
  return [...changed, ...added];
}
