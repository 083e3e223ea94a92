/** Metrics for Prometheus. Each app has its own registry, so that tests can run several. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { AppendObserver } from './storage/measured.ts';

export interface Metrics {
  readonly registry: Registry;
  /** From the arrival of a seat's message to its durable answer. */
  readonly ack: Histogram;
  /** From the decision that ends a plan phase to the last view of it handed to the network. */
  readonly reveal: Histogram;
  /** Called on every append to the store. */
  readonly appended: AppendObserver;
}

/** From the fastest appends to delays at which people leave, in seconds. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const ack = new Histogram({
    name: 'street_ack_seconds',
    help: "From a seat's message to its durable answer",
    buckets: BUCKETS,
    registers: [registry],
  });
  const reveal = new Histogram({
    name: 'street_reveal_seconds',
    help: 'From the decision that ends a plan phase to the last view of it sent',
    buckets: BUCKETS,
    registers: [registry],
  });
  const append = new Histogram({
    name: 'street_append_seconds',
    help: 'Until an append to the store was durable, or refused',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers: [registry],
  });
  // Kept, because each lookup of a label costs time.
  const stored = append.labels({ outcome: 'stored' });
  const appended: AppendObserver = (seconds, outcome) =>
    outcome === 'stored' ? stored.observe(seconds) : append.observe({ outcome }, seconds);
  return { registry, ack, reveal, appended };
}
