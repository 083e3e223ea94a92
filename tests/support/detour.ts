/** A TCP proxy that injects network faults: hold, delay, break, refuse. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Detour {
  readonly port: number;
  /** Silently stops all data in both directions; `flow` releases it. */
  hold(): void;
  flow(): void;
  /** Breaks every connection and, until `flow`, every new one. */
  cut(): void;
  /** Breaks every open connection. */
  breakAll(): void;
  /** Silently drops all data of open connections for good; new connections work. */
  loseAll(): void;
  /** Delays all data by this many milliseconds, in order. */
  delay(ms: number): void;
  dispose(): Promise<void>;
}

export async function detourTo(target: number, host = '127.0.0.1'): Promise<Detour> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'flowing' | 'held' | 'cut' = 'flowing';
  const lost = new Set<Socket>();
  let delayMs = 0;
  const waiting: (() => void)[] = [];

  const pass = (from: Socket, to: Socket) => {
    from.on('data', (chunk) => {
      if (lost.has(from)) return;
      const deliver = () => {
        if (state === 'held') waiting.push(deliver);
        else if (!to.destroyed) to.write(chunk);
      };
      if (delayMs > 0) setTimeout(deliver, delayMs);
      else deliver();
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      if (lost.has(from)) return;
      if (delayMs > 0) setTimeout(() => to.destroy(), delayMs);
      else to.destroy();
    });
  };

  const server = createServer((inner) => {
    if (state === 'cut') {
      inner.destroy();
      return;
    }
    const outer = connect(target, host);
    inner.setNoDelay(true);
    outer.setNoDelay(true);
    const pair = [inner, outer] as const;
    pairs.add(pair);
    inner.on('close', () => {
      if (!lost.has(inner)) pairs.delete(pair);
    });
    pass(inner, outer);
    pass(outer, inner);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));

  const breakAll = () => {
    for (const [inner, outer] of pairs) {
      inner.destroy();
      outer.destroy();
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    hold() {
      state = 'held';
    },
    flow() {
      state = 'flowing';
      for (const deliver of waiting.splice(0)) deliver();
    },
    cut() {
      state = 'cut';
      breakAll();
    },
    breakAll,
    loseAll() {
      for (const socket of [...pairs].flat()) lost.add(socket);
    },
    delay(ms) {
      delayMs = ms;
    },
    async dispose() {
      breakAll();
      await new Promise((closed) => server.close(closed));
    },
  };
}
