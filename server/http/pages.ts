/**
 * The built client: one page for every path, and assets with hashed names. The build compresses them, since phones on a
 * lecture hall's Wi-Fi wait for bytes.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { PATHS } from '../../shared/protocol/paths.ts';

export function pagesRouter(folder: string): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  router.get([...PATHS], (request, response, next) => {
    if (!existsSync(page)) {
      response.status(503).type('text/plain').send('The pages are not built yet: npm run build\n');
      return;
    }
    request.url = '/index.html';
    next();
  });
  router.use(
    expressStaticGzip(folder, {
      enableBrotli: true,
      orderPreference: ['br', 'gzip'],
      index: false,
      serveStatic: {
        cacheControl: false,
        setHeaders: (response, path) => response.setHeader('Cache-Control', cacheFor(path)),
      },
    }),
  );
  // An asset that vanished after the start: later answers must not claim compression.
  router.use((_request, response, next) => {
    response.removeHeader('Content-Encoding');
    next();
  });
  return router;
}

function cacheFor(path: string): string {
  if (/[/\\]assets[/\\][^/\\]+$/.test(path)) return 'public, max-age=31536000, immutable';
  return /\.html(\.(br|gz))?$/.test(path) ? 'no-cache' : 'public, max-age=3600';
}
