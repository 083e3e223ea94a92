/** A process of load. It holds a number of seats, receives orders over IPC, and keeps its samples. */
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '../shape.ts';
import type { LoadAnswer, LoadOrder } from './orders.ts';
import type { Seat } from './seat.ts';

let received = 0;
let sent = 0;

/** Counts bytes on every WebSocket of this process, before the SDK reads them. */
class CountingWebSocket extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    this.addEventListener('message', ({ data }) => {
      received += typeof data === 'string' ? Buffer.byteLength(data) : (data as ArrayBuffer).byteLength;
    });
  }

  override send(data: Parameters<WebSocket['send']>[0]): void {
    sent += typeof data === 'string' ? Buffer.byteLength(data) : data instanceof Blob ? data.size : data.byteLength;
    super.send(data);
  }
}
globalThis.WebSocket = CountingWebSocket;
console.log = console.warn = console.info = () => undefined;

const { BareSeat } = await import('./bare-seat.ts');
const { ColyseusSeat } = await import('./colyseus-seat.ts');
const { StreetSeat } = await import('./street-seat.ts');

let seats: readonly Seat[] = [];

function make({ kind, url, groups, code }: Extract<LoadOrder, { do: 'make' }>, index: number): Seat {
  if (kind === 'street') return new StreetSeat(url, code);
  const group = groups[index % groups.length] ?? '';
  return kind === 'bare' ? new BareSeat(url, group) : new ColyseusSeat(url, group);
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = now();
  await act();
  return now() - began;
}

async function carryOut(order: LoadOrder): Promise<LoadAnswer> {
  switch (order.do) {
    case 'make':
      seats = Array.from({ length: order.seats }, (_, index) => make(order, index));
      return { samples: [] };
    case 'join':
      return {
        samples: await Promise.all(
          seats.map(async (seat, index) => {
            await sleep((order.rampMs * index) / seats.length);
            return timed(() => seat.join());
          }),
        ),
      };
    case 'sit':
      return { samples: await Promise.all(seats.map((seat) => timed(() => seat.sit()))) };
    case 'ready':
      await Promise.all(seats.map((seat) => seat.ready()));
      return { samples: [] };
    case 'plan':
      return plans(order.spreadMs, order.at);
    case 'idle':
      return { samples: await idle(order) };
    case 'state':
      return {
        samples: [],
        received,
        sent,
        viewBytes: seats.map((seat) => seat.viewBytes),
        groups: seats.map((seat) => seat.group),
      };
  }
}

/** Staggers the pings, since real pages were not opened at one moment. */
async function idle({ forMs, signMs }: Extract<LoadOrder, { do: 'idle' }>): Promise<readonly number[]> {
  const end = now() + forMs;
  if (signMs === undefined) {
    await sleep(forMs);
    return [];
  }
  const answered = await Promise.all(
    seats.map(async (seat, index) => {
      const times: number[] = [];
      await sleep((signMs * index) / seats.length);
      while (now() < end) {
        const asked = now();
        times.push(await timed(async () => await seat.sign?.()));
        await sleep(Math.max(0, asked + signMs - now()));
      }
      return times;
    }),
  );
  return answered.flat();
}

async function plans(spreadMs: number, at: number): Promise<LoadAnswer> {
  await sleep(Math.max(0, at - now()));
  const lastSent = new Map<string, number>();
  const views: { readonly group: string; readonly at: number }[] = [];
  const samples = await Promise.all(
    seats.map(async (seat, index) => {
      await sleep(spreadMs === 0 ? 0 : (spreadMs * ((index * 7919) % seats.length)) / seats.length);
      lastSent.set(seat.group, now());
      const ack = await timed(() => seat.plan());
      views.push({ group: seat.group, at: await seat.revealed() });
      return ack;
    }),
  );
  return { samples, lastSent: [...lastSent], views };
}

process.on('message', async (order: LoadOrder) => {
  try {
    process.send?.(await carryOut(order));
  } catch (error) {
    process.send?.({ samples: [], failed: String(error) } satisfies LoadAnswer);
  }
});
process.send?.({ samples: [] } satisfies LoadAnswer);
