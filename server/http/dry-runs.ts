/**
 * Dry runs by robots for the instructor: start, watch, stop. The class's id names the run, so every process knows whom
 * to ask.
 */
import { type Request, type Response, Router } from 'express';
import type { DryRun } from '../../shared/protocol/class-http.ts';
import { dryRunSchema } from '../../shared/protocol/http-schemas.ts';
import type { GuessBrake } from '../access/guess-brake.ts';
import { instructorOnly } from '../access/instructor-only.ts';
import { problem, refusal } from '../problem.ts';
import type { DryRuns } from '../robots/dry-run.ts';
import type { Catalogue } from '../storage/port.ts';

export function dryRunsRouter(
  runs: DryRuns,
  store: Pick<Catalogue, 'classById'>,
  instructorKey: string,
  brake: GuessBrake,
): Router {
  const router = Router();
  router.use(instructorOnly(instructorKey, brake));

  router.post('/', async (request, response) => {
    const body = dryRunSchema.safeParse(request.body ?? {});
    if (!body.success) return problem(response, 'settings-out-of-range');
    const run = await runs.start(body.data.setup, body.data.seats);
    if ('refused' in run) return refusal(response, run);
    response.status(201).json(run);
  });

  router.get('/:classId', async (request: Request<{ classId: string }>, response: Response) => {
    await answer(response, request.params.classId, runs.report(request.params.classId));
  });

  router.delete('/:classId', async (request: Request<{ classId: string }>, response: Response) => {
    await answer(response, request.params.classId, runs.stop(request.params.classId));
  });

  async function answer(response: Response, classId: string, run: DryRun | undefined): Promise<void> {
    if (run !== undefined) response.json(run);
    else problem(response, (await store.classById(classId))?.kind === 'dry-run' ? 'dry-run-gone' : 'not-found');
  }

  return router;
}
