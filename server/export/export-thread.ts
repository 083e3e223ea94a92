/** The worker's side of `apart.ts`: reads the districts' logs, makes the file and returns it. */
import { serveThread } from '../thread.ts';
import type { ExportThread } from './apart.ts';
import { exportFile } from './files.ts';
import { sourceOf, storiesIn } from './source.ts';

serveThread({
  make: ({ file, state, records, named, everybody }) => exportFile(sourceOf(state, records, named, everybody), file),
  stories: async ({ record, seats }) => storiesIn(record, seats),
} satisfies ExportThread);
