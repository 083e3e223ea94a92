/**
 * Public facts of a district that change within a phase, in its room's schema. Views carry most of them too, so a patch
 * goes out only for facts that no view has told, and waits to be merged.
 */

import { isReady } from '../../shared/engine/public-view.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { DistrictSession } from '../district/session.ts';
import type { DistrictRoomSchema } from './room-schemas.ts';

const SOONEST_MS = 2_000;
const LATEST_MS = 6_000;
/** Oldest news of who is ready, as a share of a plan phase with a clock. */
const PART_OF_PHASE = 1 / 20;

/** `inViews`: facts that views carry too. A phase begins unheld. */
interface Facts {
  readonly phase: string;
  readonly inViews: string;
  readonly here: string;
  readonly held: boolean;
  readonly storeAway: boolean;
}

export class LiveFeed {
  readonly #session: DistrictSession;
  readonly #painted: DistrictRoomSchema;
  readonly #send: () => void;
  #timer: NodeJS.Timeout | undefined;
  /** Facts as last sent, by patch or by view; views do not tell who is online. */
  #told: Facts;

  constructor(session: DistrictSession, painted: DistrictRoomSchema, send: () => void) {
    this.#session = session;
    this.#painted = painted;
    this.#send = send;
    this.paint();
    this.#told = this.#facts(session.state);
  }

  /** Call after any change; `seen`: everybody is being sent a view of it. */
  changed(state: DistrictState, seen: boolean): void {
    const { phase, inViews, here, held, storeAway } = this.#facts(state);
    if (seen) {
      this.paint();
      this.#told = { ...this.#told, phase, inViews, held: this.#told.held && phase === this.#told.phase };
    }
    const told = this.#told;
    if (storeAway !== told.storeAway || held !== told.held) this.#tell();
    else if (inViews !== told.inViews || here !== told.here)
      this.#timer ??= setTimeout(() => this.#tell(), paceOf(state));
    else this.stop();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Updates the schema to the present facts, before a patch or a full state. */
  paint(): void {
    const painted = this.#painted;
    const { state, broken, waitsForOthers: held, presence } = this.#session;
    painted.phase = state.phase;
    painted.round = state.round;
    painted.deadline = this.#session.deadline ?? 0;
    painted.paused = state.clock.pausedWithMs !== undefined;
    painted.storeAway = broken;
    painted.held = held;
    for (const [seat, { control }] of state.seats.entries()) {
      const at = painted.seats[seat];
      if (at === undefined) continue;
      at.control = control;
      at.ready = isReady(state, seat);
      at.online = presence.isOnline(seat);
    }
  }

  #tell(): void {
    this.stop();
    this.paint();
    this.#told = this.#facts(this.#session.state);
    this.#send();
  }

  #facts(state: DistrictState): Facts {
    const { broken: storeAway, waitsForOthers: held, presence, deadline = 0 } = this.#session;
    const { round, phase, clock, seats } = state;
    const paused = clock.pausedWithMs !== undefined;
    let inViews = `${round} ${phase} ${deadline} ${paused}`;
    let here = '';
    for (const [seat, { control }] of seats.entries()) {
      inViews += ` ${control} ${isReady(state, seat)}`;
      here += presence.isOnline(seat) ? '1' : '0';
    }
    return { phase: `${round} ${phase}`, inViews, here, held, storeAway };
  }
}

function paceOf({ settings }: DistrictState): number {
  if (settings.clockMode !== 'clock') return SOONEST_MS;
  return Math.min(LATEST_MS, Math.max(SOONEST_MS, settings.planMs * PART_OF_PHASE));
}
