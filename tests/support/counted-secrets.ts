/** Predictable secrets: counted instead of random. For `vi.mock` of `server/access/secrets.ts`. */
import type * as secrets from '../../server/access/secrets.ts';

/** Number drawn so far; each test starts at zero. */
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
