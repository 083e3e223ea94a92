/** A record with one entry for each name of a closed list. */
export function recordOf<const Name extends string, Value>(
  names: readonly Name[],
  made: (name: Name) => Value,
): Readonly<Record<Name, Value>> {
  return Object.fromEntries(names.map((name) => [name, made(name)])) as Record<Name, Value>;
}
