/** What checks a set-up, fetched when it is first needed; undefined while the server cannot be reached. */
export function requestTools() {
  return import('./setup-request.ts').catch(() => undefined);
}
