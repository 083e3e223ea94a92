/** Opening, finding, joining and deleting classes. */

import { type Request, type Response, Router } from 'express';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { ClassInfo, ClassListEntry, JoinClassAnswer, OpenClassAnswer } from '../../shared/protocol/class-http.ts';
import { joinClassSchema, reentrySchema } from '../../shared/protocol/http-schemas.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { tokenSchema } from '../../shared/protocol/schemas.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { instructorOnly } from '../access/instructor-only.ts';
import { normalCode } from '../access/secrets.ts';
import type { Classroom } from '../classroom/classroom.ts';
import { finaleIn, tellsTheEnd } from '../classroom/districts/finale.ts';
import { newLinks } from '../classroom/setup/opening.ts';
import { readPastOf } from '../classroom/setup/play-on.ts';
import { choicesFrom, readRequest } from '../classroom/setup/settings.ts';
import { mirroredPlans } from '../classroom/shown/mirror.ts';
import type { Player } from '../classroom/state/class-state.ts';
import type { ClassOnRecord } from '../classroom/stored/on-record.ts';
import { problem, refusal } from '../problem.ts';
import type { ClassTools } from './class-tools.ts';

type ByCode = Request<{ code: string }>;

export function classesRouter(tools: ClassTools): Router {
  const { registry, instructorKey, brake } = tools;
  const router = Router();
  const instructor = instructorOnly(instructorKey, brake);

  router.post('/', instructor, (request, response) => openClass(tools, request, response));

  router.get('/', instructor, async (_request, response) => {
    const entries = (await registry.listed()).map(entryOf);
    response.json(entries.toSorted((one, other) => other.openedAt - one.openedAt));
  });

  router.get('/:code', async (request: ByCode, response: Response) => {
    const classroom = await found(tools, request, response);
    if (classroom !== undefined) response.json(infoOf(classroom, registry.keptDays));
  });

  router.post('/:code/players', (request: ByCode, response: Response) => join(tools, request, response));
  router.post('/:code/reentry', (request: ByCode, response: Response) => reenter(tools, request, response));

  router.get('/:id/mirrors', instructor, async (request: Request<{ id: string }>, response: Response) => {
    const classroom = await registry.byId(request.params.id);
    if (classroom === undefined) problem(response, 'class-unknown');
    else response.json(mirroredPlans(classroom));
  });

  return router;
}

/** Answers 201 with the codes, or says what is wrong with the request. */
async function openClass(
  { registry, store, brake, now }: ClassTools,
  request: Pick<Request, 'body' | 'ip'>,
  response: Response,
): Promise<void> {
  const asked = readRequest(request.body);
  if ('refused' in asked) return problem(response, asked.refused, asked.detail);
  const { playOn, homework } = asked;
  if (homework !== undefined && homework.due <= now()) return problem(response, 'homework-over', 'homework.due');
  const past = playOn && (await readPastOf(playOn, store, homework !== undefined, (id) => registry.onRecord(id)));
  if (past !== undefined && 'refused' in past) return problem(response, past.refused, past.detail);
  const choices = choicesFrom(asked, past);
  if ('refused' in choices) return problem(response, choices.refused, choices.detail);
  const links = newLinks(choices);
  const classroom = await registry.openClass(choices, 'class', links);
  if (classroom === undefined) return problem(response, 'store-unavailable');
  const answer: OpenClassAnswer = { classId: classroom.id, code: classroom.state.opened.code, ...links };
  brake.told(request.ip ?? '', answer.code);
  response.status(201).json(answer);
}

/**
 * Finds the class of a code; undefined if the request has been answered because there is none. `more`: the request
 * holds another possible guess, so it queues even if the code is known.
 */
async function found(
  { registry, brake }: ClassTools,
  request: ByCode,
  response: Response,
  more = false,
): Promise<Classroom | undefined> {
  const address = request.ip ?? '';
  const code = normalCode(request.params.code);
  if (!(await brake.turn(address, more ? undefined : code))) {
    problem(response, 'too-fast');
    return undefined;
  }
  const classroom = await registry.byCode(code);
  if (classroom === undefined) {
    brake.miss(address);
    problem(response, 'class-unknown');
  } else brake.told(address, code);
  return classroom;
}

async function join(tools: ClassTools, request: ByCode, response: Response): Promise<void> {
  const body = joinClassSchema.safeParse(request.body);
  if (!body.success) return problem(response, 'not-understood');
  const { name, token, invite, research, wire } = body.data;
  if (!tokenSchema.safeParse(token).success) return problem(response, 'token-malformed');
  const classroom = await found(tools, request, response);
  if (classroom === undefined) return;
  const outcome = await classroom.join(name, token, invite, research);
  if (!outcome.ok) return turnedAway(tools, request, response, outcome);
  const place = wire === WIRE_VERSION ? await tools.placeIn(classroom, token) : undefined;
  response.json(omitUndefined({ ...joinAnswer(classroom, outcome.player), place }) satisfies JoinClassAnswer);
}

async function reenter(tools: ClassTools, request: ByCode, response: Response): Promise<void> {
  const body = reentrySchema.safeParse(request.body);
  if (!body.success) return problem(response, 'not-understood');
  const { reentry, token } = body.data;
  if (!tokenSchema.safeParse(token).success) return problem(response, 'token-malformed');
  const classroom = await found(tools, request, response, true);
  if (classroom === undefined) return;
  const outcome = await classroom.reenter(reentry, token);
  if (!outcome.ok) return turnedAway(tools, request, response, outcome);
  response.json(joinAnswer(classroom, outcome.player));
}

/** A wrong code or link counts as a possible guess. */
function turnedAway({ brake }: ClassTools, request: ByCode, response: Response, refused: WireRefusal): void {
  if (refused.refused === 'reentry-wrong' || refused.refused === 'invite-wrong') brake.miss(request.ip ?? '');
  refusal(response, refused);
}

function joinAnswer({ id, state }: Classroom, { id: playerId, name }: Player): JoinClassAnswer {
  return { playerId, name, classId: id, code: state.opened.code };
}

function infoOf({ id, state, sessions }: Classroom, keptDays: number): ClassInfo {
  const { code, scenario, title, language, seatsPerDistrict, research, homework } = state.opened;
  const finale = finaleIn(
    state,
    sessions.map((session) => session.state),
  );
  const told = (finale !== undefined && tellsTheEnd(finale)) || undefined;
  return {
    classId: id,
    code,
    phase: state.phase,
    stage: state.stage,
    scenario,
    joined: state.players.length,
    seatsPerDistrict,
    keptDays,
    ...omitUndefined({ research: research || undefined, homework, title, language, told }),
  };
}

function entryOf({ entry, state, damaged }: ClassOnRecord): ClassListEntry {
  const { id, code, kind, openedAt } = entry;
  const title = state?.opened.title;
  return {
    classId: id,
    code,
    stage: state?.stage ?? 'ended',
    scenario: state?.opened.scenario ?? '',
    joined: state?.players.length ?? 0,
    openedAt,
    ...omitUndefined({ title, dryRun: kind === 'dry-run' || undefined, damaged: damaged || undefined }),
  };
}
