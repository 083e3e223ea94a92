/** Memoises one answer per subject, as long as all its dependencies stay identical. */
export function memoizeWhile<Subject extends object, Answer>(): (
  subject: Subject,
  restsOn: readonly unknown[],
  answer: () => Answer,
) => Answer {
  const known = new WeakMap<Subject, { readonly restsOn: readonly unknown[]; readonly answer: Answer }>();
  return (subject, restsOn, answer) => {
    const before = known.get(subject);
    if (before !== undefined && same(before.restsOn, restsOn)) return before.answer;
    const found = answer();
    known.set(subject, { restsOn, answer: found });
    return found;
  };
}

function same(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((value, place) => Object.is(value, now[place]));
}
