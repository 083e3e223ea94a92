/** Whether a class's records are whole: how each ends, and the repair after damage. */

import { type Request, type Response, Router } from 'express';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { districtEnd } from '../../shared/log/log-end.ts';
import type { ClassEnds, RepairAnswer } from '../../shared/protocol/class-http.ts';
import { instructorOnly } from '../access/instructor-only.ts';
import type { ClassState } from '../classroom/state/class-state.ts';
import { readDistrict } from '../district/stream.ts';
import { problem, refusal } from '../problem.ts';
import type { EventLog } from '../storage/port.ts';
import type { ClassTools } from './class-tools.ts';

export function repairRouter({ registry, store, instructorKey, brake }: ClassTools): Router {
  const router = Router();
  const instructor = instructorOnly(instructorKey, brake);

  router.get('/:id/links', instructor, async (request: Request<{ id: string }>, response: Response) => {
    const { id } = request.params;
    const recorded = await registry.onRecord(id);
    if (recorded === undefined) return problem(response, 'class-unknown');
    if (recorded.state === undefined) return problem(response, 'record-damaged');
    response.json({ classId: id, districts: await endsOf(store, recorded.state) } satisfies ClassEnds);
  });

  router.post(
    '/:id/districts/:number/repair',
    instructor,
    async (request: Request<{ id: string; number: string }>, response: Response) => {
      const { id } = request.params;
      const district = Number(request.params.number);
      const repaired = await registry.repairDistrict(id, district);
      if ('refused' in repaired) return refusal(response, repaired);
      response.json({ classId: id, district, records: repaired.records } satisfies RepairAnswer);
    },
  );

  return router;
}

async function endsOf(store: Pick<EventLog, 'read'>, state: ClassState): Promise<ClassEnds['districts']> {
  const ends: ClassEnds['districts'][number][] = [];
  for (const { id, number } of state.districts) {
    // An unreadable district has no end.
    const stored = await readDistrict(store, id).catch(() => undefined);
    if (stored === undefined) continue;
    const damaged = stored.damage !== undefined || undefined;
    ends.push({ number, ...districtEnd(stored.log, state.phase === 'ended'), ...omitUndefined({ damaged }) });
  }
  return ends;
}
