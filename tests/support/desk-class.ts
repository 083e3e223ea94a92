/** A class with students who have joined by name, each connected to the class room, and a desk. */
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import type { SeatedMessage } from '../../shared/protocol/wire.ts';
import { type Connection, enter } from './class-room.ts';
import { openClass } from './http.ts';
import { enrol, type Student } from './player.ts';
import { KEY } from './server.ts';
import { until } from './waiting.ts';

export interface DeskClass {
  readonly classId: string;
  readonly code: string;
  readonly desk: Connection;
  readonly students: readonly Student[];
  /** Each student's connection to the class room. */
  readonly lines: readonly Connection[];
}

export async function openedWith(
  url: string,
  names: readonly string[],
  request: OpenClassRequest = {},
): Promise<DeskClass> {
  const { classId, code } = await openClass(url, { clockMode: 'desk', seatsPerDistrict: 4, ...request });
  const students: Student[] = [];
  for (const name of names) students.push(await enrol(url, code, name));
  const lines = await Promise.all(students.map(({ token }) => enter(url, classId, { token })));
  const desk = await enter(url, classId, { key: KEY });
  await until('everyone', () => desk.desk()?.players.length === names.length);
  return { classId, code, desk, students, lines };
}

export function seated(line: Connection): Promise<SeatedMessage> {
  return until('a seat', () => line.latest<SeatedMessage>('seated'));
}
