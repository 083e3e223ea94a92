/** Answers rooms at admission: who somebody is, and where their place in the class is. */
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import type { LinkRole } from '../../../shared/protocol/class-room.ts';
import type { ObservingMessage } from '../../../shared/protocol/class-student.ts';
import type { SeatedMessage } from '../../../shared/protocol/wire.ts';
import type { AdmissionLookup } from '../../access/admission.ts';
import { fingerprint } from '../../access/secrets.ts';
import type { Visitor } from '../../access/visitor.ts';
import type { DistrictSession } from '../../district/session.ts';
import { type ClassState, type Player, placeOf } from '../state/class-state.ts';

export class ClassAdmission implements AdmissionLookup {
  readonly #state: () => ClassState;
  readonly #session: (district: number) => DistrictSession | undefined;

  /** `state`: the durable class state. */
  constructor(state: () => ClassState, session: (district: number) => DistrictSession | undefined) {
    this.#state = state;
    this.#session = session;
  }

  playerWith(token: string): Player | undefined {
    return this.#state().byToken.get(fingerprint(token));
  }

  /** The seat a person holds or mirrors. */
  seatOf(player: string): SeatedMessage | undefined {
    const held = this.#state().placements.get(player);
    const place = placeOf(this.#state(), player);
    const session = place && this.#session(place.district);
    if (place === undefined || session === undefined) return undefined;
    const seat = { districtId: session.id, districtNumber: place.district, seat: place.seat };
    if (held === undefined) return { ...seat, mirror: true };
    const moreTime = this.#state().relaxed.has(player) || undefined;
    return { ...seat, ...omitUndefined({ moreTime, firstRound: held.firstRound }) };
  }

  /** The district a person watches. */
  watchedBy(player: string): ObservingMessage | undefined {
    const number = this.#state().observers.get(player);
    const session = number === undefined ? undefined : this.#session(number);
    return number === undefined || session === undefined
      ? undefined
      : { districtId: session.id, districtNumber: number };
  }

  /** Whether the visitor's secret is still valid. */
  stillAdmits(visitor: Visitor): boolean {
    if (visitor.role === 'player') return this.#state().byToken.get(visitor.tokenHash)?.id === visitor.player;
    return visitor.link === undefined || [...this.#state().links.values()].includes(visitor.link);
  }

  /** The role of a secret link; undefined if the link is not this class's. */
  linkRole(link: string): { readonly role: LinkRole; readonly hash: string } | undefined {
    const hash = fingerprint(link);
    const found = [...this.#state().links].find(([, known]) => known === hash);
    return found === undefined ? undefined : { role: found[0], hash };
  }

  hasRemoved(token: string): boolean {
    return this.#state().removedTokens.has(fingerprint(token));
  }
}
