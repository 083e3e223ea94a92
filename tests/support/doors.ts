/** Fake of the SDK's rooms for pages without a server: the test admits people and sends messages. */
import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

export class Room {
  readonly heard = new Map<string, (message: unknown) => void>();
  readonly closed = vi.fn();
  readonly leave = vi.fn();
  readonly request = vi.fn((..._asked: unknown[]): Promise<unknown> => new Promise(() => undefined));
  readonly reconnection = { enabled: true };
  readonly connection = { close: this.closed };
  /** Pings without an answer yet. */
  readonly pings: (() => void)[] = [];
  /** Handle of the room with this name. */
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

  /** Where nothing hears the message the SDK complains on the console. */
  says(type: string, message: unknown): void {
    const hear = this.heard.get(type) ?? this.heard.get('*');
    if (hear === undefined) throw new Error(`nothing hears ${type}`);
    hear(message);
  }

  /** Breaks the connection. */
  drop(code = 1006): void {
    this.#events.emit('leave', code);
  }
}

/** Rooms entered, in order. */
export const rooms: Room[] = [];
/** HTTP requests, and the answers; undefined: never answered. */
export const asked: { path: string; body: unknown }[] = [];
const placeIn = (path: string) => Response.json({ name: path.split('/').at(-1) });
export const door: {
  answers: (path: string) => Response | Promise<Response> | Error | undefined;
  opens: 'at once' | 'never' | 'late';
} = {
  answers: placeIn,
  opens: 'at once',
};
/** Joins waiting for a delayed answer. */
export const late: (() => void)[] = [];

/** Replaces the SDK's client. */
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

/** The room entered last, optionally of this name. */
export function latest(name?: string): Room {
  const room = rooms.findLast(({ place }) => name === undefined || place.name === name);
  if (room === undefined) throw new Error('nobody came in');
  return room;
}

/** Fake time, longest backoff, and a door that admits everybody. */
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

/** Lets this many milliseconds pass, with all that falls due. */
export async function passes(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
