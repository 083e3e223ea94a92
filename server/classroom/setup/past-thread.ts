/** The worker's side of `past-apart.ts`. */
import { serveThread } from '../../thread.ts';
import { readPast } from './past.ts';
import type { PastThread } from './past-apart.ts';

serveThread({ read: readPast } satisfies PastThread);
