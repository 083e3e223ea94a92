/** Numbers people of the same name in order of joining: "Ann Lee", "Ann Lee (2)". */
export function withDistinctNames<Named extends { readonly name: string }>(people: readonly Named[]): readonly Named[] {
  const count = new Map<string, number>();
  return people.map((person) => {
    const key = person.name.toLowerCase();
    const nth = (count.get(key) ?? 0) + 1;
    count.set(key, nth);
    return nth === 1 ? person : { ...person, name: `${person.name} (${nth})` };
  });
}
