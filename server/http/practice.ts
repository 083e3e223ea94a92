/** A practice: no account, no class, no clock. Its record goes to its player once it is over. */
import { type Request, type Response, Router } from 'express';
import type { PracticeAnswer } from '../../shared/protocol/class-http.ts';
import { ownRecordSchema, practiceSchema } from '../../shared/protocol/http-schemas.ts';
import { tokenSchema } from '../../shared/protocol/schemas.ts';
import { bearerOf } from '../access/instructor-only.ts';
import { Practices } from '../access/practices.ts';
import type { ClassRegistry } from '../classroom/registry.ts';
import { finishedHomework, isFinishedPractice } from '../classroom/shown/own-end.ts';
import { type ClassState, districtPlanOf } from '../classroom/state/class-state.ts';
import { MEDIA_TYPES } from '../export/files.ts';
import { OwnRecords } from '../export/own-records.ts';
import { type DistrictRecord, type RecordStore, readRecords } from '../export/source.ts';
import { problem, refusal } from '../problem.ts';
import { readText } from '../storage/port.ts';

/** The player's own district, then the past it played on from, with the same seat. */
async function ownRecords(store: RecordStore, state: ClassState, district: number): Promise<readonly DistrictRecord[]> {
  const own = await readRecords(store, state, district);
  const past = districtPlanOf(state, district)?.past;
  const source = past === undefined ? undefined : state.opened.playsOn?.districts[past];
  if (source === undefined) return own;
  const text = await readText(store, source.stream);
  return [...own, { number: district, id: source.districtId, text, words: [], aside: [] }];
}

type ById = Request<{ id: string }>;

export function practiceRouter(registry: ClassRegistry, store: RecordStore, now: () => number, most: number): Router {
  const router = Router();
  const deserted = async (id: string) => (await registry.byId(id))?.anybodyHere !== true;
  const records = new OwnRecords();
  const practices = new Practices(now, deserted, most);
  router.get('/:id/record', (request: ById, response: Response) =>
    sendRecord({ registry, store, records }, request, response),
  );
  router.post('/', (request: Request, response: Response) => startPractice({ registry, practices }, request, response));
  return router;
}

interface RecordTools {
  readonly registry: ClassRegistry;
  readonly store: RecordStore;
  readonly records: OwnRecords;
}

async function sendRecord(tools: RecordTools, request: ById, response: Response): Promise<void> {
  const { registry, store, records } = tools;
  response.setHeader('Cache-Control', 'no-store');
  const asked = ownRecordSchema.safeParse({ id: request.params.id, token: bearerOf(request) });
  if (!asked.success) return problem(response, 'token-malformed');
  // The same answer for another's game, a running one and none at all.
  const { id, token } = asked.data;
  const classroom = await registry.byId(id);
  const district = classroom && finishedHomework(classroom, token);
  if (classroom === undefined || (district === undefined && !isFinishedPractice(classroom, token)))
    return problem(response, 'not-found');
  const { state, sessions } = classroom;
  const played = district === undefined ? sessions : [classroom.session(district) ?? []].flat();
  const record = await records.of(state, played, () =>
    district === undefined ? readRecords(store, state) : ownRecords(store, state, district),
  );
  response.setHeader('Content-Type', MEDIA_TYPES['events.jsonl']);
  response.send(record);
}

interface PracticeTools {
  readonly registry: ClassRegistry;
  readonly practices: Practices;
}

async function startPractice(tools: PracticeTools, request: Request, response: Response): Promise<void> {
  const { registry, practices } = tools;
  const body = practiceSchema.safeParse(request.body);
  if (!body.success) {
    const seat = body.error.issues.some(({ path }) => path[0] === 'seat');
    return problem(response, seat ? 'no-such-role' : 'not-understood');
  }
  const { token, name, seat, scenario, luckOf } = body.data;
  if (!tokenSchema.safeParse(token).success) return problem(response, 'token-malformed');
  // Read first, since making room may remove this very game.
  const before = luckOf === undefined ? undefined : await registry.byId(luckOf);
  if (luckOf !== undefined && (before === undefined || !isFinishedPractice(before, token)))
    return problem(response, 'not-found');
  const address = request.ip ?? '';
  const room = await practices.room(address);
  if (room === 'full') return problem(response, 'too-fast');
  if (room.goes !== undefined) await registry.deleteClass(room.goes);
  const practice = await registry.practise({ token, name, seat, scenario, seed: before?.state.opened.seed });
  if ('refused' in practice) return refusal(response, practice);
  const { classroom, player, districtId, districtNumber } = practice;
  practices.opened(address, classroom.id);
  const answer: PracticeAnswer = {
    playerId: player,
    classId: classroom.id,
    code: classroom.state.opened.code,
    districtId,
    districtNumber,
    seat: practice.seat,
  };
  response.status(201).json(answer);
}
