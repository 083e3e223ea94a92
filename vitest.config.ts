/** How the tests are run. Apart from `vite.config.ts`, which builds the pages where there are no tests. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { InTurn } from './tests/support/in-turn.ts';

/** On a machine that is busy with other things too; what has to be quick measures that itself. */
const PATIENCE_MS = 30_000;

export default defineConfig({
  test: {
    silent: 'passed-only',
    // One more than there are processors, since servers and browsers mostly wait; Vitest by itself leaves one free.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: InTurn },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{engine,scenarios,log,bots,simulation,debrief,protocol,i18n,structure}/**/*.test.ts'],
          // None of it keeps anything between two calls, so all files share what one of them has loaded.
          isolate: false,
          pool: 'threads',
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          // A page's signals are the module's own: each file has a page of its own.
          name: 'client',
          include: ['tests/client/**/*.test.ts'],
          pool: 'threads',
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          // What the model claims, over all its seeds: minutes, and so no part of `npm run check`.
          name: 'model',
          include: ['tests/model/**/*.test.ts'],
          isolate: false,
          pool: 'threads',
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/{cli,storage,server,faults,security,cluster}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // Screens that are examined beside each other share the processors anyway, and leave none to others.
          maxConcurrency: 3,
        },
      },
    ],
  },
});
