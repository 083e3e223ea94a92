/** What is asked about classes over HTTP. Problems are RFC 9457's. */
import type { PlanDecider, Seat } from '../engine/actors.ts';
import type { Plan } from '../engine/plans.ts';
import type { dryRunSchema, joinClassSchema, practiceSchema, reentrySchema } from './http-schemas.ts';
import type { AnyRefusalCode } from './refusals.ts';
import type { Parsed } from './schemas.ts';
import type { ClassLanguage, Homework } from './setup.ts';
import type { ClassPhase, ClassStage } from './stages.ts';
import type { Place, SeatedMessage } from './wire.ts';

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
export type ReentryRequest = Parsed<typeof reentrySchema>;
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
  /** Its own record is damaged: it can be exported and deleted. */
  readonly damaged?: true;
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
  /** Who did so, and whether a WebSocket could be opened there, once that is known: distinct addresses, the server's own machine left out. */
  readonly arrivals: readonly { readonly address: string; readonly at: number; readonly socket?: boolean }[];
}

/** POST /api/dry-runs (instructor). `seats` robots, 12 if not said. Answered by `DryRun`, 201. */
export type DryRunRequest = Parsed<typeof dryRunSchema>;
/** GET /api/dry-runs/:classId, whichever process plays it; DELETE stops it. `dry-run-gone` once nobody knows how it went. */
export interface DryRun {
  readonly classId: string;
  readonly code: string;
  readonly state: 'joining' | 'playing' | 'finished' | 'failed' | 'stopped';
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
  readonly played?: { readonly plan: Plan; readonly by: PlanDecider };
}

/** The answer to POST /api/classes, which takes an `OpenClassRequest` (`setup.ts`). */
export interface OpenClassAnswer extends ClassLinks {
  readonly classId: string;
  readonly code: string;
}
/** GET /api/classes/:code. */
export interface ClassInfo {
  readonly classId: string;
  readonly code: string;
  readonly phase: ClassPhase;
  readonly scenario: string;
  readonly joined: number;
  readonly title?: string;
  readonly stage?: ClassStage;
  readonly language?: ClassLanguage;
  readonly seatsPerDistrict?: number;
  /** Days after its end until the class is deleted. */
  readonly keptDays?: number;
  /** Everyone is asked whether their part may be used for research. */
  readonly research?: true;
  /** Everyone plays alone, until it is due. */
  readonly homework?: Homework;
  /** Its finale has said what the streets became. */
  readonly told?: true;
}
/** GET /api/classes/:id/links (instructor): how each district's record ends, to be compared with a file's last line. */
export interface ClassEnds {
  readonly classId: string;
  readonly districts: readonly {
    readonly number: number;
    readonly districtId: string;
    readonly records: number;
    readonly link: string;
    readonly state: 'running' | 'ended' | 'stopped';
    /** The lines after these records are damaged. */
    readonly damaged?: true;
  }[];
}
/** POST /api/classes/:id/districts/:number/repair (instructor): it goes on from its last whole record. Safe to repeat. */
export interface RepairAnswer {
  readonly classId: string;
  readonly district: number;
  readonly records: number;
}
/** What was removed. The answer is 202 while somebody still reads it from the store; it goes once they do not. */
export interface Forgotten {
  readonly pending?: 'erasure-pending';
  /** Backups in the data folder, by name: in those it was removed as well, these could not be read. */
  readonly backups?: { readonly erased: readonly string[]; readonly unread: readonly string[] };
}
/**
 * DELETE /api/classes/:id/people/:pseudonym (instructor): name, talk, reflections and answers are gone, everywhere. The
 * district keeps the plans, under an id that means nobody. Safe to repeat.
 */
export interface ErasePersonAnswer extends Forgotten {
  readonly classId: string;
  readonly pseudonym: string;
  /** Older streams in whose damaged lines something may be left. */
  readonly damaged?: readonly string[];
}
/** DELETE /api/classes/:id: what is gone for good. */
export interface DeleteClassAnswer extends Forgotten {
  readonly classId: string;
  readonly removed: {
    /** People, with their names. */
    readonly players: number;
    readonly districts: number;
    /** Stored lines: the class's own and its districts'. */
    readonly records: number;
  };
}
/** POST /api/classes/:code/players. Safe to repeat: the same token is the same player. */
export type JoinClassRequest = Parsed<typeof joinClassSchema>;
export interface JoinClassAnswer {
  /** As the class knows them: the label of a roster's link, the name behind a re-entry code. */
  readonly name?: string;
  readonly playerId: string;
  readonly classId: string;
  readonly code: string;
  /** In the class's room. */
  readonly place?: Place;
}
/** POST /api/practice: a district of one's own, bots in the other seats, no clock. */
export type PracticeRequest = Parsed<typeof practiceSchema>;
/** The class of one is open and its district plays: join the district room at once, no need to wait for `seated`. */
export interface PracticeAnswer extends JoinClassAnswer, SeatedMessage {}
/** RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: AnyRefusalCode | 'not-found' | 'unexpected';
  readonly detail?: string;
}
