/** The districts of one class: opened once on the class's record, and kept at the class's stage. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { Finding } from '../../../shared/log/findings.ts';
import type { DistrictLog } from '../../../shared/log/jsonl.ts';
import type { DistrictOrigin, SessionTools } from '../../district/origin.ts';
import { DistrictSession } from '../../district/session.ts';
import { DamagedDistrict } from '../../district/stream.ts';
import { type ClassState, holdersIn, isOverdue } from '../state/class-state.ts';
import type { DistrictPlan } from '../state/events.ts';
import { mustWaitForOthers, type PacedDistrict } from './common-pace.ts';
import { endWaits } from './finale.ts';
import { continueDistrict, foundDistrict, futureFor } from './founding.ts';

const REOPEN_MS = 2_000;

export interface DistrictsOf {
  /** The durable class state. */
  readonly state: () => ClassState;
  readonly changed: () => void;
  /** When the class was last known to be alive; time lost since is given back. */
  readonly lastAlive: number | undefined;
}

export class Districts {
  readonly #of: DistrictsOf;
  readonly #tools: SessionTools;
  readonly #sessions = new Map<number, DistrictSession>();
  readonly #opening = new Map<number, Promise<void>>();
  /** Districts whose record is unusable. */
  readonly #damaged = new Map<number, Finding>();
  /** Phase of each district as the others last saw it. */
  readonly #paces = new Map<number, string>();
  #closed = false;

  constructor(of: DistrictsOf, tools: SessionTools) {
    this.#of = of;
    this.#tools = tools;
  }

  /** Sorted by number. */
  get open(): readonly DistrictSession[] {
    return this.#of.state().districts.flatMap(({ number }) => this.#sessions.get(number) ?? []);
  }

  get count(): number {
    return this.#sessions.size;
  }

  get(number: number): DistrictSession | undefined {
    return this.#sessions.get(number);
  }

  /** The damage in a district's record, if any. */
  damageOf(number: number): Finding | undefined {
    return this.#sessions.get(number)?.damage ?? this.#damaged.get(number);
  }

  /**
   * Opens every district on record and seats people as the class has them. A district that fails does not hold up the
   * others; it is retried.
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

  /** Stops all clocks. Appends in flight still finish. */
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
      // Retrying would find the same damage.
      if (error instanceof DamagedDistrict) {
        this.#damaged.set(district.number, error.damage);
        return true;
      }
      this.#opening.delete(district.number);
      this.#tools.log.error({ err: error, districtId: district.id }, 'a district could not be opened');
      return false;
    }
  }

  *#others(number: number): Iterable<PacedDistrict> {
    for (const [other, session] of this.#sessions) {
      if (other === number) continue;
      yield {
        state: session.state,
        out: session.broken,
        // Lazy: a waiting class asks each of forty districts about all others.
        get done() {
          return session.done;
        },
      };
    }
  }

  /** Tells the others when a district moves on or is done, since they may wait for it. */
  #keepPace(number: number, { state, done, broken }: DistrictSession): void {
    if (this.#of.state().opened.pace !== 'together') return;
    const pace = `${state.practice !== undefined} ${state.round} ${state.phase} ${done} ${broken}`;
    if (this.#paces.get(number) === pace) return;
    this.#paces.set(number, pace);
    for (const [other, session] of this.#sessions) if (other !== number) session.followClass();
  }

  /** Homework: the recorded future of the other seats, and the due time. */
  #alone(district: DistrictPlan): Pick<DistrictOrigin, 'future' | 'over'> {
    const { opened } = this.#of.state();
    if (opened.homework === undefined) return {};
    const over = () => isOverdue(opened, this.#tools.now());
    return { over, future: () => futureFor(this.#tools.store, opened, district) };
  }

  #goesOn(district: DistrictPlan): (() => Promise<DistrictLog>) | undefined {
    const { opened } = this.#of.state();
    if (district.past === undefined) return undefined;
    const at = this.#tools.now();
    const { number: districtNumber, id: districtId, treatment } = district;
    const origin = {
      districtId,
      districtNumber,
      classId: opened.classId,
      foundedAt: at,
      at,
      ...omitUndefined({ treatment }),
    };
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
        mustWait: (own) => opened.pace === 'together' && mustWaitForOthers(own, this.#others(district.number)),
        ...omitUndefined({
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
      this.#keepPace(district.number, session);
    });
    this.#sessions.set(district.number, session);
  }
}
