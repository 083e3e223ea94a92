/** For whoever watches the server: is the process alive, can it take students, and how is it doing. */
import { Router } from 'express';
import type { EventStore } from '../storage/port.ts';
import type { Metrics } from './metrics.ts';

export function healthRouter(store: EventStore, { registry }: Metrics, stopping: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = !stopping() && (await store.healthy());
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}
