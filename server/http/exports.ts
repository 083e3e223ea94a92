/** Exports for researchers, the debrief and `npm run verify`. Pseudonyms, unless `?names=1`. */

import { type Request, type Response, Router } from 'express';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { exportName } from '../../shared/protocol/export-name.ts';
import { instructorOnly } from '../access/instructor-only.ts';
import { fingerprint } from '../access/secrets.ts';
import { withLaterConsent, withoutWithheld } from '../classroom/people/consent.ts';
import type { ClassState } from '../classroom/state/class-state.ts';
import { type ExportFile, isExportFile, MEDIA_TYPES } from '../export/files.ts';
import { exportInThread } from '../export/in-thread.ts';
import { predictionsOf } from '../export/responses.ts';
import { readRecords } from '../export/source.ts';
import { problem } from '../problem.ts';
import type { ClassTools } from './class-tools.ts';

export function exportsRouter({ registry, store, instructorKey, brake }: ClassTools): Router {
  const router = Router();

  /** Answers on research use in the past classes may have changed since. */
  async function asAgreed(state: ClassState): Promise<ClassState> {
    const { playsOn } = state.opened;
    const past = playsOn?.classId === undefined ? undefined : (await registry.onRecord(playsOn.classId))?.state;
    return past === undefined ? state : withLaterConsent(state, await asAgreed(past));
  }

  async function contentOf(whole: ClassState, file: ExportFile, named: boolean): Promise<string | Uint8Array> {
    const state = await asAgreed(whole);
    // Polled while students predict; needs no district's log.
    if (file === 'predictions.json') return JSON.stringify(predictionsOf(named ? state : withoutWithheld(state)));
    const records = await readRecords(store, state);
    return exportInThread({ file, state, records, named });
  }

  router.get(
    '/:id/export/:file',
    instructorOnly<{ id: string }>(instructorKey, brake, async (bearer, { params }) => {
      const recorded = await registry.onRecord(params.id);
      return recorded?.state?.links.get('assistant') === fingerprint(bearer);
    }),
    async (request: Request<{ id: string; file: string }>, response: Response) => {
      const { id, file } = request.params;
      if (!isExportFile(file)) return problem(response, 'not-found');
      const recorded = await registry.onRecord(id);
      if (recorded === undefined) return problem(response, 'class-unknown');
      const { state } = recorded;
      if (state === undefined) return problem(response, 'record-damaged');
      const named = request.query.names === '1' || file === 'gradebook.csv';
      const content = await contentOf(state, file, named);
      const { title, code } = state.opened;
      const about = { code, openedAt: state.openedAt, ...omitUndefined({ title }) };
      response.attachment(exportName(about, file, named));
      response.setHeader('Content-Type', MEDIA_TYPES[file]);
      response.setHeader('Cache-Control', 'no-store');
      response.send(typeof content === 'string' ? content : Buffer.from(content));
    },
  );

  return router;
}
