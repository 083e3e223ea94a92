/** Secrets that a test can tell: what chance would draw is counted instead. For `vi.mock` of `server/access/secrets.ts`. */
import type * as secrets from '../../server/access/secrets.ts';

/** How many were drawn; a test begins at none. */
export const drawn = { count: 0 };

function next(kind: string): string {
  drawn.count += 1;
  return `${kind}${drawn.count}`;
}

export function countedSecrets(original: typeof secrets): typeof secrets {
  return {
    ...original,
    newId: next,
    newCode: () => next('CODE'),
    newReentryCode: () => next('BACK'),
    newLink: () => next('link'),
    newSeed: () => 7,
    newSalt: () => 'salt',
  };
}
