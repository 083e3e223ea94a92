/** Permanent deletion by the instructor: a class or one of its people, backups in the data folder included. */

import { type Request, type Response, Router } from 'express';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { DeleteClassAnswer, ErasePersonAnswer, Forgotten } from '../../shared/protocol/class-http.ts';
import { instructorOnly } from '../access/instructor-only.ts';
import { problem, refusal } from '../problem.ts';
import type { ClassTools } from './class-tools.ts';
import { countedFor } from './removal.ts';

/** Repeats all erasures in backups; absent if there are none here. */
export type EraseBackups = () => Promise<NonNullable<Forgotten['backups']>>;

export interface ErasingTools extends ClassTools {
  readonly eraseBackups: EraseBackups | undefined;
}

export function erasingRouter({ registry, store, instructorKey, brake, eraseBackups }: ErasingTools): Router {
  const router = Router();
  const instructor = instructorOnly(instructorKey, brake);

  async function forgotten(elsewhere = false): Promise<Forgotten> {
    const backups = await eraseBackups?.();
    const pending = !(await registry.scrub()) || elsewhere;
    return omitUndefined({ pending: pending ? 'erasure-pending' : undefined, backups });
  }

  router.delete('/:id', instructor, async (request: Request<{ id: string }>, response: Response) => {
    const { id } = request.params;
    const removed = await countedFor(store, id, (await registry.onRecord(id))?.state);
    if (!(await registry.deleteClass(id))) return problem(response, 'class-unknown');
    const answer: DeleteClassAnswer = { classId: id, removed, ...(await forgotten()) };
    response.status(statusOf(answer)).json(answer);
  });

  router.delete(
    '/:id/people/:pseudonym',
    instructor,
    async (request: Request<{ id: string; pseudonym: string }>, response: Response) => {
      const { id } = request.params;
      const erased = await registry.erasePerson(id, request.params.pseudonym);
      if ('refused' in erased) return refusal(response, erased);
      const { pseudonym, damaged, elsewhere } = erased;
      const answer: ErasePersonAnswer = {
        classId: id,
        pseudonym,
        ...omitUndefined({ damaged: damaged.length === 0 ? undefined : damaged }),
        ...(await forgotten(elsewhere)),
      };
      response.status(statusOf(answer)).json(answer);
    },
  );

  return router;
}

function statusOf({ pending }: Forgotten): number {
  return pending === undefined ? 200 : 202;
}
