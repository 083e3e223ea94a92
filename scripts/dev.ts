/**
 * `npm run dev`: pages and server together, for developers. Pages are replaced in place. The server restarts when its
 * source or the rules change, and loads its classes from the disk, so that a game goes on.
 */
import { createServer } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createLogger, createServer as createPages, type Logger, type ProxyOptions } from 'vite';
import { keptKey, makeFolder } from '../server/environment.ts';
import { openClassOfRobots } from './dev/class-of-robots.ts';
import { GameServer } from './dev/game-server.ts';

const HELP = `npm run dev [-- options]     pages and server together, each anew when its source has changed

  --port 5173       where the pages are
  --seats 12        opens a class with robots in all seats but one, which waits for you to join
  --data data/dev   where classes and the instructor's key are kept
`;

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5173' },
    seats: { type: 'string' },
    data: { type: 'string', default: 'data/dev' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** While the server restarts, pages are told to retry. */
function toServer(target: string): ProxyOptions {
  return {
    target,
    ws: true,
    configure: (proxy) => {
      proxy.on('error', (_error, _request, response) => {
        if ('writeHead' in response) response.writeHead(502).end();
        else response.end();
      });
    },
  };
}

/** Hides proxy errors, since pages retry by themselves. */
function withoutProxyErrors(logger: Logger): Logger {
  const { error } = logger;
  logger.error = (message, options) => {
    if (!message.includes('proxy error') && !message.includes('proxy socket error')) error(message, options);
  };
  return logger;
}

async function openPages(target: string, port: number) {
  const pages = await createPages({
    configFile: join(root, 'vite.config.ts'),
    customLogger: withoutProxyErrors(createLogger()),
    server: {
      port,
      strictPort: true,
      // Matches a room's path: `/<process>/<room>?sessionId=…`.
      proxy: Object.fromEntries(
        ['/api', '/matchmake', '^/[^/?]+/[^/?]+\\?.*sessionId='].map((path) => [path, toServer(target)]),
      ),
    },
  });
  await pages.listen();
  return pages;
}

async function main(): Promise<void> {
  const folder = resolve(root, values.data);
  makeFolder(folder);
  const { key } = keptKey(folder);
  const server = new GameServer(await freePort(), { DATA_DIR: folder, INSTRUCTOR_KEY: key }, say);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => server.stop().then(() => process.exit(0)));
  }
  const pages = await openPages(server.url, Number(values.port));
  const sources = ['server', 'shared'].map((name) => join(root, name));
  pages.watcher.add(sources);
  pages.watcher.on('all', (event, file) => {
    if (event === 'change' && sources.some((source) => file.startsWith(source))) {
      server.changed(relative(root, file));
    }
  });

  const here = pages.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  await server.start();
  say(`Pages: ${here}\nInstructor: ${here}/teach with the key ${key}\nAlone: ${here}/practice`);
  if (values.seats === undefined) return;
  const code = await openClassOfRobots(server.url, key, Number(values.seats));
  say(`A seat among robots: ${here}/?code=${code}`);
}

// The robots' SDK prints to standard output.
console.log = console.error;
if (values.help) process.stdout.write(HELP);
else await main();
