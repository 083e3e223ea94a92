/** How the tests are run. Apart from `vite.config.ts`, which builds the pages where there are no tests. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { InTurn } from './tests/support/in-turn.ts';
import { PATIENCE_MS } from './tests/support/waiting.ts';

/** What a test waits for inside takes less, so that it says itself for what it waited in vain. */
const LONGEST_MS = 300_000;
const patience = { testTimeout: LONGEST_MS, hookTimeout: LONGEST_MS, expect: { poll: { timeout: PATIENCE_MS } } };

/**
 * Nothing is kept between two calls, so files share what one of them has loaded. Node imports the sources itself, as the
 * server does: Vite's imports cost a look-up at every call, a fifth of the time of what computes.
 */
const pure = { isolate: false, pool: 'threads', experimental: { viteModuleRunner: false } } as const;

export default defineConfig({
  test: {
    silent: 'passed-only',
    // More than Vitest's default, which leaves a processor free, since servers and browsers mostly wait.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: InTurn },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{engine,scenarios,log,bots,simulation,debrief,protocol,i18n,structure}/**/*.test.ts'],
          ...pure,
          ...patience,
        },
      },
      {
        test: {
          // Files share a thread, but each loads fresh modules, which hold the page's signals.
          name: 'client',
          include: ['tests/client/**/*.test.ts'],
          setupFiles: ['tests/support/page-anew.ts'],
          isolate: false,
          pool: 'threads',
          ...patience,
        },
      },
      {
        test: {
          // These fake browser globals or leave timers behind, so each has a thread of its own.
          name: 'page',
          include: ['tests/page/**/*.test.ts'],
          pool: 'threads',
          ...patience,
        },
      },
      {
        test: {
          // The model's claims over all seeds take minutes, so `npm run check` leaves them out.
          name: 'model',
          include: ['tests/model/**/*.test.ts'],
          ...pure,
          ...patience,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/{cli,storage,server,faults,security,cluster}/**/*.test.ts'],
          ...patience,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          ...patience,
          // A whole class in browsers takes a minute on a quiet machine.
          testTimeout: 2 * LONGEST_MS,
          // Screens examined in parallel share the processors anyway; more of them would starve other tests.
          maxConcurrency: 3,
        },
      },
    ],
  },
});
