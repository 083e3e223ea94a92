/**
 * The built client: one page for every path a person may open, and its assets, whose names change with their content.
 * The build has compressed them already: phones on a lecture hall's Wi-Fi wait for bytes, not for the server.
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
  // A file that went away after the start: what is answered instead is as it is.
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
