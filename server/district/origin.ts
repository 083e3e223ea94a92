/** What the session of a district is given: where the district comes from, and what it works with. */
import type { Seat } from '../../shared/engine/actors.ts';
import type { Command } from '../../shared/engine/commands.ts';
import type { DistrictFounded } from '../../shared/engine/events.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { FutureRound } from '../../shared/log/future.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import type { LogOrigin } from '../../shared/log/record.ts';
import type { LedgerTools } from '../aggregate/ledger.ts';
import type { EventLog } from '../storage/port.ts';
import type { DistrictStage } from './pace.ts';
import type { Stalls } from './stalls.ts';

export interface SessionTools extends LedgerTools {
  readonly store: EventLog;
  /** 1: bots take their time like people; 0: at once. */
  readonly botPace: number;
  /** Without it no time is given back for a process that stood still. */
  readonly stalls?: Stalls;
}

export interface DistrictOrigin extends LogOrigin {
  readonly classId: string;
  /** Without it the game begins at once. */
  readonly stage?: () => DistrictStage;
  /** Called when the district has no log yet. */
  readonly found: () => DistrictFounded;
  /** What recorded seats go on with, by round; without it there are none. */
  readonly future?: () => Promise<ReadonlyMap<number, FutureRound>>;
  /** Whether it is too late for people to decide anything. */
  readonly over?: () => boolean;
  /** Instead of `found`, where it goes on from a past. */
  readonly goOn?: () => Promise<DistrictLog>;
  /** When the server was last known to be alive: time lost since then is given back. */
  readonly lastAlive?: number;
  /** When it was repaired: nothing ran there from its last record until then. */
  readonly repairedAt?: number;
  /** Whom a plan phase gives more time; without it nobody. */
  readonly relaxed?: (player: string) => boolean;
  /** From which round on a latecomer plays; without it everybody does at once. */
  readonly firstRound?: (player: string) => number | undefined;
  /** Who sits where, as the class has it; without it whoever is here keeps their seat. */
  readonly holders?: () => ReadonlyMap<Seat, string>;
  /** Whether a phase that is over by itself still waits for other districts of the class. */
  readonly held?: (state: DistrictState) => boolean;
  /** Whether the phase ends by the desk's word alone, whatever its clock says. */
  readonly endWaits?: (state: DistrictState) => boolean;
  /** To be looked at only: nothing happens there any more. */
  readonly readOnly?: boolean;
}

/** What the session does by itself, with nobody to answer to. */
export interface OwnHands {
  /** The state that the next command will meet: decided, perhaps not yet durable. */
  readonly state: () => DistrictState;
  /** Tells whether the command was accepted. */
  readonly own: (command: Omit<Command, 'at'>) => boolean;
}
