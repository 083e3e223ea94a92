/** Who sits where in a district: people take seats over from bots, and latecomers wait for their first round. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { DistrictEvent } from '../../shared/engine/events.ts';
import type { DistrictOrigin, SessionCallbacks } from './origin.ts';

export class Seating {
  readonly #callbacks: SessionCallbacks;
  readonly #firstRound: NonNullable<DistrictOrigin['firstRound']>;

  constructor(callbacks: SessionCallbacks, firstRound: DistrictOrigin['firstRound'] = () => undefined) {
    this.#callbacks = callbacks;
    this.#firstRound = firstRound;
  }

  /** Seats people as the class has them, online or not, and frees all other seats. */
  reseat(holders: ReadonlyMap<Seat, string>): void {
    const { actors, seats } = this.#callbacks.state();
    const moved = actors.filter(({ seat }) => seats[seat]?.player !== holders.get(seat));
    for (const { seat } of moved) {
      if (this.#callbacks.state().seats[seat]?.player !== undefined)
        this.#callbacks.own({ by: 'system', action: { type: 'freeSeat', seat } });
    }
    for (const { seat } of moved) {
      const player = holders.get(seat);
      if (player !== undefined) this.#assign(seat, player);
    }
  }

  /** Seats the person, unless they hold the seat already, be it as a latecomer whose bot plays on. */
  seat(seat: Seat, player: string): void {
    const { phase, seats } = this.#callbacks.state();
    const held = seats[seat];
    if (phase === 'ended') return;
    if (held?.player === player && (held.control === 'human' || this.#beginsLater(player))) return;
    this.#assign(seat, player);
  }

  /** Call once the log can be written again: people may have moved or come meanwhile. */
  catchUp(holders: ReadonlyMap<Seat, string> | undefined, here: readonly (readonly [Seat, string])[]): void {
    if (holders !== undefined) this.reseat(holders);
    for (const [seat, player] of here) {
      if (holders === undefined || holders.get(seat) === player) this.seat(seat, player);
    }
  }

  /** Whether the person is a latecomer whose bot still plays the seat. */
  waits(seat: Seat, player: string): boolean {
    return this.#beginsLater(player) && this.#callbacks.state().seats[seat]?.control === 'bot';
  }

  /** Seats latecomers with the news of their first round. */
  welcome(events: readonly DistrictEvent[]): void {
    for (const event of events) {
      if (event.type !== 'PhaseBegan' || event.phase !== 'news') continue;
      for (const [seat, { control, player }] of this.#callbacks.state().seats.entries()) {
        if (control !== 'bot' || player === undefined) continue;
        if (this.#firstRound(player) === event.round) this.#assign(seat, player);
      }
    }
  }

  #assign(seat: Seat, player: string): void {
    const control = this.#beginsLater(player) ? 'bot' : 'human';
    this.#callbacks.own({ by: 'system', action: { type: 'assignSeat', seat, control, player } });
  }

  #beginsLater(player: string): boolean {
    const { practice, round } = this.#callbacks.state();
    return practice === undefined && round < (this.#firstRound(player) ?? 0);
  }
}
