/** A seat of the game itself: the front door, the class room, the district room, with the real SDK. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Client, type Room } from 'colyseus.js';
import type { Plan } from '../../shared/engine/plans.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { JoinClassAnswer } from '../../shared/protocol/class-http.ts';
import { hearViews } from '../../shared/protocol/view-stream.ts';
import { type ActAnswer, type Place, type SeatedMessage, WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { now } from '../shape.ts';
import { type Seat, Signal } from './seat.ts';

export class StreetSeat implements Seat {
  readonly #url: string;
  readonly #code: string;
  readonly #token = randomBytes(32).toString('base64url');
  readonly #seated = new Signal<SeatedMessage>();
  readonly #planning = new Signal<void>();
  readonly #reveal = new Signal<number>();
  readonly #first = new Signal<void>();
  #district: Room | undefined;
  #view: SeatView | undefined;
  group = '';
  viewBytes = 0;

  constructor(url: string, code: string) {
    this.#url = url;
    this.#code = code;
  }

  async join(): Promise<void> {
    const { classId, place } = await again(async () => {
      const response = await fetch(`${this.#url}/api/classes/${this.#code}/players`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: `Load ${this.#token.slice(0, 6)}`, token: this.#token, wire: WIRE_VERSION }),
      });
      if (!response.ok) throw new Error(`turned away: ${await response.text()}`);
      return (await response.json()) as JoinClassAnswer;
    });
    const room = await this.#enter(classId, place);
    room.onMessage<SeatedMessage>('seated', (seated) => this.#seated.give(seated));
    room.onMessage('*', () => undefined);
  }

  /** Enters by the reserved place if there is one, else and later by a request. */
  #enter(roomId: string, place?: Place): Promise<Room> {
    const client = new Client(this.#url);
    let kept = place;
    return again(() => {
      const first = kept;
      kept = undefined;
      if (first !== undefined) return client.consumeSeatReservation(first);
      return client.joinById(roomId, { wire: WIRE_VERSION, token: this.#token });
    });
  }

  async sit(): Promise<void> {
    const { districtId, place } = await this.#seated.get();
    this.group = districtId;
    await this.#takeSeat(place);
    await this.#first.get();
  }

  /** Reconnects after a loss, as every client of the game does. */
  async #takeSeat(place?: Place): Promise<void> {
    const room = await this.#enter(this.group, place);
    hearViews<SeatView>(room, 'view', (message) => {
      const at = now();
      const before = this.#view?.public;
      this.#view = message.view;
      this.#first.give();
      const { phase, round } = message.view.public;
      if (phase === before?.phase && round === before.round) return;
      if (phase === 'plan') this.#planning.give();
      const missed = before?.phase === 'plan' && round > before.round;
      if (phase === 'reveal' || phase === 'ended' || missed) {
        this.viewBytes = JSON.stringify(message).length;
        this.#reveal.give(at);
      }
    });
    room.onMessage('*', () => undefined);
    room.onLeave(() => this.#takeSeat());
    this.#district = room;
  }

  async ready(): Promise<void> {
    await this.#planning.get();
    this.#planning.reset();
    this.#reveal.reset();
  }

  async plan(): Promise<void> {
    const view = this.#view;
    if (view === undefined) throw new Error('no view yet');
    const request = { id: randomUUID(), round: view.public.round, action: { type: 'filePlan', plan: planFor(view) } };
    const answer = await again(
      async () => await this.#district?.request<unknown, ActAnswer>('act', request, { timeout: 30_000 }),
    );
    if (answer?.ok !== true) throw new Error(`refused: ${JSON.stringify(answer)}`);
  }

  sign(): Promise<void> {
    return new Promise((answered) => this.#district?.ping(() => answered()));
  }

  revealed(): Promise<number> {
    return this.#reveal.get();
  }
}

const ATTEMPTS = 10;
const PAUSE_MS = 150;

/** Retries a failed join, as every client of the game does; the wait counts. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((pause) => setTimeout(pause, PAUSE_MS * attempt));
    }
  }
}

/** Wishes for pacts and shares with partners as far as possible, so that rounds have realistic content. */
function planFor(view: SeatView): Plan {
  const { legal, budget } = view;
  const kind = view.public.seats[view.seat]?.kind;
  const [partner] = legal.partners;
  const shares = partner === undefined ? [] : [{ to: partner, points: 1 }];
  const free = legal.pactWishes.filter(({ refused }) => refused === undefined);
  const wish = free[(view.seat + view.public.round) % Math.max(1, free.length)];
  if (kind === 'firm') {
    const deal =
      wish === undefined
        ? ({ kind: 'none' } as const)
        : ({ kind: 'cooperate', wishes: [wish.seat], breaks: [] } as const);
    return { kind: 'firm', trade: 3, research: 3 - shares.length, shares, deal };
  }
  if (kind === 'university') {
    const open = 4 - shares.length;
    return { kind: 'university', publish: 2, outside: 0, shelter: 0, open, shares, wishes: [], breaks: [] };
  }
  const law = Math.min(1, budget);
  return { kind: 'government', command: 0, law, reform: Math.min(1, budget - law), fund: 0, training: 0 };
}
