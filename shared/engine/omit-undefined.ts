/** An object without its undefined fields: an optional field has a value or is absent. */
export function omitUndefined<const T extends object>(fields: T): Given<T>;
export function omitUndefined(fields: Readonly<Record<string, unknown>>): object {
  const left: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] !== undefined) left[name] = fields[name];
  return left;
}

type Given<T> = { readonly [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  readonly [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** Lets an empty list be left out. */
export function ifAny<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
