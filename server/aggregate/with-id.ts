/** Finds the one with this id; ids are unique. */
export function withId<Id, Each extends { readonly id: Id }>(list: readonly Each[], id: Id): Each | undefined {
  return list.find((each) => each.id === id);
}
