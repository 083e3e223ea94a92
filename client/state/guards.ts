/** Guards for stored values of any earlier version of the page. Written by hand: see ADR 25. */
export type Guard<T> = (value: unknown) => value is T;

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isListOf<T>(is: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(is);
}

export function isRecordOf<T>(is: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isFields(value) && Object.values(value).every(is);
}

export function isOneOf<const T>(known: readonly T[]): Guard<T> {
  return (value): value is T => known.some((each) => each === value);
}

export function optional<T>(is: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || is(value);
}

/** Checks the listed fields; others are allowed. */
export function isLike<T extends object>(
  fields: {
    readonly [Key in keyof T]-?: Guard<T[Key]> | Guard<T[Key] | undefined>;
  },
): Guard<T> {
  const guards: readonly (readonly [string, Guard<unknown>])[] = Object.entries(fields);
  return (value): value is T => isFields(value) && guards.every(([name, is]) => is(value[name]));
}
