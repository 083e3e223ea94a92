/** The robots' desk: opens a class, starts it, ends it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenClassAnswer } from '../../shared/protocol/class-http.ts';
import type { DeskAnswer, DeskRequest, DeskRequestAction } from '../../shared/protocol/class-room.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { Line } from './line.ts';

const ANSWER_TIMEOUT_MS = 30_000;
/** A killed server is back long before. */
const DESK_PATIENCE_MS = 60_000;
const AGAIN_MS = 2_000;

export async function openClass(url: string, key: string, request: OpenRequest): Promise<OpenClassAnswer> {
  const response = await fetch(`${url}/api/classes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`The class was not opened: ${await problemOf(response)}`);
  return (await response.json()) as OpenClassAnswer;
}

/** The server's own sentence, if it gave one. */
export async function problemOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return String((JSON.parse(text) as { readonly title?: unknown }).title ?? text);
  } catch {
    return `${response.status} ${text}`;
  }
}

/** Sends one request of the desk on its own connection, repeated under the same id until answered. */
export function sendDeskRequest(
  url: string,
  key: string,
  classId: string,
  action: DeskRequestAction,
): Promise<DeskAnswer> {
  const request: DeskRequest = { id: randomUUID(), action };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      line.hangUp();
      reject(new Error('nobody answers at the desk'));
    }, DESK_PATIENCE_MS);
    const line = new Line({
      url,
      roomId: classId,
      join: { wire: WIRE_VERSION, key },
      onOpen(room) {
        room.request<DeskRequest, DeskAnswer>('desk', request, { timeout: ANSWER_TIMEOUT_MS }).then(
          (answer) => {
            clearTimeout(timer);
            line.hangUp();
            resolve(answer);
          },
          () => room.connection.close(),
        );
      },
      onRefused(reason) {
        clearTimeout(timer);
        reject(new Error(`the desk is closed to robots: ${reason}`));
      },
    });
  });
}

/** Tells the end as soon as possible, since no clock ends the last reveal. */
export async function tellTheEnd(url: string, key: string, classId: string, played: Promise<unknown>): Promise<void> {
  let over = false;
  const ends = () => {
    over = true;
  };
  played.then(ends, ends);
  while (!over) {
    const told = await sendDeskRequest(url, key, classId, { type: 'stepFinale', to: 'figures' });
    if (told.ok) return;
    await pause(AGAIN_MS);
  }
}
