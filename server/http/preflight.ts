/**
 * Before a class: can this network reach the server? The instructor sees the addresses; whoever opens the echo page from
 * another device sees at once that it works, and the instructor sees that they did.
 */
import { Router } from 'express';
import type { Preflight } from '../../shared/protocol/class-http.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import type { GuessBrake } from '../access/guess-brake.ts';
import { instructorOnly } from '../access/instructor.ts';
import type { EventLog } from '../storage/port.ts';
import { isOwnAddress, lanAddresses } from './addresses.ts';

const ECHO_PATH = '/api/echo';
const KEPT_MS = 60 * 60_000;
const MOST_KEPT = 500;

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
  const arrivals = new Map<string, number>();
  const forgetOld = () => {
    for (const [known, at] of arrivals) if (at < now() - KEPT_MS) arrivals.delete(known);
  };

  router.get('/echo', (request, response) => {
    const address = (request.ip ?? '').replace(/^::ffff:/, '');
    forgetOld();
    if (!isOwnAddress(address) && (arrivals.has(address) || arrivals.size < MOST_KEPT)) arrivals.set(address, now());
    if (request.accepts('json', 'html') === 'html') response.type('html').send(ARRIVED);
    else response.json({ now: now() });
  });

  router.get('/preflight', instructorOnly(instructorKey, brake), async (_request, response) => {
    forgetOld();
    const { port, host } = whereabouts();
    const answer: Preflight = {
      now: now(),
      wire: WIRE_VERSION,
      storeHealthy: await store.healthy(),
      addresses: reachable(host).map((address) => `http://${address}:${port}`),
      echoPath: ECHO_PATH,
      arrivals: [...arrivals].map(([address, at]) => ({ address, at })),
    };
    response.json(answer);
  });

  return router;
}

/** What the server listens on decides who can come at all. */
function reachable(host: string): readonly string[] {
  if (host === '0.0.0.0' || host === '::' || host === '') return lanAddresses();
  return host === 'localhost' || isLoopback(host) ? [] : [host];
}

function isLoopback(host: string): boolean {
  return host === '::1' || host.startsWith('127.');
}

/** Shown before there is any page of the game, so it brings its own few words, in both languages. */
const ARRIVED = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Electronics Street · 电子一条街</title>
<style>body{font:1.25rem/1.5 system-ui,sans-serif;margin:15vh auto;max-width:26rem;padding:0 1.5rem}</style>
<p><strong>This device reaches the server.</strong><br>You can join the class from here.</p>
<p lang="zh-Hans"><strong>这台设备连得上服务器。</strong><br>上课时用它加入就行。</p>
</html>
`;
