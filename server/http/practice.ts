/** A district of one's own: no account, no class, no clock. */
import { type Request, type Response, Router } from 'express';
import type { PracticeAnswer } from '../../shared/protocol/class-http.ts';
import { practiceSchema } from '../../shared/protocol/http-schemas.ts';
import { tokenSchema } from '../../shared/protocol/schemas.ts';
import { Practices } from '../access/practices.ts';
import type { Hall } from '../classroom/hall.ts';
import { problem, refusal } from '../problem.ts';

export function practiceRouter(hall: Hall, now: () => number, most: number): Router {
  const router = Router();
  const deserted = async (id: string) => (await hall.byId(id))?.anybodyHere !== true;
  const practices = new Practices(now, deserted, most);

  router.post('/', async (request: Request, response: Response) => {
    const body = practiceSchema.safeParse(request.body);
    if (!body.success) {
      const seat = body.error.issues.some(({ path }) => path[0] === 'seat');
      return problem(response, seat ? 'no-such-role' : 'not-understood');
    }
    const { token, name, seat, scenario } = body.data;
    if (!tokenSchema.safeParse(token).success) return problem(response, 'token-malformed');
    const address = request.ip ?? '';
    const room = await practices.room(address);
    if (room === 'full') return problem(response, 'too-fast');
    if (room.goes !== undefined) await hall.deleteClass(room.goes);
    const practice = await hall.practise({ token, name, seat, scenario });
    if ('refused' in practice) return refusal(response, practice);
    practices.opened(address, practice.classroom.id);
    const { classroom, player, districtId, districtNumber } = practice;
    const { code } = classroom.state.opened;
    const answer: PracticeAnswer = {
      playerId: player,
      classId: classroom.id,
      code,
      districtId,
      districtNumber,
      seat: practice.seat,
    };
    response.status(201).json(answer);
  });

  return router;
}
