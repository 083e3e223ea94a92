/** What a district's session is given: its origin, and its tools. */
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
import type { StallDetector } from './stall-detector.ts';

export interface SessionTools extends LedgerTools {
  readonly store: EventLog;
  /** 1: bots take time like people; 0: they act at once. */
  readonly botPace: number;
  /** Absent: no time is given back after the process stood still. */
  readonly stalls?: StallDetector;
}

export interface DistrictOrigin extends LogOrigin {
  readonly classId: string;
  /** Absent: the game begins at once. */
  readonly stage?: () => DistrictStage;
  /** Called if the district has no log yet. */
  readonly found: () => DistrictFounded;
  /** Recorded future by round; absent: no recorded seats. */
  readonly future?: () => Promise<ReadonlyMap<number, FutureRound>>;
  /** Whether it is too late for people to decide. */
  readonly over?: () => boolean;
  /** Replaces `found` for a district that goes on from a past. */
  readonly goOn?: () => Promise<DistrictLog>;
  /** When the server was last known to be alive; time lost since is given back. */
  readonly lastAlive?: number;
  /** Time of the repair. No clock ran between the last record and then. */
  readonly repairedAt?: number;
  /** Whether a player gets more time in plan phases; absent: nobody does. */
  readonly relaxed?: (player: string) => boolean;
  /** First round of a latecomer; absent: everybody plays at once. */
  readonly firstRound?: (player: string) => number | undefined;
  /** Players by seat in the class; absent: whoever is here keeps their seat. */
  readonly holders?: () => ReadonlyMap<Seat, string>;
  /** Whether a finished phase waits for other districts of the class. */
  readonly mustWait?: (state: DistrictState) => boolean;
  /** Whether only the desk can end the phase, whatever its clock says. */
  readonly endWaits?: (state: DistrictState) => boolean;
  /** The district accepts no command. */
  readonly readOnly?: boolean;
}

/** What the session does by itself, without a client to answer. */
export interface SessionCallbacks {
  /** The state that the next command will meet, perhaps not yet durable. */
  readonly state: () => DistrictState;
  /** Returns whether the command was accepted. */
  readonly own: (command: Omit<Command, 'at'>) => boolean;
}
