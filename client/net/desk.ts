/** The instructor's end of the class room: what the desk shows, and what it asks for. */
import { signal } from '@preact/signals';
import type { Room } from 'colyseus.js';
import {
  ALL_REFUSAL_CODES,
  type AnyRefusalCode,
  type DeskAnswer,
  type DeskMessage,
  type DeskRequest,
  type DeskRequestAction,
  WIRE_VERSION,
} from '../../shared/protocol/wire.ts';
import { heard } from '../state/clock.ts';
import { delayMs } from './backoff.ts';
import { stayIn } from './stay.ts';
import { newId } from './token.ts';

export const desk = signal<DeskMessage | undefined>(undefined);
export const deskOnline = signal(false);
export const deskRefusal = signal<AnyRefusalCode | undefined>(undefined);

export interface Desk {
  ask(action: DeskRequestAction): Promise<DeskAnswer>;
  leave(): void;
}

const ATTEMPTS = 8;

export function openDesk(classId: string, key: string): Desk {
  desk.value = undefined;
  deskRefusal.value = undefined;
  let room: Room | undefined;
  const stay = stayIn({
    roomId: classId,
    join: { wire: WIRE_VERSION, key },
    onOpen: (joined) => {
      room = joined;
      deskOnline.value = true;
      joined.onMessage<DeskMessage>('desk', (message) => {
        heard(message.now);
        desk.value = message;
      });
      joined.onMessage('*', () => undefined);
    },
    onLost: () => {
      room = undefined;
      deskOnline.value = false;
    },
    onFailed: (reason) => {
      const code = ALL_REFUSAL_CODES.find((known) => reason.includes(known));
      if (code !== 'key-wrong') return true;
      deskRefusal.value = code;
      return false;
    },
  });

  return {
    ask: async (action) => {
      const request: DeskRequest = { id: newId(), action };
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        try {
          if (room !== undefined)
            return await room.request<DeskRequest, DeskAnswer>('desk', request, { timeout: 8_000 });
        } catch {
          // Asked again below, with the same id, once the room is back.
        }
        await new Promise((resolve) => setTimeout(resolve, delayMs(attempt)));
      }
      return { ok: false, refused: 'store-unavailable' };
    },
    leave: () => stay.leave(),
  };
}
