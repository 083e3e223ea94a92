/**
 * Keeps a desk current in few bytes: what changed since the last message, and nothing else.
 *
 *     const patch = deskPatch(before, after);      // server; undefined when nothing changed
 *     shown = applyDeskPatch(shown, patch);        // client
 *
 * A message is taken apart into entries: itself, each person, district, label, reflection and answer. A patch holds the
 * changed fields of changed entries, so that a large one can be sent in parts.
 */
import {
  DESK_ALARMS,
  type DeskDistrict,
  type DeskMessage,
  type DeskPlayer,
  type DeskReflection,
  type DeskRosterEntry,
} from './class-room.ts';

type Fields = Readonly<Record<string, unknown>>;
/** A message taken apart, by key. */
export type DeskEntries = ReadonlyMap<string, Fields>;

/** Changed fields of one entry; a field that is gone is named in `gone`. */
export interface EntryPatch {
  readonly set?: Fields;
  readonly gone?: readonly string[];
}

export interface DeskPatch {
  readonly now: number;
  readonly entries?: Readonly<Record<string, EntryPatch>>;
  readonly left?: readonly string[];
}

/** What an entry's key begins with. */
const OWN = 'm';
const PLAYER = 'p ';
const DISTRICT = 'd ';
const LABEL = 'l ';
const REFLECTION = 'r ';
const ANSWER = 'a ';

export type EntryKind = 'class' | 'player' | 'district' | 'label' | 'reflection' | 'answer';

const KINDS: readonly (readonly [string, EntryKind])[] = [
  [PLAYER, 'player'],
  [DISTRICT, 'district'],
  [LABEL, 'label'],
  [REFLECTION, 'reflection'],
  [ANSWER, 'answer'],
];

/** What the entry under a key is about. */
export function entryKind(key: string): EntryKind {
  return KINDS.find(([prefix]) => key.startsWith(prefix))?.[1] ?? 'class';
}

export function deskPatch(before: DeskMessage, after: DeskMessage): DeskPatch | undefined {
  return entriesPatch(takenApart(before), after);
}

export function applyDeskPatch(message: DeskMessage, patch: DeskPatch): DeskMessage {
  return putTogether(patchedEntries(takenApart(message), patch), patch.now);
}

/** What has to be told to whoever knows these entries. */
export function entriesPatch(was: DeskEntries, after: DeskMessage): DeskPatch | undefined {
  const is = takenApart(after);
  const entries: Record<string, EntryPatch> = {};
  for (const [key, entry] of is) {
    const patch = entryPatch(was.get(key) ?? {}, entry);
    if (patch !== undefined) entries[key] = patch;
  }
  const left = [...was.keys()].filter((key) => !is.has(key));
  const changed = Object.keys(entries).length > 0;
  if (!changed && left.length === 0) return undefined;
  return { now: after.now, ...(changed ? { entries } : {}), ...(left.length === 0 ? {} : { left }) };
}

export function patchedEntries(was: DeskEntries, { entries = {}, left = [] }: DeskPatch): DeskEntries {
  const known = new Map(was);
  for (const key of left) known.delete(key);
  for (const [key, patch] of Object.entries(entries)) known.set(key, patched(known.get(key) ?? {}, patch));
  return known;
}

/** Districts that need attention first, the most urgent of all at the top; then by number. */
export function byAttention(districts: readonly DeskDistrict[]): readonly DeskDistrict[] {
  const urgency = ({ alarms = [] }: DeskDistrict) =>
    alarms.reduce((sum, alarm) => sum + 2 ** (DESK_ALARMS.length - DESK_ALARMS.indexOf(alarm)), 0);
  return districts.toSorted((one, other) => urgency(other) - urgency(one) || one.number - other.number);
}

export function takenApart(message: DeskMessage): DeskEntries {
  const { now: _, players, districts, reflections, roster, ...own } = message;
  const entries = new Map<string, Fields>([
    [
      OWN,
      {
        ...own,
        ...(reflections === undefined ? {} : { reflects: true }),
        ...(roster === undefined ? {} : { labels: true }),
      },
    ],
  ]);
  for (const player of players) entries.set(PLAYER + player.id, { ...player });
  for (const { waitingFor, ...district } of districts) {
    entries.set(DISTRICT + district.number, { ...district, waiting: waitingFor.map(({ seat }) => seat) });
  }
  for (const [place, label] of (roster ?? []).entries()) entries.set(LABEL + place, { ...label });
  for (const { answers, ...reflection } of reflections ?? []) {
    entries.set(REFLECTION + reflection.id, { ...reflection });
    for (const { player, text } of answers) entries.set(`${ANSWER}${reflection.id} ${player}`, { player, text });
  }
  return entries;
}

function putTogether(entries: DeskEntries, now: number): DeskMessage {
  const all = (kind: string) => [...entries].filter(([key]) => key.startsWith(kind)).map(([, entry]) => entry);
  const { reflects, labels, ...own } = entries.get(OWN) ?? {};
  const players = all(PLAYER) as unknown as readonly DeskPlayer[];
  const districts = all(DISTRICT) as unknown as readonly (Omit<DeskDistrict, 'waitingFor'> & {
    readonly waiting: readonly number[];
  })[];
  const reflections = all(REFLECTION) as unknown as readonly Omit<DeskReflection, 'answers'>[];
  const names = new Map(
    players.filter(({ place }) => place === undefined).map((at) => [`${at.districtNumber} ${at.seat}`, at.name]),
  );
  return {
    ...own,
    now,
    players,
    districts: districts
      .map(({ waiting, ...district }) => ({
        ...district,
        waitingFor: waiting.map((seat) => ({ seat, name: names.get(`${district.number} ${seat}`) ?? '' })),
      }))
      .toSorted((one, other) => one.number - other.number),
    ...(labels === undefined ? {} : { roster: all(LABEL) as unknown as readonly DeskRosterEntry[] }),
    ...(reflects === undefined
      ? {}
      : {
          reflections: reflections.map((reflection) => ({
            ...reflection,
            answers: all(`${ANSWER}${reflection.id} `) as unknown as DeskReflection['answers'],
          })),
        }),
  } as unknown as DeskMessage;
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

function patched(entry: Fields, { set = {}, gone = [] }: EntryPatch): Fields {
  const kept = Object.entries(entry).filter(([field]) => !gone.includes(field));
  return { ...Object.fromEntries(kept), ...set };
}
