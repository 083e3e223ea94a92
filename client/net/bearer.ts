/**
 * The instructor's authorization header. Headers are ASCII: a key typed in Chinese or full-width letters is sent as a
 * wrong one, so that the answer is "wrong key".
 */
export function bearer(key: string): string {
  return `Bearer ${key.replace(/[^ -~]/g, '?')}`;
}
