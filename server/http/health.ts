/** For whoever watches the server: is the process alive, can it take students, and how is it doing. */
import { type Request, Router } from 'express';
import { bearerOf } from '../access/instructor.ts';
import { sameSecret } from '../access/secrets.ts';
import type { Metrics } from '../metrics.ts';
import { problem } from '../problem.ts';
import type { EventLog } from '../storage/port.ts';

/** How long an answer about the store stays true. */
const FRESH_MS = 250;

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

const LOCAL_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
/** One of these is there where a proxy handed the request on. */
const OF_PROXIES = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip', 'via'];

/** Programs on the machine itself, which ask by a name of its own. What came through a proxy did not. */
function isLocal({ socket, rawHeaders, headers, httpVersion }: Request): boolean {
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
  const direct = httpVersion === '1.1' && !names.some((name) => OF_PROXIES.includes(name));
  return direct && LOOPBACK.includes(socket.remoteAddress ?? '') && LOCAL_NAME.test(headers.host ?? '');
}

export interface HealthOptions {
  readonly store: Pick<EventLog, 'healthy'>;
  readonly metrics: Metrics;
  readonly stopping: () => boolean;
  /** Opens the numbers: any of these as a bearer token. */
  readonly metricsTokens: readonly string[];
  /** Whether programs on the machine itself need none. */
  readonly metricsOpenHere: boolean;
}

export function healthRouter({
  store,
  metrics: { registry },
  stopping,
  metricsTokens,
  metricsOpenHere,
}: HealthOptions): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  // Whoever asks makes the store write; however many ask, it writes a few times a second.
  let asked = { until: 0, answer: Promise.resolve(false) };
  const healthy = (): Promise<boolean> => {
    const now = performance.now();
    if (now > asked.until) asked = { until: now + FRESH_MS, answer: store.healthy() };
    return asked.answer;
  };
  router.get('/readyz', async (_request, response) => {
    const ready = !stopping() && (await healthy());
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  router.get('/metrics', async (request, response) => {
    const given = bearerOf(request);
    if (!(metricsOpenHere && isLocal(request)) && !metricsTokens.some((token) => sameSecret(given, token))) {
      problem(response, 'key-wrong');
      return;
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
