/**
 * Memoises a function for its last argument only: twelve seats in a row ask the same of one state, and nothing older is
 * retained.
 */
export function memoizeLast<Subject extends object, Answer extends object>(
  answer: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  let last: { readonly subject: Subject; readonly answer: Answer } | undefined;
  return (subject) => {
    if (last?.subject !== subject) last = { subject, answer: answer(subject) };
    return last.answer;
  };
}

/** Memoises by the parts of an argument on which the answer depends; other states may share them. */
export function memoizeBy<Whole, Answer extends object>(
  parts: (whole: Whole) => readonly unknown[],
  answer: (whole: Whole) => Answer,
): (whole: Whole) => Answer {
  let last: { readonly parts: readonly unknown[]; readonly answer: Answer } | undefined;
  return (whole) => {
    const now = parts(whole);
    if (last === undefined || !areSame(last.parts, now)) last = { parts: now, answer: answer(whole) };
    return last.answer;
  };
}

/** Memoises an answer per seat, by the same parts. */
export function memoizeBySeat<Whole, Answer>(
  parts: (whole: Whole) => readonly unknown[],
  answer: (whole: Whole, seat: number) => Answer,
): (whole: Whole, seat: number) => Answer {
  const answers = memoizeBy(parts, (): Answer[] => []);
  return (whole, seat) => {
    const bySeat = answers(whole);
    bySeat[seat] ??= answer(whole, seat);
    return bySeat[seat];
  };
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
