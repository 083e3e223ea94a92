import { constants } from 'node:zlib';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';
import { phaserParts } from './scripts/phaser-parts.ts';
import { teachingPages } from './scripts/teaching-pages.ts';

/** Once, at the build: the server hands on what is beside a file. Small files stay as they are. */
const compressed = compression({
  include: /\.(html|js|css|svg|json|webmanifest)$/,
  threshold: 500,
  skipIfLargerOrEqual: true,
  algorithms: [
    defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
    defineAlgorithm('gzip', { level: constants.Z_BEST_COMPRESSION }),
  ],
});

export default defineConfig({
  root: 'client',
  plugins: [preact(), phaserParts(), teachingPages(), compressed],
  // Phaser is a large chunk, loaded after its page.
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1_000 },
});
