/**
 * A patch between two values of plain data, so that only changes cross the network.
 *
 *     const patch = difference(before, after);      // undefined when they are equal
 *     patched(before, patch)                        // equal to `after`; unchanged parts are shared, nothing is mutated
 *
 * A view has some thousand bytes, most of them unchanged from phase to phase. In a lecture hall, the views of five
 * hundred phones are the bottleneck.
 *
 * Lists whose elements all have a unique `id` are compared by id, so a removed element changes no other.
 */

/** `v`: a new value. `k`: changes of fields, or of a list by index. `e`: changes of a list by its elements' ids. */
export type Patch = { readonly v: unknown } | FieldsPatch | ElementsPatch;

export interface FieldsPatch {
  readonly k: Readonly<Record<string, Patch>>;
  /** Removed fields. */
  readonly d?: readonly string[];
  /** New length of a list that grew or shrank. */
  readonly n?: number;
}

export interface ElementsPatch {
  /** New elements come last, in this order. */
  readonly e: Readonly<Record<string, Patch>>;
  /** Ids of removed elements. */
  readonly d?: readonly string[];
  /** The order of ids, if the above does not imply it. */
  readonly o?: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function difference(before: unknown, after: unknown): Patch | undefined {
  if (Object.is(before, after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) {
    const is = byId(after);
    const was = is === undefined ? undefined : byId(before);
    return was === undefined || is === undefined ? listDifference(before, after) : elementsDifference(was, is);
  }
  return isFields(before) && isFields(after) ? fieldsDifference(before, after) : { v: after };
}

/** Undefined unless every element has an id of its own. */
function byId(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  if (list.length > 0 && idOf(list[0]) === undefined) return undefined;
  const found = new Map<string, unknown>();
  for (const element of list) {
    const id = idOf(element);
    if (id === undefined) return undefined;
    found.set(id, element);
  }
  return found.size === list.length ? found : undefined;
}

function idOf(element: unknown): string | undefined {
  const id = isFields(element) ? element.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function elementsDifference(
  was: ReadonlyMap<string, unknown>,
  is: ReadonlyMap<string, unknown>,
): ElementsPatch | undefined {
  const changes = [...is].flatMap(([id, element]): [string, Patch][] => {
    const change = was.has(id) ? difference(was.get(id), element) : { v: element };
    return change === undefined ? [] : [[id, change]];
  });
  const gone = [...was.keys()].filter((id) => !is.has(id));
  const e = Object.fromEntries(changes);
  const order = [...is.keys()];
  const given = new Set([...was.keys()].filter((id) => is.has(id)).concat(Object.keys(e)));
  const moved = ![...given].every((id, place) => id === order[place]);
  if (changes.length === 0 && gone.length === 0 && !moved) return undefined;
  return { e, ...(gone.length > 0 && { d: gone }), ...(moved && { o: order }) };
}

function listDifference(before: readonly unknown[], after: readonly unknown[]): Patch | undefined {
  let changes: Record<string, Patch> | undefined;
  let changed = 0;
  for (let index = 0; index < after.length; index += 1) {
    const value: unknown = after[index];
    const change = index < before.length ? difference(before[index], value) : { v: value };
    if (change === undefined) continue;
    changes ??= {};
    changes[index] = change;
    changed += 1;
  }
  if (before.length !== after.length) return smaller({ k: changes ?? {}, n: after.length }, changed, after);
  return changes && smaller({ k: changes }, changed, after);
}

/** If most elements changed, sending the whole list is shorter. */
function smaller(patch: Patch, changed: number, after: readonly unknown[]): Patch {
  const flat = after.every((value) => typeof value !== 'object');
  return flat && changed * 2 > after.length ? { v: after } : patch;
}

function fieldsDifference(before: Fields, after: Fields): Patch | undefined {
  // Allocates nothing until something differs, since most values are equal.
  let changes: Record<string, Patch> | undefined;
  let held = 0;
  for (const key of Object.keys(after)) {
    const known = Object.hasOwn(before, key);
    if (known) held += 1;
    const change = known ? difference(before[key], after[key]) : { v: after[key] };
    if (change === undefined) continue;
    changes ??= {};
    changes[key] = change;
  }
  const fields = Object.keys(before);
  if (fields.length === held) return changes && { k: changes };
  return { k: changes ?? {}, d: fields.filter((key) => !Object.hasOwn(after, key)) };
}

export function patched<T>(before: T, patch: Patch | undefined): T;
export function patched(before: unknown, patch: Patch | undefined): unknown {
  if (patch === undefined) return before;
  if ('v' in patch) return patch.v;
  if ('e' in patch) return patchedElements(Array.isArray(before) ? before : [], patch);
  return Array.isArray(before) ? patchedList(before, patch) : patchedFields(isFields(before) ? before : {}, patch);
}

function patchedElements(before: readonly unknown[], { e, d = [], o = [] }: ElementsPatch): readonly unknown[] {
  const held = new Map(byId(before));
  for (const id of d) held.delete(id);
  for (const [id, change] of Object.entries(e)) held.set(id, patched(held.get(id), change));
  return [...new Set([...o, ...held.keys()])].filter((id) => held.has(id)).map((id) => held.get(id));
}

function patchedList(before: readonly unknown[], { k, n = before.length }: FieldsPatch): readonly unknown[] {
  return Array.from({ length: n }, (_, index) => patched(before[index], k[index]));
}

function patchedFields(before: Fields, { k, d = [] }: FieldsPatch): Fields {
  const gone = new Set(d);
  const after = Object.fromEntries(Object.entries(before).filter(([key]) => !gone.has(key)));
  for (const [key, change] of Object.entries(k)) after[key] = patched(before[key], change);
  return after;
}

/** A part of a patch that may be sent alone: a field, or an element of a list in it. */
export interface Piece {
  readonly field: string;
  readonly id?: string;
  readonly change: unknown;
}

export function piecesOf(patch: Patch): readonly Piece[] {
  if (!('k' in patch)) return [];
  const changed = Object.entries(patch.k).flatMap(([field, change]): readonly Piece[] => {
    if (!('e' in change)) return [{ field, change }];
    const { e, ...order } = change;
    const elements = Object.entries(e).map(([id, element]) => ({ field, id, change: element }));
    return Object.keys(order).length === 0 ? elements : [{ field, change: order }, ...elements];
  });
  return [...changed, ...(patch.d ?? []).map((field) => ({ field, change: 'gone' }))];
}

/** Restricts a patch to these pieces. */
export function only(patch: Patch, pieces: readonly Piece[]): Patch {
  if (!('k' in patch)) return patch;
  const [whole, elements] = [new Set<string>(), new Map<string, Set<string>>()];
  for (const { field, id } of pieces) {
    if (id === undefined) whole.add(field);
    else elements.set(field, (elements.get(field) ?? new Set()).add(id));
  }
  const k = Object.entries(patch.k).flatMap(([field, change]): [string, Patch][] => {
    if (!('e' in change)) return whole.has(field) ? [[field, change]] : [];
    const told = elements.get(field);
    if (told === undefined && !whole.has(field)) return [];
    const { e, ...order } = change;
    const kept = Object.fromEntries(Object.entries(e).filter(([id]) => told?.has(id)));
    return [[field, { e: kept, ...(whole.has(field) && order) }]];
  });
  const d = patch.d?.filter((field) => whole.has(field)) ?? [];
  return { k: Object.fromEntries(k), ...(d.length > 0 && { d }) };
}
