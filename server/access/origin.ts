/**
 * Whether an origin may connect: our own pages, and programs that send none. Browsers always send a page's true origin.
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
