/**
 * The header an instructor is known by. A header carries no Chinese: a key typed in Chinese, or in the wide letters of an
 * input method, goes out as a wrong one, so that the answer is "wrong key" and not that nobody answers.
 */
export function bearer(key: string): string {
  return `Bearer ${key.replace(/[^ -~]/g, '?')}`;
}
