/** A seat of the minimal Colyseus room, over the real SDK. */
import { randomUUID } from 'node:crypto';
import { Client, type Room } from 'colyseus.js';
import { now, planOf } from '../shape.ts';
import { type Seat, Signal } from './seat.ts';

export class ColyseusSeat implements Seat {
  readonly group: string;
  readonly #url: string;
  readonly #view = new Signal<number>();
  #room: Room | undefined;
  viewBytes = 0;

  constructor(url: string, group: string) {
    this.#url = url;
    this.group = group;
  }

  async join(): Promise<void> {
    const room = await new Client(this.#url).joinById(this.group);
    this.#room = room;
    room.onMessage('view', (message) => {
      const at = now();
      this.viewBytes ||= JSON.stringify(message).length;
      this.#view.give(at);
    });
    await this.#view.get();
  }

  sit(): Promise<void> {
    return Promise.resolve();
  }

  ready(): Promise<void> {
    this.#view.reset();
    return Promise.resolve();
  }

  async plan(): Promise<void> {
    await this.#room?.request('plan', planOf(randomUUID()), { timeout: 30_000 });
  }

  revealed(): Promise<number> {
    return this.#view.get();
  }
}
