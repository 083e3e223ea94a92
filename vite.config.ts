import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { phaserParts } from './scripts/phaser-parts.ts';

export default defineConfig({
  root: 'client',
  plugins: [preact(), phaserParts()],
  // Phaser is one large chunk, loaded after the page it stands on.
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1_000 },
  server: { proxy: { '/api': 'http://localhost:2567' } },
  test: {
    root: '.',
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{engine,scenarios,log,bots,simulation,debrief,protocol,i18n,structure,client}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/{storage,server,faults,security,cluster}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
