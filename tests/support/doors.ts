/** Rooms as the SDK hands them to a page, without a server: a test says who is let in, and what is said inside. */
import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

export class Room {
  readonly heard = new Map<string, (message: unknown) => void>();
  readonly closed = vi.fn();
  readonly leave = vi.fn();
  readonly request = vi.fn((..._asked: unknown[]): Promise<unknown> => new Promise(() => undefined));
  readonly reconnection = { enabled: true };
  readonly connection = { close: this.closed };
  /** Questions for a sign of life that are not answered yet. */
  readonly pings: (() => void)[] = [];
  /** Of the room that is called so. */
  readonly place: { readonly name: string };
  readonly #events = new EventEmitter();
  readonly onLeave = { once: (left: (code: number) => void) => this.#events.once('leave', left) };

  constructor(place: { readonly name: string }) {
    this.place = place;
  }

  ping(answered: () => void): void {
    this.pings.push(answered);
  }

  onMessage(type: string, hear: (message: unknown) => void): void {
    this.heard.set(type, hear);
  }

  onStateChange(hear: (state: unknown) => void): void {
    this.heard.set('state', hear);
  }

  says(type: string, message: unknown): void {
    this.heard.get(type)?.(message);
  }

  /** The connection is gone. */
  drop(code = 1006): void {
    this.#events.emit('leave', code);
  }
}

/** Who came in, in order. */
export const rooms: Room[] = [];
/** What is asked over HTTP, and what the door answers; undefined: never. */
export const asked: { path: string; body: unknown }[] = [];
const placeIn = (path: string) => Response.json({ name: path.split('/').at(-1) });
export const door: {
  answers: (path: string) => Response | Promise<Response> | Error | undefined;
  opens: 'at once' | 'never' | 'late';
} = {
  answers: placeIn,
  opens: 'at once',
};
/** Who waits inside of a door that opens late. */
export const late: (() => void)[] = [];

/** In place of the SDK’s client. */
export class Client {
  consumeSeatReservation(place: { readonly name: string }): Promise<Room> {
    const room = new Room(place);
    const entered = () => {
      rooms.push(room);
      return room;
    };
    if (door.opens === 'never') return new Promise(() => undefined);
    if (door.opens === 'late') return new Promise((enter) => late.push(() => enter(entered())));
    return Promise.resolve(entered());
  }
}

/** The room that was entered last; of all, or of those of this name. */
export function latest(name?: string): Room {
  const room = rooms.findLast(({ place }) => name === undefined || place.name === name);
  if (room === undefined) throw new Error('nobody came in');
  return room;
}

/** A clock that is held, waits that are as long as they can be, and a door that lets everybody in. */
export function beforeTheDoor(): void {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  vi.spyOn(Math, 'random').mockReturnValue(1);
  vi.stubGlobal('location', { origin: 'http://street.example' });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('window', Object.assign(new EventTarget(), { matchMedia: () => ({ matches: false }) }));
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const path = url.replace('http://street.example', '');
    asked.push({ path, body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined });
    const answer = door.answers(path);
    if (answer === undefined) return new Promise(() => undefined);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer).then((said) => said.clone());
  });
  rooms.length = 0;
  asked.length = 0;
  late.length = 0;
  door.answers = placeIn;
  door.opens = 'at once';
}

export function afterTheDoor(): void {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

/** So many milliseconds go by, with all that falls due. */
export async function passes(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
