/** The screens of a class: the instructor's desk, which receives patches, and the projector. */
import { Client } from 'colyseus.js';
import type { OpenClassAnswer } from '../shared/protocol/class-http.ts';
import { WIRE_VERSION } from '../shared/protocol/wire.ts';

export interface Screens {
  close(): Promise<void>;
}

export async function openScreens(url: string, key: string, opened: OpenClassAnswer): Promise<Screens> {
  const { classId, projectorLink } = opened;
  const desk = await new Client(url).joinById(classId, { wire: WIRE_VERSION, key });
  const wall = await new Client(url).joinById(classId, { wire: WIRE_VERSION, link: projectorLink });
  for (const room of [desk, wall]) room.onMessage('*', () => undefined);
  return {
    async close() {
      for (const room of [desk, wall]) await room.leave();
    },
  };
}
