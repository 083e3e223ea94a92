/**
 * Check before a class: can this network reach the server? The instructor sees addresses; a device that opens the echo
 * page sees that it works, and the instructor sees that too.
 */
import { Router } from 'express';
import type { Preflight } from '../../shared/protocol/class-http.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import {
  httpAddress,
  isLoopback,
  isOwnAddress,
  lanAddresses,
  listensEverywhere,
  plainAddress,
} from '../access/addresses.ts';
import type { GuessBrake } from '../access/guess-brake.ts';
import { instructorOnly } from '../access/instructor-only.ts';
import { HOUR_MS } from '../durations.ts';
import type { EventLog } from '../storage/port.ts';

const ECHO_PATH = '/api/echo';
const KEPT_MS = HOUR_MS;
const MOST_KEPT = 500;

interface Arrival {
  readonly at: number;
  /** Whether a WebSocket opened; absent until known. */
  readonly socket?: boolean;
}

export interface Whereabouts {
  readonly port: number;
  readonly host: string;
}

export interface PreflightTools {
  readonly store: Pick<EventLog, 'healthy'>;
  readonly instructorKey: string;
  readonly brake: GuessBrake;
  readonly now: () => number;
  readonly whereabouts: () => Whereabouts;
}

export function preflightRouter({ store, instructorKey, brake, now, whereabouts }: PreflightTools): Router {
  const router = Router();
  const arrivals = new Map<string, Arrival>();
  const forgetOld = () => {
    for (const [known, { at }] of arrivals) if (at < now() - KEPT_MS) arrivals.delete(known);
  };

  router.get('/echo', (request, response) => {
    const address = plainAddress(request.ip ?? '');
    forgetOld();
    if (!isOwnAddress(address) && (arrivals.has(address) || arrivals.size < MOST_KEPT)) {
      const { socket } = request.query;
      const said = socket === 'open' || socket === 'closed' ? { socket: socket === 'open' } : {};
      arrivals.set(address, { ...arrivals.get(address), at: now(), ...said });
    }
    if (request.accepts('json', 'html') === 'html') response.type('html').send(ARRIVED);
    else response.json({ now: now() });
  });

  router.get('/echo.js', (_request, response) => void response.type('js').send(TRIES));
  router.get('/echo.css', (_request, response) => void response.type('css').send(LOOKS));

  router.get('/preflight', instructorOnly(instructorKey, brake), async (_request, response) => {
    forgetOld();
    const { port, host } = whereabouts();
    const answer: Preflight = {
      now: now(),
      wire: WIRE_VERSION,
      storeHealthy: await store.healthy(),
      addresses: reachable(host).map((address) => httpAddress(address, port)),
      echoPath: ECHO_PATH,
      arrivals: [...arrivals].map(([address, arrival]) => ({ address, ...arrival })),
    };
    response.json(answer);
  });

  return router;
}

/** Addresses reachable at the host the server listens on. */
function reachable(host: string): readonly string[] {
  if (listensEverywhere(host)) return lanAddresses();
  return host === 'localhost' || isLoopback(host) ? [] : [host];
}

/** A page of its own with its texts in both languages, independent of the game's pages. */
const ARRIVED = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Electronics Street · 电子一条街</title>
<link rel="stylesheet" href="/api/echo.css">
<script src="/api/echo.js" defer></script>
<p><strong>This device reaches the server.</strong> <span lang="zh-Hans">这台设备连得上服务器。</span></p>
<p class="open" hidden><strong>Live connections work too.</strong><br>You can join the class from here.</p>
<p class="open" hidden lang="zh-Hans"><strong>实时连接也正常。</strong><br>上课时用它加入就行。</p>
<p class="closed" hidden><strong>But this network lets no live connection (WebSocket) through.</strong><br>The game cannot be
played here. Try another network, mobile data, or without a VPN or proxy.</p>
<p class="closed" hidden lang="zh-Hans"><strong>但这个网络不允许实时连接（WebSocket）。</strong><br>在这里没法玩。请换一个网络、改用手机流量，或关掉 VPN 和代理再试。</p>
</html>
`;

const LOOKS = 'body{font:1.25rem/1.5 system-ui,sans-serif;margin:15vh auto;max-width:26rem;padding:0 1.5rem}';

/** Opens a WebSocket as the game does, and reports the result here and to the desk. */
const TRIES = `const socket = new WebSocket(location.origin.replace(/^http/, 'ws'));
let told = false;
const say = (how) => {
  if (told) return;
  told = true;
  socket.close();
  for (const each of document.querySelectorAll('.' + how)) each.hidden = false;
  fetch('/api/echo?socket=' + how);
};
setTimeout(() => say('closed'), 4000);
socket.onopen = () => say('open');
socket.onerror = () => say('closed');
`;
