/**
 * Memoises a function for its last argument only: twelve seats in a row ask the same of one state, and nothing older is
 * retained.
 */
export function remembered<Subject extends object, Answer extends object>(
  answer: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  let last: { readonly subject: Subject; readonly answer: Answer } | undefined;
  return (subject) => {
    if (last?.subject !== subject) last = { subject, answer: answer(subject) };
    return last.answer;
  };
}
