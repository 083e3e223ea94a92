/** Finished games for the people who played them, identified by token. Everybody else gets nothing. */
import type { Seat } from '../../../shared/engine/actors.ts';
import type { DistrictSession } from '../../district/session.ts';
import type { Classroom } from '../classroom.ts';

/** A person's seat in a finished game. */
export interface OwnEnd {
  readonly classroom: Classroom;
  readonly session: DistrictSession;
  readonly district: number;
  readonly seat: Seat;
}

export function ownEnd(classroom: Classroom, token: string): OwnEnd | undefined {
  const player = classroom.doors.playerWith(token)?.id;
  const placement = player === undefined ? undefined : classroom.state.placements.get(player);
  if (placement === undefined) return undefined;
  const { district, seat } = placement;
  const session = classroom.session(district);
  return session?.state.phase === 'ended' ? { classroom, session, district, seat } : undefined;
}

/** The district of finished homework. */
export function finishedHomework(classroom: Classroom, token: string): number | undefined {
  return classroom.state.opened.homework === undefined ? undefined : ownEnd(classroom, token)?.district;
}

/** A finished practice. */
export function isFinishedPractice({ state, doors, sessions }: Classroom, token: string): boolean {
  if (state.opened.kind !== 'practice' || doors.playerWith(token) === undefined) return false;
  return sessions.length > 0 && sessions.every((session) => session.state.phase === 'ended');
}
