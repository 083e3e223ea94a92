import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { phaserParts } from './scripts/phaser-parts.ts';

export default defineConfig({
  root: 'client',
  plugins: [preact(), phaserParts()],
  // Phaser is one large chunk, loaded after the page it stands on.
  build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1_000 },
});
