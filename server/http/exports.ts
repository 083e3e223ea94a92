/**
 * What was recorded, for researchers, the debrief and `npm run verify`. Pseudonyms unless `?names=1` is asked for.
 */
import { type Request, type Response, Router } from 'express';
import type { Hall } from '../classroom/hall.ts';
import { exportFile, isExportFile, MEDIA_TYPES } from '../export/files.ts';
import { predictionsOf } from '../export/responses.ts';
import { readSource } from '../export/source.ts';
import type { EventStore } from '../storage/port.ts';
import type { GuessBrake } from './guess-brake.ts';
import { instructorOnly } from './instructor.ts';
import { problem } from './problems.ts';

export function exportsRouter(hall: Hall, store: EventStore, instructorKey: string, brake: GuessBrake): Router {
  const router = Router();

  router.get(
    '/:id/export/:file',
    instructorOnly(instructorKey, brake),
    async (request: Request<{ id: string; file: string }>, response: Response) => {
      const { id, file } = request.params;
      if (!isExportFile(file)) return problem(response, 'not-found');
      const classroom = await hall.byId(id);
      if (classroom === undefined) return problem(response, 'class-unknown');
      const { state } = classroom;
      // Asked for again and again while students predict: needs no district's log.
      const content =
        file === 'predictions.json'
          ? JSON.stringify(predictionsOf(state))
          : await exportFile(await readSource(store, state, request.query.names === '1'), file);
      response.setHeader('Content-Type', MEDIA_TYPES[file]);
      response.setHeader('Content-Disposition', `attachment; filename="${classroom.id}-${file}"`);
      response.setHeader('Cache-Control', 'no-store');
      response.send(typeof content === 'string' ? content : Buffer.from(content));
    },
  );

  return router;
}
