/** Built pages in a browser: compressed at build time, cached correctly, and removable without harm. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pagesRouter } from '../../server/http/pages.ts';
import { catchAll } from '../../server/http/problems.ts';
import { problem } from '../../server/problem.ts';
import { log, newFolder } from '../support/server.ts';

const PAGE = '<!doctype html><title>A page</title>';
const SCRIPT = 'export const one = 1;\n'.repeat(40);

let folder: string;
let server: Server;

beforeEach(async () => {
  folder = await newFolder();
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

async function build(): Promise<void> {
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of [
    ['index.html', PAGE],
    ['assets/one-abc.js', SCRIPT],
  ] as const) {
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(text));
  }
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
}

async function serve(): Promise<string> {
  const app = express();
  app.use(pagesRouter(folder));
  app.use((_request, response) => problem(response, 'not-found'));
  app.use(catchAll(log, { healthy: async () => true }));
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function get(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  const header = (name: string) => response.headers.get(name);
  return {
    status: response.status,
    text: await response.text(),
    type: header('content-type')?.toLowerCase(),
    encoding: header('content-encoding'),
    cache: header('cache-control'),
    vary: header('vary'),
  };
}

test.each(['br', 'identity'])('a page and its script arrive whole as %s', async (encoding) => {
  await build();
  const url = await serve();
  const packed = encoding === 'br' ? 'br' : null;
  expect(await get(`${url}/teach?x=1`, { 'accept-encoding': encoding })).toMatchObject({
    status: 200,
    text: PAGE,
    encoding: packed,
    type: 'text/html; charset=utf-8',
    cache: 'no-cache',
    vary: 'Accept-Encoding',
  });
  expect(await get(`${url}/assets/one-abc.js`, { 'accept-encoding': encoding })).toMatchObject({
    status: 200,
    text: SCRIPT,
    encoding: packed,
    type: 'text/javascript; charset=utf-8',
    cache: 'public, max-age=31536000, immutable',
  });
  expect(await get(`${url}/favicon.svg`)).toMatchObject({ status: 200, cache: 'public, max-age=3600' });
});

test('a page says when it has not changed', async () => {
  await build();
  const url = await serve();
  const first = await fetch(`${url}/`);
  const etag = first.headers.get('etag') ?? '';
  expect((await fetch(`${url}/`, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })).status).toBe(
    304,
  );
});

test('what is not there is a problem document, also when it was there at the start', async () => {
  await build();
  const url = await serve();
  await rm(join(folder, 'assets'), { recursive: true });
  for (const path of ['/assets/one-abc.js', '/assets/two-abc.js', '/nowhere']) {
    const answer = await get(`${url}${path}`, { 'accept-encoding': 'br' });
    expect([path, answer.status, answer.encoding, answer.type]).toEqual([
      path,
      404,
      null,
      'application/problem+json; charset=utf-8',
    ]);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'not-found' });
  }
  expect((await get(`${url}/`)).text).toBe(PAGE);
});

test('pages that are not built say so, until they are', async () => {
  const url = await serve();
  expect(await get(`${url}/play`)).toMatchObject({ status: 503, text: expect.stringContaining('npm run build') });
  await build();
  expect(await get(`${url}/play`)).toMatchObject({ status: 200, text: PAGE });
});
