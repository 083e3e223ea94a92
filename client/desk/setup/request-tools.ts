/** The validator of set-ups, loaded on first use; undefined if the server cannot be reached. */
export function requestTools() {
  return import('./setup-request.ts').catch(() => undefined);
}
