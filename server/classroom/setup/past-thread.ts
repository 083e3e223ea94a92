/** The worker's side of `past-in-thread.ts`. */
import { serveThread } from '../../thread.ts';
import { readPast } from './past.ts';
import type { PastThread } from './past-in-thread.ts';

serveThread({ read: readPast } satisfies PastThread);
