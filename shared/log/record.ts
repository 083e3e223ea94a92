/**
 * What is kept of a district: one header, then one record for each accepted command.
 *
 *     const header = makeHeader(founded, { districtId: 'd1' });
 *     const outcome = decide(state, command);              // events, or a refusal, which is not kept
 *     const next = outcome.reduce(evolve, state);
 *     append(makeRecord(1, state, command, outcome, next, 'id-of-the-command'));
 *
 * Facts are stored and causes kept: a replay folds `events`, a what-if decides `command` again.
 */

import type { Decider, Seat } from '../engine/actors.ts';
import type { Action, Command } from '../engine/commands.ts';
import type { DistrictEvent, DistrictFounded, Lineage } from '../engine/events.ts';
import { stateHash } from '../engine/hash.ts';
import { omitUndefined } from '../engine/omit-undefined.ts';
import type { Phase } from '../engine/parts.ts';
import type { DistrictState } from '../engine/state.ts';
import { headerLink } from './links.ts';

export const LOG_FORMAT = 'electronics-street-log';
/**
 * Raised whenever an older reader could misread a newer file. Version 1 lines have no links and stay readable for ever.
 */
export const LOG_VERSION = 2;
export const LOG_VERSIONS: readonly number[] = [1, LOG_VERSION];

/** Class and district as opaque ids, without names of persons. */
export interface LogOrigin {
  readonly districtId: string;
  /** Number of the district within its class. */
  readonly districtNumber?: number;
  /** Name of its treatment, in a class that compares several. */
  readonly treatment?: string;
  readonly classId?: string;
  /** Milliseconds since the epoch. */
  readonly foundedAt?: number;
  readonly lineage?: Lineage;
}

/** The `DistrictFounded` event's fields, and what a reader must know first. */
export interface LogHeader extends Omit<DistrictFounded, 'type'>, LogOrigin {
  readonly format: typeof LOG_FORMAT;
  readonly version: number;
  /** Hashes and links were recomputed when texts were moved out of the lines. */
  readonly restated?: 1;
  /** From version 2 on; always the last key. */
  readonly link?: string;
}

export interface LogRecord {
  /** 1 for the first record after the header, without gaps. */
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Round and phase in which the command arrived. */
  readonly round: number;
  readonly phase: Phase;
  /** Who acted; absent for the desk and the clock. */
  readonly seat?: Seat;
  readonly by: Decider;
  /** Idempotency key of the sender: commands with the same id are one command. */
  readonly commandId?: string;
  readonly command?: Action;
  readonly events: readonly DistrictEvent[];
  /**
   * Hash of the state after `events`. Present where a round, the practice or the game ends, at an undo, and where a
   * recorded past is continued.
   */
  readonly hash?: string;
  /** From version 2 on; always the last key. */
  readonly link?: string;
}

export function makeHeader(founded: DistrictFounded, origin: LogOrigin): LogHeader {
  const { type: _, ...rest } = founded;
  const header = { format: LOG_FORMAT, version: LOG_VERSION, ...origin, ...rest } as const;
  return { ...header, link: headerLink(header) };
}

/** The founding event, rebuilt from the header. */
export function foundedOf(header: LogHeader): DistrictFounded {
  const { rulesVersion, scenario, seed, parameters, settings, actors, policies, changed, effects } = header;
  const founded = { rulesVersion, scenario, seed, parameters, settings, actors, policies };
  return {
    type: 'DistrictFounded',
    ...founded,
    ...omitUndefined({ changed, effects }),
  };
}

/** `before` and `after`: the states around the command. `linked` adds the link. */
export function makeRecord(
  seq: number,
  before: DistrictState,
  command: Command,
  events: readonly DistrictEvent[],
  after: DistrictState,
  commandId?: string,
): LogRecord {
  const record = withoutHash(seq, before, command, events, commandId);
  return endsRound(events) ? { ...record, hash: stateHash(after) } : record;
}

/** The parts of a record that do not need the state after it. */
export function withoutHash(
  seq: number,
  before: DistrictState,
  command: Command,
  events: readonly DistrictEvent[],
  commandId?: string,
): LogRecord {
  return {
    seq,
    at: command.at,
    round: before.round,
    phase: before.phase,
    ...omitUndefined({ seat: command.seat }),
    by: command.by,
    ...omitUndefined({ commandId }),
    command: command.action,
    events,
  };
}

const HASHED: readonly DistrictEvent['type'][] = [
  'RoundScored',
  'GameEnded',
  'PracticeEnded',
  'AdvanceUndone',
  'DistrictContinued',
];

/** Whether a record with these events carries a hash. */
export function endsRound(events: readonly DistrictEvent[]): boolean {
  return events.some(({ type }) => HASHED.includes(type));
}
