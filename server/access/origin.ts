/**
 * Whether a page may talk to us: one of our own, or a program that is no page at all. A browser names the origin of the
 * page that opens a WebSocket, and no page can make it lie.
 */
import type { IncomingMessage } from 'node:http';

export function isOwnOrigin({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === headers.host;
  } catch {
    return false;
  }
}
