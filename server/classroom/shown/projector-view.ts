/** What the projector shows: public facts of the class; names only if the desk shows them. */
import { announcedFigure } from '../../../shared/engine/figures.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { falteredIn } from '../../../shared/engine/phases-and-seats.ts';
import { figureIsPublic } from '../../../shared/engine/public-view.ts';
import { roundsOf } from '../../../shared/engine/queries.ts';
import type { DistrictState } from '../../../shared/engine/state.ts';
import type { ProjectorDistrict, ProjectorView } from '../../../shared/protocol/class-room.ts';
import type { DistrictSession } from '../../district/session.ts';
import { lastPoll } from '../asked/polls.ts';
import type { Classroom } from '../classroom.ts';
import { finaleIn, resultIsKnown } from '../districts/finale.ts';
import { gathered, seatedNames } from './gathered.ts';
import { guessesOf } from './guesses.ts';

export function projectorView(classroom: Classroom): ProjectorView {
  const { opened, stage, players, reflections, notices } = classroom.state;
  const come = gathered(classroom.state);
  const reflection = reflections.findLast(({ openIn }) => openIn.length > 0);
  const districts = classroom.sessions.map((session) => session.state);
  const notice = notices.findLast(({ player, districts }) => player === undefined && districts === undefined);
  return omitUndefined({
    stage,
    code: opened.code,
    scenario: opened.scenario,
    seatsPerDistrict: opened.seatsPerDistrict,
    title: opened.title,
    language: opened.language,
    joined: players.length,
    online: players.filter(({ id }) => classroom.isOnline(id)).length,
    doors: come?.doors,
    names: come?.names,
    districts: classroom.sessions.map((session, index) => ({
      ...districtTile(session, index + 1, stage === 'ended'),
      ...omitUndefined({
        heard: resultIsKnown(classroom.state, session.state) || undefined,
        names: seatedNames(classroom.state, session.number ?? index + 1),
      }),
    })),
    guesses: guessesOf(classroom.state, classroom.sessions),
    finale: finaleIn(classroom.state, districts),
    poll: lastPoll(classroom.state),
    reflection: reflection && { question: reflection.question, answers: reflection.answers.size },
    notice: notice?.text,
  });
}

/** The announced figure while playing; the last reading once the game is over. */
function figureOf(state: DistrictState, over: boolean): Pick<ProjectorDistrict, 'figure' | 'isolated'> {
  const last = state.history.at(-1)?.figure;
  if (over || state.phase === 'ended')
    return omitUndefined({ figure: last?.figure, isolated: last?.isolated || undefined });
  return figureIsPublic(state) ? omitUndefined({ figure: announcedFigure(state.history) }) : {};
}

function districtTile(session: DistrictSession, place: number, over: boolean): ProjectorDistrict {
  const { state } = session;
  // Leaves out people replaced by a bot, for whom nobody waits.
  const deciding = state.actors.filter(({ seat }) => state.seats[seat]?.control === 'human');
  const done = deciding.filter(({ seat }) =>
    state.phase === 'plan' ? state.plans[seat] !== undefined : state.ready[seat],
  );
  return omitUndefined({
    id: session.id,
    number: session.number ?? place,
    phase: over ? 'ended' : state.phase,
    round: state.round,
    rounds: roundsOf(state),
    deadline: session.deadline,
    paused: state.clock.pausedWithMs !== undefined,
    practice: state.practice !== undefined || undefined,
    faltered: state.phase === 'reveal' ? falteredIn(state) : undefined,
    ready: done.length,
    people: deciding.length,
    ...figureOf(state, over),
  });
}
