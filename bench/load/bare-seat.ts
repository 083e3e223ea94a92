/** A seat of the bare servers, over the same WebSocket client the SDK uses. */
import { randomUUID } from 'node:crypto';
import { now, planOf } from '../shape.ts';
import { type Seat, Signal } from './seat.ts';

export class BareSeat implements Seat {
  readonly group: string;
  readonly #url: string;
  readonly #view = new Signal<number>();
  readonly #acks = new Map<string, () => void>();
  #socket: WebSocket | undefined;
  viewBytes = 0;

  constructor(url: string, group: string) {
    this.#url = url;
    this.group = group;
  }

  async join(): Promise<void> {
    const socket = new WebSocket(`${this.#url.replace('http', 'ws')}/?group=${this.group}`);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as { readonly ack?: string };
      if (message.ack === undefined) {
        this.viewBytes = String(data).length;
        this.#view.give(now());
      } else {
        this.#acks.get(message.ack)?.();
        this.#acks.delete(message.ack);
      }
    });
    await this.#view.get();
    this.#view.reset();
  }

  sit(): Promise<void> {
    return Promise.resolve();
  }

  ready(): Promise<void> {
    this.#view.reset();
    return Promise.resolve();
  }

  plan(): Promise<void> {
    const id = randomUUID();
    return new Promise((acknowledged) => {
      this.#acks.set(id, acknowledged);
      this.#socket?.send(JSON.stringify(planOf(id)));
    });
  }

  revealed(): Promise<number> {
    return this.#view.get();
  }
}
