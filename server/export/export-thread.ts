/** The worker's side of `in-thread.ts`: reads the districts' logs, makes the file and returns it. */
import { serveThread } from '../thread.ts';
import { exportFile } from './files.ts';
import type { ExportThread } from './in-thread.ts';
import { sourceOf, storiesIn } from './source.ts';

serveThread({
  make: ({ file, state, records, named, everybody }) => exportFile(sourceOf(state, records, named, everybody), file),
  stories: async ({ record, seats }) => storiesIn(record, seats),
} satisfies ExportThread);
