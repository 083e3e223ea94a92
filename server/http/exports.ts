/** What was recorded, for researchers and for `npm run verify`: each district's header and records, one JSON a line. */
import { type Request, type Response, Router } from 'express';
import type { Hall } from '../classroom/hall.ts';
import { districtStream, type EventStore } from '../storage/port.ts';
import { instructorOnly } from './instructor.ts';
import { problem } from './problems.ts';

export function exportsRouter(hall: Hall, store: EventStore, instructorKey: string): Router {
  const router = Router();

  router.get(
    '/:id/export/events.jsonl',
    instructorOnly(instructorKey),
    async (request: Request<{ id: string }>, response: Response) => {
      const classroom = await hall.byId(request.params.id);
      if (classroom === undefined) return problem(response, 'class-unknown');
      response.type('application/jsonl');
      response.setHeader('Content-Disposition', `attachment; filename="${classroom.id}-events.jsonl"`);
      for (const { id } of classroom.state.districts) {
        for (const { line } of await store.read(districtStream(id))) response.write(`${line}\n`);
      }
      response.end();
    },
  );

  return router;
}
