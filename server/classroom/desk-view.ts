/** What the instructor's desk shows: every person, and every district in one row. */
import type { DeskDistrict, DeskMessage, DeskPlayer } from '../../shared/protocol/wire.ts';
import { deadlineOf } from '../district/pace.ts';
import type { DistrictSession } from '../district/session.ts';
import type { Classroom } from './classroom.ts';

export function deskView(classroom: Classroom, now: number): DeskMessage {
  const { opened, phase, players } = classroom.state;
  return {
    now,
    phase,
    code: opened.code,
    players: players.map((player): DeskPlayer => {
      const placement = classroom.state.placements.get(player.id);
      const place = placement === undefined ? {} : { districtNumber: placement.district, seat: placement.seat };
      return { id: player.id, name: player.name, online: classroom.isOnline(player.id), ...place };
    }),
    districts: classroom.state.districts.flatMap(({ number }) => {
      const session = classroom.session(number);
      return session === undefined ? [] : [districtRow(classroom, session, number)];
    }),
  };
}

function districtRow(classroom: Classroom, session: DistrictSession, number: number): DeskDistrict {
  const { state } = session;
  const deadline = deadlineOf(state);
  const figure = state.history.at(-1)?.figure.figure;
  return {
    id: session.id,
    number,
    phase: state.phase,
    round: state.round,
    rounds: state.parameters.rounds,
    ...(deadline === undefined ? {} : { deadline }),
    paused: state.clock.pausedWithMs !== undefined,
    waitingFor: session.waitingFor().map((seat) => ({ seat, name: classroom.nameAt(number, seat) ?? '' })),
    humans: state.seats.filter(({ control }) => control === 'human').length,
    bots: state.seats.filter(({ control }) => control === 'bot').length,
    ...(figure === undefined ? {} : { figure }),
  };
}
