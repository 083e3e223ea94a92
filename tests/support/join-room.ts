/** Joins a room by its id, as every connection of the tests does. */
import { Client, ErrorCode, type Room } from 'colyseus.js';
import { type JoinOptions, WIRE_VERSION } from '../../shared/protocol/wire.ts';

/** Asks again, as pages do, if a busy machine did not take the reserved place in time. */
export async function joinRoom(url: string, roomId: string, options: Omit<JoinOptions, 'wire'>): Promise<Room> {
  const client = new Client(url);
  for (;;) {
    try {
      return await client.joinById(roomId, { wire: WIRE_VERSION, ...options });
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== ErrorCode.MATCHMAKE_EXPIRED) throw error;
    }
  }
}
