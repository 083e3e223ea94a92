/** What is asked about classes over HTTP, beside opening, finding and joining one (`wire.ts`). Problems as there. */
import type { Seat } from '../engine/actors.ts';
import type { Plan } from '../engine/plans.ts';
import type { ClassStage } from './desk.ts';

/** In the answer to POST /api/classes. Secrets are shown this once. */
export interface ClassLinks {
  readonly assistantLink: string;
  readonly projectorLink: string;
  /** In the order of the request. `/?code=…#invite=…` lets in by the label's link; the code does the same by hand. */
  readonly roster?: readonly { readonly label: string; readonly invite: string; readonly reentry: string }[];
}
/**
 * POST /api/classes/:code/reentry: this device takes over the seat the code was issued for; answered like a join. The
 * device that had it before is let go. A label's code works again and again, until the desk issues one in its place.
 */
export interface ReentryRequest {
  readonly reentry: string;
  readonly token: string;
}
/** GET /api/classes (instructor): open classes, whichever process has them, and those of the last day, newest first. */
export interface ClassListEntry {
  readonly classId: string;
  readonly code: string;
  readonly stage: ClassStage;
  readonly scenario: string;
  readonly joined: number;
  readonly openedAt: number;
  readonly title?: string;
  readonly dryRun?: true;
}

/** GET /api/preflight (instructor). */
export interface Preflight {
  readonly now: number;
  readonly wire: number;
  readonly storeHealthy: boolean;
  /** Where others on the network may find the server; the likeliest first. Empty when it listens to this machine only. */
  readonly addresses: readonly string[];
  /** Open it on another device: a page that says it arrived. */
  readonly echoPath: string;
  /** Who did so: distinct addresses, the server's own machine left out. */
  readonly arrivals: readonly { readonly address: string; readonly at: number }[];
}

/** POST /api/dry-runs (instructor). `seats` robots, 12 if not said. Answered by `DryRun`, 201. */
export interface DryRunRequest {
  readonly seats?: number;
  readonly setup?: Record<string, unknown>;
}
export const DRY_RUN_STATES = ['joining', 'playing', 'finished', 'failed', 'stopped'] as const;
/** GET /api/dry-runs/:id; DELETE stops it. */
export interface DryRun {
  readonly id: string;
  readonly classId: string;
  readonly code: string;
  readonly state: (typeof DRY_RUN_STATES)[number];
  readonly seats: number;
  readonly joined: number;
  /** The slowest district's round. */
  readonly round: number;
  readonly rounds: number;
  /** Robots that saw the end; milliseconds they waited, once finished. */
  readonly finished?: number;
  readonly ack?: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
}

/** GET /api/classes/:id/mirrors (instructor): what mirrors planned beside what the seat did, for the debrief. */
export interface MirroredPlan {
  readonly player: string;
  readonly district: number;
  readonly seat: Seat;
  readonly round: number;
  readonly plan: Plan;
  /** What was carried out instead; absent until the round is resolved. */
  readonly played?: { readonly plan: Plan; readonly by: 'human' | 'timeout' | 'bot' };
}
