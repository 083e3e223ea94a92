/** What a phone must download to join, and to show the map, as the server sends it. */
import { onStreet } from './load.ts';
import { type Part, table } from './table.ts';

interface Fetched {
  readonly path: string;
  /** Bytes on the network. */
  readonly bytes: number;
  readonly encoding: string;
  readonly text: string;
}

async function get(url: string, path: string): Promise<Fetched> {
  const { get: request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(`${url}${path}`, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', async () => {
        const body = Buffer.concat(chunks);
        const encoding = response.headers['content-encoding'] ?? 'none';
        resolve({ path, bytes: body.length, encoding, text: (await decoded(body, encoding)).toString('utf8') });
      });
    }).on('error', reject);
  });
}

async function decoded(body: Buffer, encoding: string): Promise<Buffer> {
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}

export async function benchPages(): Promise<Part> {
  return onStreet(async ({ url }) => {
    const page = await get(url, '/');
    const linked = [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '');
    const first = [page];
    for (const path of new Set(linked)) first.push(await get(url, path));
    const later: Fetched[] = [];
    const seen = new Set(first.map(({ path }) => path));
    for (const from of first) {
      for (const [, name = ''] of from.text.matchAll(/["'`](?:\.\/|\/?assets\/)([\w.-]+\.(?:js|css))["'`]/g)) {
        const path = `/assets/${name}`;
        if (seen.has(path)) continue;
        seen.add(path);
        later.push(await get(url, path));
      }
    }
    const sum = (all: readonly Fetched[]) => all.reduce((total, { bytes }) => total + bytes, 0);
    const rows = [
      ...first.map(({ path, bytes, encoding }) => [path, 'to join', `${bytes}`, encoding]),
      ...later.map(({ path, bytes, encoding }) => [path, 'later', `${bytes}`, encoding]),
    ];
    return {
      text: [
        `To join: ${Math.round(sum(first) / 1_024)} KB. Loaded later, the map among it: ${Math.round(sum(later) / 1_024)} KB.`,
        table(['file', 'when', 'bytes sent', 'encoding'], rows),
      ].join('\n'),
      figures: { toJoin: sum(first), later: sum(later) },
    };
  });
}
