/** Bundles a test file with its imports into a script that sets the global `name`, minified as the client is. */
import { join } from 'node:path';
import { build } from 'vite';

export async function bundle(file: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, file), name, formats: ['iife'] },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const chunk = output?.output[0];
  if (chunk === undefined) throw new Error('nothing was bundled');
  return chunk.code;
}
