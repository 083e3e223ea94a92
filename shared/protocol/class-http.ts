/** Requests and answers about classes over HTTP. Problems follow RFC 9457. */
import type { PlanDecider, Seat } from '../engine/actors.ts';
import type { Plan } from '../engine/plans.ts';
import type { dryRunSchema, joinClassSchema, practiceSchema, reentrySchema } from './http-schemas.ts';
import type { AnyRefusalCode } from './refusals.ts';
import type { Parsed } from './schemas.ts';
import type { ClassLanguage, Homework } from './setup.ts';
import type { ClassPhase, ClassStage } from './stages.ts';
import type { Place, SeatedMessage } from './wire.ts';

/** Part of the answer to POST /api/classes. The secrets are shown only here. */
export interface ClassLinks {
  readonly assistantLink: string;
  readonly projectorLink: string;
  /**
   * In the order of the request. `invite` admits by the link `/?code=…#invite=…`, `reentry` by a code typed by hand.
   */
  readonly roster?: readonly { readonly label: string; readonly invite: string; readonly reentry: string }[];
}
/**
 * POST /api/classes/:code/reentry: this device takes over the code's seat; answered like a join. The former device is
 * disconnected. A roster's code works repeatedly, until the desk replaces it.
 */
export type ReentryRequest = Parsed<typeof reentrySchema>;
/** GET /api/classes (instructor): open classes of all processes, and those ended in the last day, newest first. */
export interface ClassListEntry {
  readonly classId: string;
  readonly code: string;
  readonly stage: ClassStage;
  readonly scenario: string;
  readonly joined: number;
  readonly openedAt: number;
  readonly title?: string;
  readonly dryRun?: true;
  /** The class's own record is damaged: it can only be exported and deleted. */
  readonly damaged?: true;
}

/** GET /api/preflight (instructor). */
export interface Preflight {
  readonly now: number;
  readonly wire: number;
  readonly storeHealthy: boolean;
  /** Addresses of the server for others on the network, likeliest first. Empty if it listens to this machine only. */
  readonly addresses: readonly string[];
  /** Path of a page to open on another device, which reports its arrival. */
  readonly echoPath: string;
  /**
   * Distinct addresses that opened it, without the server's own machine; `socket`: whether a WebSocket opened, once
   * known.
   */
  readonly arrivals: readonly { readonly address: string; readonly at: number; readonly socket?: boolean }[];
}

/** POST /api/dry-runs (instructor). `seats`: number of robots, 12 by default. Answered by `DryRun`, 201. */
export type DryRunRequest = Parsed<typeof dryRunSchema>;
/** GET /api/dry-runs/:classId, on any process; DELETE stops it. `dry-run-gone` once its result is forgotten. */
export interface DryRun {
  readonly classId: string;
  readonly code: string;
  readonly state: 'joining' | 'playing' | 'finished' | 'failed' | 'stopped';
  readonly seats: number;
  readonly joined: number;
  /** The slowest district's round. */
  readonly round: number;
  readonly rounds: number;
  /** Number of robots that saw the end, and the milliseconds they waited; once finished. */
  readonly finished?: number;
  readonly ack?: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
}

/** GET /api/classes/:id/mirrors (instructor): plans of mirrors beside those of the seats, for the debrief. */
export interface MirroredPlan {
  readonly player: string;
  readonly district: number;
  readonly seat: Seat;
  readonly round: number;
  readonly plan: Plan;
  /** The plan carried out; absent until the round is resolved. */
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
  /** Days from the class's end to its deletion. */
  readonly keptDays?: number;
  /** Everyone is asked to allow or refuse the use of their part for research. */
  readonly research?: true;
  /** Homework: everyone plays alone until it is due. */
  readonly homework?: Homework;
  /** The finale has revealed the districts' figures. */
  readonly told?: true;
}
/** GET /api/classes/:id/links (instructor): the end of each district's record, to compare with a file's last line. */
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
/**
 * POST /api/classes/:id/districts/:number/repair (instructor): the district goes on from its last whole record.
 * Idempotent.
 */
export interface RepairAnswer {
  readonly classId: string;
  readonly district: number;
  readonly records: number;
}
/** What was removed. The answer is 202 while a reader still holds the data, which is deleted afterwards. */
export interface Forgotten {
  readonly pending?: 'erasure-pending';
  /** Backups in the data folder by name: `erased` there too, or `unread` because they could not be opened. */
  readonly backups?: { readonly erased: readonly string[]; readonly unread: readonly string[] };
}
/**
 * DELETE /api/classes/:id/people/:pseudonym (instructor): deletes name, talk, reflections and answers everywhere. The
 * district keeps the plans under a meaningless id. Idempotent.
 */
export interface ErasePersonAnswer extends Forgotten {
  readonly classId: string;
  readonly pseudonym: string;
  /** Older streams whose damaged lines may still hold data. */
  readonly damaged?: readonly string[];
}
/** DELETE /api/classes/:id: what was deleted for good. */
export interface DeleteClassAnswer extends Forgotten {
  readonly classId: string;
  readonly removed: {
    /** Number of people. */
    readonly players: number;
    readonly districts: number;
    /** Number of stored lines, of the class and its districts. */
    readonly records: number;
  };
}
/** POST /api/classes/:code/players. Idempotent: the same token is the same player. */
export type JoinClassRequest = Parsed<typeof joinClassSchema>;
export interface JoinClassAnswer {
  /** Name on record: the label of a roster's link, or the name behind a re-entry code. */
  readonly name?: string;
  readonly playerId: string;
  readonly classId: string;
  readonly code: string;
  /** A reserved place in the class's room. */
  readonly place?: Place;
}
/** POST /api/practice: a district for one person, bots in the other seats, no clock. */
export type PracticeRequest = Parsed<typeof practiceSchema>;
/** The district already plays: join its room at once, without waiting for `seated`. */
export interface PracticeAnswer extends JoinClassAnswer, SeatedMessage {}
/** RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: AnyRefusalCode | 'not-found' | 'unexpected';
  readonly detail?: string;
}
