/** The other side of the desk for robots: opens a class of its own, starts it, ends it. */
import { randomUUID } from 'node:crypto';
import { Client } from 'colyseus.js';
import {
  type DeskAnswer,
  type DeskRequest,
  type DeskRequestAction,
  type OpenClassAnswer,
  type OpenClassRequest,
  WIRE_VERSION,
} from '../../shared/protocol/wire.ts';

export async function openClass(url: string, key: string, request: OpenClassRequest): Promise<OpenClassAnswer> {
  const response = await fetch(`${url}/api/classes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`The class was not opened: ${await problemOf(response)}`);
  return (await response.json()) as OpenClassAnswer;
}

/** The server's own sentence, where it has one. */
export async function problemOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return String((JSON.parse(text) as { readonly title?: unknown }).title ?? text);
  } catch {
    return `${response.status} ${text}`;
  }
}

/** One request from the desk, on a connection of its own. */
export async function atTheDesk(
  url: string,
  key: string,
  classId: string,
  action: DeskRequestAction,
): Promise<DeskAnswer> {
  const room = await new Client(url).joinById(classId, { wire: WIRE_VERSION, key });
  room.onMessage('*', () => undefined);
  const request: DeskRequest = { id: randomUUID(), action };
  const answer = await room.request<DeskRequest, DeskAnswer>('desk', request, { timeout: 30_000 });
  await room.leave();
  return answer;
}
