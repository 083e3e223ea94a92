/** Gauges of what this process holds, computed on each scrape. */
import { Gauge } from 'prom-client';
import type { ClassRegistry } from '../classroom/registry.ts';
import type { Metrics } from '../metrics.ts';

export function watchClasses({ registry }: Metrics, classes: ClassRegistry): void {
  new Gauge({
    name: 'street_districts',
    help: 'Districts held by this process',
    registers: [registry],
    async collect() {
      this.set((await classes.loadedClasses()).reduce((sum, { sessions }) => sum + sessions.length, 0));
    },
  });
  new Gauge({
    name: 'street_seats_online',
    help: 'Seats with somebody connected',
    registers: [registry],
    async collect() {
      const sessions = (await classes.loadedClasses()).flatMap((classroom) => classroom.sessions);
      this.set(sessions.reduce((sum, { presence }) => sum + presence.players.length, 0));
    },
  });
}
