/** The built client: one page for every path a person may open, and its assets, whose names change with their content. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { compressedFiles } from './compressed.ts';

const PATHS = ['/', '/play', '/teach', '/project', '/debrief', '/practice', '/components'];

export function pagesRouter(folder: string): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  router.use('/assets', compressedFiles(join(folder, 'assets'), 'public, max-age=31536000, immutable'));
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  router.get(PATHS, (_request, response) => {
    if (!existsSync(page)) {
      response.status(503).type('text/plain').send('The pages are not built yet: npm run build\n');
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
  router.use(express.static(folder, { index: false, maxAge: '1h' }));
  return router;
}
