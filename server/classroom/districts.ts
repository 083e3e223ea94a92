/** The districts of one class: opened once the class has them on record, and led to where the class is. */
import { given } from '../../shared/engine/given.ts';
import type { Finding } from '../../shared/log/findings.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import type { DistrictOrigin, SessionTools } from '../district/origin.ts';
import { DistrictSession } from '../district/session.ts';
import { DamagedDistrict } from '../district/stream.ts';
import { type InBeat, isHeld } from './beat.ts';
import { type ClassState, holdersIn } from './class-state.ts';
import type { DistrictPlan } from './events.ts';
import { endWaits } from './finale.ts';
import { continueDistrict, foundDistrict, futureFor } from './founding.ts';

const REOPEN_MS = 2_000;

export interface DistrictsOf {
  /** The class as anyone may be shown it. */
  readonly state: () => ClassState;
  readonly changed: () => void;
  /** When the class was last known to be alive: time lost since then is given back. */
  readonly lastAlive: number | undefined;
}

export class Districts {
  readonly #of: DistrictsOf;
  readonly #tools: SessionTools;
  readonly #sessions = new Map<number, DistrictSession>();
  readonly #opening = new Map<number, Promise<void>>();
  /** Those of which nothing can be used. */
  readonly #damaged = new Map<number, Finding>();
  /** Where each district was when the others last heard of it. */
  readonly #beats = new Map<number, string>();
  #closed = false;

  constructor(of: DistrictsOf, tools: SessionTools) {
    this.#of = of;
    this.#tools = tools;
  }

  /** In the order of their numbers. */
  get open(): readonly DistrictSession[] {
    return this.#of.state().districts.flatMap(({ number }) => this.#sessions.get(number) ?? []);
  }

  get count(): number {
    return this.#sessions.size;
  }

  get(number: number): DistrictSession | undefined {
    return this.#sessions.get(number);
  }

  /** Where the record of a district is damaged, if it is. */
  damageOf(number: number): Finding | undefined {
    return this.#sessions.get(number)?.damage ?? this.#damaged.get(number);
  }

  /**
   * Opens every district that is on record and not open yet, and seats people as the class has them. One that cannot be
   * opened does not hold up the others; it is tried again by and by.
   */
  async settle(): Promise<boolean> {
    const { state, changed } = this.#of;
    const outcomes = await Promise.all(state().districts.map((district) => this.#open(district)));
    for (const { number } of state().districts) this.#sessions.get(number)?.reseat(holdersIn(state(), number));
    for (const session of this.open) session.followClass();
    changed();
    const settled = outcomes.every((each) => each);
    if (!settled && !this.#closed) setTimeout(() => this.settle(), REOPEN_MS);
    return settled;
  }

  /** Stops all clocks. What is under way still lands. */
  close(why?: 'ended'): void {
    if (why === undefined) this.#closed = true;
    for (const session of this.#sessions.values()) session.close(why);
  }

  async #open(district: DistrictPlan): Promise<boolean> {
    const opening = this.#opening.get(district.number) ?? this.#newSession(district);
    this.#opening.set(district.number, opening);
    try {
      await opening;
      return true;
    } catch (error) {
      // Asked again, a damaged record would say the same.
      if (error instanceof DamagedDistrict) {
        this.#damaged.set(district.number, error.damage);
        return true;
      }
      this.#opening.delete(district.number);
      this.#tools.log.error({ err: error, districtId: district.id }, 'a district could not be opened');
      return false;
    }
  }

  *#others(number: number): Iterable<InBeat> {
    for (const [other, session] of this.#sessions) {
      if (other === number) continue;
      yield {
        state: session.state,
        out: session.broken,
        // Looked at only where it tells: a class that waits asks each of forty districts about all others.
        get done() {
          return session.done;
        },
      };
    }
  }

  /** A district that goes on, or is done, may be what the others wait for. */
  #keepBeat(number: number, { state, done, broken }: DistrictSession): void {
    if (this.#of.state().opened.pace !== 'together') return;
    const beat = `${state.practice !== undefined} ${state.round} ${state.phase} ${done} ${broken}`;
    if (this.#beats.get(number) === beat) return;
    this.#beats.set(number, beat);
    for (const [other, session] of this.#sessions) if (other !== number) session.followClass();
  }

  /** Homework: what the others do by the record, and until when one may play. */
  #alone(district: DistrictPlan): Pick<DistrictOrigin, 'future' | 'over'> {
    const { opened } = this.#of.state();
    const { homework } = opened;
    if (homework === undefined) return {};
    const over = () => homework.late === 'refuse' && this.#tools.now() > homework.due;
    return { over, future: () => futureFor(this.#tools.store, opened, district) };
  }

  #goesOn(district: DistrictPlan): (() => Promise<DistrictLog>) | undefined {
    const { opened } = this.#of.state();
    if (district.past === undefined) return undefined;
    const at = this.#tools.now();
    const { number: districtNumber, id: districtId, treatment } = district;
    const origin = { districtId, districtNumber, classId: opened.classId, foundedAt: at, at, ...given({ treatment }) };
    const holders = () => holdersIn(this.#of.state(), district.number);
    return () => continueDistrict(this.#tools.store, opened, district, origin, holders());
  }

  async #newSession(district: DistrictPlan): Promise<void> {
    const { state, changed, lastAlive } = this.#of;
    const { opened, phase, replaced } = state();
    const session = await DistrictSession.open(
      {
        districtId: district.id,
        districtNumber: district.number,
        classId: opened.classId,
        foundedAt: this.#tools.now(),
        found: () => foundDistrict(opened, district),
        readOnly: phase === 'ended',
        stage: () => {
          const { stage } = state();
          return stage === 'briefing' || stage === 'practice' ? stage : 'game';
        },
        relaxed: (player) => state().relaxed.has(player),
        firstRound: (player) => state().placements.get(player)?.firstRound,
        holders: () => holdersIn(state(), district.number),
        endWaits: (own) => endWaits(state(), own),
        held: (own) => opened.pace === 'together' && isHeld(own, this.#others(district.number)),
        ...given({
          treatment: district.treatment,
          lastAlive,
          goOn: this.#goesOn(district),
          repairedAt: replaced.findLast((each) => each.district === district.number)?.at,
        }),
        ...this.#alone(district),
      },
      this.#tools,
    );
    if (this.#closed) session.close();
    session.onChange(() => {
      changed();
      this.#keepBeat(district.number, session);
    });
    this.#sessions.set(district.number, session);
  }
}
