/**
 * The end of a game for its players: their own story once their district is over, and its record without talk once the
 * desk has opened it. Everybody else gets 404.
 */
import { type Request, type Response, Router } from 'express';
import { ownRecordSchema } from '../../shared/protocol/http-schemas.ts';
import { bearerOf } from '../access/instructor-only.ts';
import type { ClassRegistry } from '../classroom/registry.ts';
import { type OwnEnd, ownEnd } from '../classroom/shown/own-end.ts';
import { MEDIA_TYPES } from '../export/files.ts';
import { OwnRecords } from '../export/own-records.ts';
import { OwnStories } from '../export/own-stories.ts';
import { type RecordStore, readRecords } from '../export/source.ts';
import { problem } from '../problem.ts';

export function ownEndsRouter(registry: ClassRegistry, store: RecordStore): Router {
  const router = Router();
  const stories = new OwnStories(store);
  const records = new OwnRecords();

  /** Undefined if the request has been answered with a problem. */
  async function endOf(request: Request<{ id: string }>, response: Response): Promise<OwnEnd | undefined> {
    response.setHeader('Cache-Control', 'no-store');
    const asked = ownRecordSchema.safeParse({ id: request.params.id, token: bearerOf(request) });
    if (!asked.success) {
      problem(response, 'token-malformed');
      return undefined;
    }
    const classroom = await registry.byId(asked.data.id);
    const end = classroom && ownEnd(classroom, asked.data.token);
    if (end === undefined) problem(response, 'not-found');
    return end;
  }

  router.get('/:id/own/story', async (request: Request<{ id: string }>, response: Response) => {
    const end = await endOf(request, response);
    if (end === undefined) return;
    const told = await stories.of(end);
    if (told === undefined) problem(response, 'record-damaged');
    else response.json(told);
  });

  router.get('/:id/own/record', async (request: Request<{ id: string }>, response: Response) => {
    const end = await endOf(request, response);
    if (end === undefined) return;
    const { state } = end.classroom;
    if (!state.debriefOpen) return problem(response, 'not-found');
    const record = await records.of(state, [end.session], () => readRecords(store, state, end.district));
    response.setHeader('Content-Type', MEDIA_TYPES['events.jsonl']);
    response.send(record);
  });

  return router;
}
