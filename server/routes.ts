/** Which router serves which path, in order of matching. */
import express, { type Application } from 'express';
import { PLAY_ON_BYTES } from '../shared/protocol/setup-choices.ts';
import { instructorOnly } from './access/instructor-only.ts';
import { proxyToHolder } from './cluster/holder.ts';
import type { ClassTools } from './http/class-tools.ts';
import { classesRouter } from './http/classes.ts';
import { dryRunsRouter } from './http/dry-runs.ts';
import { type EraseBackups, erasingRouter } from './http/erasing.ts';
import { exportsRouter } from './http/exports.ts';
import { type HealthOptions, healthRouter } from './http/health.ts';
import { ownEndsRouter } from './http/own-ends.ts';
import { pagesRouter } from './http/pages.ts';
import { practiceRouter } from './http/practice.ts';
import { preflightRouter, type Whereabouts } from './http/preflight.ts';
import { catchAll, jsonOnly } from './http/problems.ts';
import { repairRouter } from './http/repair.ts';
import { neverKept } from './http/security.ts';
import type { Logger } from './logging.ts';
import { problem } from './problem.ts';
import type { DryRuns } from './robots/dry-run.ts';
import type { EventStore } from './storage/port.ts';

/** Allows a name of ten thousand Chinese characters, so that it gets the refusal for names. */
const BODY_LIMIT = '64kb';

interface Routes {
  readonly store: EventStore;
  readonly tools: ClassTools;
  readonly health: Omit<HealthOptions, 'store'>;
  readonly dryRuns: DryRuns;
  readonly log: Logger;
  readonly now: () => number;
  readonly whereabouts: () => Whereabouts;
  /** Folder of the built client. */
  readonly pages: string;
  /** Practices kept per network and hour. */
  readonly practices: number;
  readonly eraseBackups: EraseBackups | undefined;
}

export function mountRoutes(app: Application, routes: Routes): void {
  const { store, tools, dryRuns, log, now, whereabouts, pages, practices, eraseBackups } = routes;
  const { registry, instructorKey, brake } = tools;
  app.use(healthRouter({ ...routes.health, store }));
  app.use('/api', neverKept);
  app.use(['/api/classes', '/api/dry-runs', '/api/practice'], proxyToHolder(store, log, brake));
  // A log to play on from is large, so the key is checked before its body is read.
  app.post('/api/classes', jsonOnly, instructorOnly(instructorKey, brake), express.json({ limit: PLAY_ON_BYTES }));
  app.use('/api', jsonOnly, express.json({ limit: BODY_LIMIT }));
  app.use('/api/classes', classesRouter(tools), exportsRouter(tools), repairRouter(tools));
  app.use('/api/classes', erasingRouter({ ...tools, eraseBackups }), ownEndsRouter(registry, store));
  app.use('/api/practice', practiceRouter(registry, store, now, practices));
  app.use('/api/dry-runs', dryRunsRouter(dryRuns, store, instructorKey, brake));
  app.use('/api', preflightRouter({ store, instructorKey, brake, now, whereabouts }));
  app.use(pagesRouter(pages));
  app.use((_request, response) => problem(response, 'not-found'));
  app.use(catchAll(log, store));
}
