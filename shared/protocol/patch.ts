/**
 * What changed between two values of plain data, so that what did not change need not cross the network again.
 *
 *     const patch = difference(before, after);      // undefined when they are equal
 *     patched(before, patch)                        // equal to `after`; what is unchanged is shared, nothing is mutated
 *
 * A view is some thousand bytes, and most of it is as it was in the phase before: on a lecture hall's network the views
 * of five hundred phones are what everybody waits for.
 */

/**
 * `v`: the new value. `k`: changes by key or index; `d`: keys that are gone; `n`: the new length of an array that grew
 * or shrank, the values beyond the old length being in `k`.
 */
export type Patch =
  | { readonly v: unknown }
  | { readonly k: Readonly<Record<string, Patch>>; readonly d?: readonly string[]; readonly n?: number };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function difference(before: unknown, after: unknown): Patch | undefined {
  if (Object.is(before, after)) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return arrayDifference(before, after);
  if (isFields(before) && isFields(after)) return fieldDifference(before, after);
  return { v: after };
}

function arrayDifference(before: readonly unknown[], after: readonly unknown[]): Patch | undefined {
  const changes: Record<string, Patch> = {};
  let changed = 0;
  for (let index = 0; index < after.length; index += 1) {
    const change = index < before.length ? difference(before[index], after[index]) : { v: after[index] };
    if (change === undefined) continue;
    changes[index] = change;
    changed += 1;
  }
  if (before.length === after.length) return changed === 0 ? undefined : smaller({ k: changes }, changed, after);
  return smaller({ k: changes, n: after.length }, changed, after);
}

/** Where nearly every element is another, the whole array is shorter. */
function smaller(patch: Patch, changed: number, after: readonly unknown[]): Patch {
  const flat = after.every((value) => typeof value !== 'object');
  return flat && changed * 2 > after.length ? { v: after } : patch;
}

function fieldDifference(before: Fields, after: Fields): Patch | undefined {
  const changes: Record<string, Patch> = {};
  let changed = false;
  for (const key of Object.keys(after)) {
    const change = key in before ? difference(before[key], after[key]) : { v: after[key] };
    if (change === undefined) continue;
    changes[key] = change;
    changed = true;
  }
  const gone = Object.keys(before).filter((key) => !(key in after));
  if (gone.length > 0) return { k: changes, d: gone };
  return changed ? { k: changes } : undefined;
}

export function patched<T>(before: T, patch: Patch | undefined): T {
  return patch === undefined ? before : (apply(before, patch) as T);
}

function apply(before: unknown, patch: Patch): unknown {
  if ('v' in patch) return patch.v;
  if (Array.isArray(before)) {
    const length = patch.n ?? before.length;
    return Array.from({ length }, (_, index) => {
      const change = patch.k[index];
      return change === undefined ? before[index] : apply(before[index], change);
    });
  }
  const fields = isFields(before) ? before : {};
  const gone = new Set(patch.d);
  const after: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (!gone.has(key)) after[key] = value;
  for (const [key, change] of Object.entries(patch.k)) after[key] = apply(fields[key], change);
  return after;
}
