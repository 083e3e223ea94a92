/** What the projector shows: public facts of the class, nothing that is anybody's secret. Names only when wanted. */
import type { ProjectorDistrict, ProjectorMessage } from '../../shared/protocol/class-room.ts';
import { deadlineOf } from '../district/pace.ts';
import type { DistrictSession } from '../district/session.ts';
import type { Classroom } from './classroom.ts';

export function projectorView(classroom: Classroom, now: number): ProjectorMessage {
  const { opened, stage, players, namesShown, reflections, notices } = classroom.state;
  const reflection = reflections.findLast(({ openIn }) => openIn.length > 0);
  const notice = notices.findLast(({ player, districts }) => player === undefined && districts === undefined);
  return {
    now,
    stage,
    code: opened.code,
    scenario: opened.scenario,
    ...(opened.title === undefined ? {} : { title: opened.title }),
    ...(opened.language === undefined ? {} : { language: opened.language }),
    joined: players.length,
    online: players.filter(({ id }) => classroom.isOnline(id)).length,
    ...(namesShown ? { names: players.map(({ name }) => name) } : {}),
    districts: classroom.sessions.map((session, index) => districtTile(session, index + 1)),
    ...(reflection === undefined
      ? {}
      : { reflection: { question: reflection.question, answers: reflection.answers.size } }),
    ...(notice === undefined ? {} : { notice: notice.text }),
  };
}

function districtTile(session: DistrictSession, place: number): ProjectorDistrict {
  const { state } = session;
  const deadline = deadlineOf(state);
  const figure = state.history.at(-1)?.figure.figure;
  const people = state.actors.filter(({ seat }) => state.seats[seat]?.player !== undefined);
  const done = people.filter(({ seat }) =>
    state.phase === 'plan' ? state.plans[seat] !== undefined : state.ready[seat],
  );
  return {
    id: session.id,
    number: session.number ?? place,
    phase: state.phase,
    round: state.round,
    rounds: state.parameters.rounds,
    ...(deadline === undefined ? {} : { deadline }),
    paused: state.clock.pausedWithMs !== undefined,
    ...(state.practice === undefined ? {} : { practice: true }),
    ready: done.length,
    people: people.length,
    ...(figure === undefined ? {} : { figure }),
  };
}
