/**
 * The built files, compressed: each is compressed once, when it is first asked for, and kept. Phones on a lecture
 * hall's Wi-Fi wait for bytes, not for the server.
 */
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json',
};
const FILE = /^\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(\w+)$/;

type Encoding = 'br' | 'gzip';
const compress = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
};

/** Answers what it can compress and leaves the rest to who comes after it. */
export function compressedFiles(folder: string, cacheControl: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();

  const compressed = (path: string, encoding: Encoding): Promise<Buffer> => {
    const name = `${encoding} ${path}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = readFile(join(folder, normalize(path))).then(compress[encoding]);
    kept.set(name, made);
    made.catch(() => kept.delete(name));
    return made;
  };

  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const type = TYPES[FILE.exec(request.path)?.[1] ?? ''];
    const accepted = request.acceptsEncodings('br', 'gzip');
    if (request.method !== 'GET' || type === undefined || accepted === false) return next();
    try {
      const body = await compressed(request.path, accepted as Encoding);
      response.setHeader('Content-Type', type);
      response.setHeader('Content-Encoding', accepted);
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('Cache-Control', cacheControl);
      response.end(body);
    } catch {
      next();
    }
  };
}
