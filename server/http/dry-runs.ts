/** Dry runs by robots, for the instructor: start one, watch it, stop it. */
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type DryRuns, MOST_ROBOTS } from '../robots/dry-run.ts';
import type { GuessBrake } from './guess-brake.ts';
import { instructorOnly } from './instructor.ts';
import { problem, refusal } from './problems.ts';

const requestSchema = z.strictObject({
  seats: z.int().min(1).max(MOST_ROBOTS).optional(),
  setup: z.record(z.string(), z.unknown()).optional(),
});

export function dryRunsRouter(runs: DryRuns, instructorKey: string, brake: GuessBrake): Router {
  const router = Router();
  router.use(instructorOnly(instructorKey, brake));

  router.post('/', async (request, response) => {
    const body = requestSchema.safeParse(request.body ?? {});
    if (!body.success) return problem(response, 'settings-out-of-range');
    const run = await runs.start(body.data.setup, body.data.seats);
    if ('refused' in run) return refusal(response, run);
    response.status(201).json(run);
  });

  router.get('/:id', (request: Request<{ id: string }>, response: Response) => {
    const run = runs.report(request.params.id);
    if (run === undefined) problem(response, 'not-found');
    else response.json(run);
  });

  router.delete('/:id', (request: Request<{ id: string }>, response: Response) => {
    const run = runs.stop(request.params.id);
    if (run === undefined) problem(response, 'not-found');
    else response.json(run);
  });

  return router;
}
