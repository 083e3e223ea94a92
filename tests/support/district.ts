/** A running class with a student in each of the first seats, the usual start of a test. */
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { openClass } from './http.ts';
import { type Desk, enrol, openTab, type Student, seatOf, sitAtDesk, type Tab } from './player.ts';
import { until } from './waiting.ts';

export interface Table {
  readonly classId: string;
  readonly code: string;
  readonly districtId: string;
  readonly desk: Desk;
  readonly students: readonly Student[];
  /** One tab per student, in the order of `students`. */
  readonly tabs: readonly Tab[];
}

/** By default with the `desk` clock, so that only the test moves it. */
export async function playing(url: string, names: readonly string[], request: OpenClassRequest = {}): Promise<Table> {
  const { classId, code } = await openClass(url, { clockMode: 'desk', ...request });
  const students: Student[] = [];
  for (const name of names) students.push(await enrol(url, code, name));
  const desk = await sitAtDesk(url, classId);
  const started = await desk.ask({ type: 'startClass' });
  if (!started.ok) throw new Error(`the class did not start: ${started.refused}`);
  const seats = await Promise.all(students.map((student) => seatOf(url, student)));
  const tabs = await Promise.all(
    students.map((student, index) => openTab(url, seats[index]?.districtId ?? '', student.token)),
  );
  return { classId, code, districtId: seats[0]?.districtId ?? '', desk, students, tabs };
}

export async function advanceTo(table: Table, phase: string): Promise<void> {
  for (let step = 0; step < 4 && table.tabs[0]?.view()?.public.phase !== phase; step += 1) {
    const before = table.tabs[0]?.view()?.public.phase;
    await table.desk.ask({ type: 'advance' });
    await until('the next phase', () => table.tabs[0]?.view()?.public.phase !== before);
  }
  await until(`${phase} everywhere`, () => table.tabs.every((tab) => tab.view()?.public.phase === phase));
}

export function nth<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no number ${index}`);
  return item;
}
