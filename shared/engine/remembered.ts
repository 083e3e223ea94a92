/**
 * The same about the same: twelve seats in a row ask what a state makes of its trees and fits. The last answer is kept, and
 * only the last, so that nothing has to be kept for states that are gone.
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
