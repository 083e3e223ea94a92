/** Health of the server: is the process alive, can it take students, how is it doing. */
import { type Request, Router } from 'express';
import { isLoopback, plainAddress } from '../access/addresses.ts';
import { bearerOf } from '../access/instructor-only.ts';
import { sameSecret } from '../access/secrets.ts';
import type { Metrics } from '../metrics.ts';
import { problem } from '../problem.ts';
import type { EventLog } from '../storage/port.ts';

/** How long a health answer is cached. */
const FRESH_MS = 250;

const LOCAL_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
/** Headers that show a request came through a proxy. */
const OF_PROXIES = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip', 'via'];

/** Whether a program on this machine asks directly under a local name, without a proxy. */
function isLocal({ socket, rawHeaders, headers, httpVersion }: Request): boolean {
  const names = rawHeaders.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
  const direct = httpVersion === '1.1' && !names.some((name) => OF_PROXIES.includes(name));
  return direct && isLoopback(plainAddress(socket.remoteAddress ?? '')) && LOCAL_NAME.test(headers.host ?? '');
}

export interface HealthOptions {
  readonly store: Pick<EventLog, 'healthy'>;
  readonly metrics: Metrics;
  readonly stopping: () => boolean;
  /** Bearer tokens that open the metrics. */
  readonly metricsTokens: readonly string[];
  /** Whether programs on this machine need no token. */
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
  // A check writes to the store, so the answer is cached for a moment.
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
