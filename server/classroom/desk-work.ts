/**
 * What the desk asks for, carried out. Whatever changes the class is one record together with the note that the desk
 * did it; what changes districts goes to their own logs under the same id first, so that a repeated request finds it
 * done there.
 */
import type { DeskAction } from '../../shared/engine/commands.ts';
import type { DeskAnswer, DeskDone, DeskRequestAction, Where } from '../../shared/protocol/class-room.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { fingerprint, newId, newLink, newReentryCode } from '../access/secrets.ts';
import type { DistrictSession } from '../district/session.ts';
import type { AppendOutcome } from '../storage/port.ts';
import type { ClassState } from './class-state.ts';
import type { ClassEvent, DeskRole, Placement } from './events.ts';
import { cleanText } from './text.ts';

const REENTRY_LASTS_MS = 10 * 60_000;

/** A class, as far as the desk needs it. */
export interface DeskHands {
  /** Decided, perhaps not yet durable: what the next decision must reckon with. */
  readonly ahead: ClassState;
  now(): number;
  session(district: number): DistrictSession | undefined;
  record(events: readonly ClassEvent[]): Promise<AppendOutcome>;
  /** Brings the class to a stage; seats everyone first where nobody sits. */
  begin(stage: 'briefing' | 'practice' | 'game', note: ClassEvent): Promise<DeskAnswer>;
  end(note: ClassEvent): Promise<DeskAnswer>;
  /** Districts follow the class's seats. */
  settle(): Promise<boolean>;
}

type Of<Type extends DeskRequestAction['type']> = Extract<DeskRequestAction, { type: Type }>;
type DistrictAction = Of<'advance' | 'closeRound' | 'pause' | 'resume' | 'extend' | 'undo'>;
type Refused = { readonly ok: false } & WireRefusal;

const STORE_UNAVAILABLE: Refused = { ok: false, refused: 'store-unavailable' };

export class DeskWork {
  readonly #hands: DeskHands;
  readonly #id: string;
  readonly #by: DeskRole;
  readonly #action: DeskRequestAction;

  constructor(hands: DeskHands, id: string, by: DeskRole, action: DeskRequestAction) {
    this.#hands = hands;
    this.#id = id;
    this.#by = by;
    this.#action = action;
  }

  async answer(): Promise<DeskAnswer> {
    const action = this.#action;
    const { acts, phase, stage } = this.#hands.ahead;
    const known = acts.get(this.#id);
    if (known !== undefined) return known.done === undefined ? { ok: true } : { ok: true, done: known.done };
    if (phase === 'ended') return action.type === 'endClass' ? { ok: true } : refused('class-ended');
    switch (action.type) {
      case 'seatClass':
        if (stage === 'gathering') return this.#hands.begin('briefing', this.#note());
        return stage === 'briefing' ? { ok: true } : refused('already-seated');
      case 'startPractice':
        if (stage === 'game') return refused('wrong-phase');
        return stage === 'practice' ? { ok: true } : this.#hands.begin('practice', this.#note());
      case 'startClass':
        return stage === 'game' ? { ok: true } : this.#hands.begin('game', this.#note());
      case 'endClass':
        return this.#hands.end(this.#note());
      case 'advance':
      case 'closeRound':
      case 'pause':
      case 'resume':
      case 'extend':
      case 'undo':
        return this.#inDistricts(action);
      case 'freeze':
        return this.#freeze(action);
      case 'thaw':
        return this.#thaw(action);
      case 'message':
        return this.#message(action);
      case 'move':
        return this.#move(action);
      case 'handToBot':
        return this.#hand(action.player, 'bot');
      case 'handBack':
        return this.#hand(action.player, 'human');
      case 'relax':
        return this.#relax(action);
      case 'remove':
        return this.#remove(action.player);
      case 'issueReentry':
        return this.#issueReentry(action.player);
      case 'issueLink':
        return this.#issueLink(action);
      case 'assignTreatment':
        return this.#assignTreatment(action);
      case 'showNames':
        return this.#keep([{ type: 'NamesShown', on: action.on }]);
    }
  }

  /** What goes on record of the request. */
  #note(done?: DeskDone): ClassEvent {
    const note = {
      type: 'DeskActed',
      id: this.#id,
      at: this.#hands.now(),
      by: this.#by,
      action: this.#action,
    } as const;
    return done === undefined ? note : { ...note, done };
  }

  async #keep(events: readonly ClassEvent[], done?: DeskDone): Promise<DeskAnswer> {
    if ((await this.#hands.record([...events, this.#note(done)])) !== 'stored') return STORE_UNAVAILABLE;
    return done === undefined ? { ok: true } : { ok: true, done };
  }

  /** Numbers of the districts meant; a refusal where there is no such district, or none at all yet. */
  #meant({ district, districts }: Where): readonly number[] | Refused {
    const { ahead } = this.#hands;
    const there = ahead.districts.map(({ number }) => number);
    if (there.length === 0) return refused('class-not-started');
    const meant = districts ?? (district === undefined ? there : [district]);
    return meant.every((number) => there.includes(number)) ? [...new Set(meant)] : refused('no-such-district');
  }

  async #each(
    numbers: readonly number[],
    ask: (session: DistrictSession) => Promise<DeskAnswer>,
  ): Promise<NonNullable<DeskDone['districts']>> {
    return Promise.all(
      numbers.map(async (district) => {
        const session = this.#hands.session(district);
        const answer = session === undefined ? STORE_UNAVAILABLE : await ask(session);
        if (answer.ok) return { district, ok: true };
        const { refused: why, about } = answer;
        return { district, ok: false, refused: why, ...(about === undefined ? {} : { about }) };
      }),
    );
  }

  /** For several districts at once, one that is already where it should be is no reason to refuse. */
  async #inDistricts(action: DistrictAction): Promise<DeskAnswer> {
    const numbers = this.#meant(action);
    if ('ok' in numbers) return numbers;
    const districts = await this.#each(numbers, (session) =>
      action.type === 'undo' ? session.undo(this.#id) : session.desk(toDeskAction(action), this.#id),
    );
    const none = districts.every(({ ok }) => !ok) ? districts[0] : undefined;
    if (none?.refused !== undefined) {
      const { refused: why, about } = none;
      return { ok: false, refused: why, ...(about === undefined ? {} : { about }) };
    }
    return this.#keep([], { districts });
  }

  async #freeze(action: Of<'freeze'>): Promise<DeskAnswer> {
    const question = cleanText(action.question);
    if (typeof question !== 'string') return { ok: false, ...question };
    const numbers = this.#meant(action);
    if ('ok' in numbers) return numbers;
    const frozen = this.#hands.ahead.reflections.flatMap(({ openIn }) => openIn);
    const meant = numbers.filter((number) => !frozen.includes(number));
    if (meant.length === 0) return refused('paused');
    const paused = await this.#each(meant, (session) => session.desk({ type: 'pauseClock' }, this.#id));
    const stopped = paused.filter(({ ok }) => ok).map(({ district }) => district);
    return this.#keep([{ type: 'ReflectionOpened', id: newId('r'), question, districts: meant, paused: stopped }], {
      districts: meant.map((district) => ({ district, ok: true })),
    });
  }

  async #thaw(action: Of<'thaw'>): Promise<DeskAnswer> {
    const numbers = this.#meant(action);
    if ('ok' in numbers) return numbers;
    const thawed = this.#hands.ahead.reflections
      .map(({ id, paused, openIn }) => ({ id, paused, districts: openIn.filter((each) => numbers.includes(each)) }))
      .filter(({ districts }) => districts.length > 0);
    if (thawed.length === 0) return refused('not-frozen');
    const stopped = thawed.flatMap(({ paused, districts }) => districts.filter((each) => paused.includes(each)));
    const districts = await this.#each(stopped, (session) => session.desk({ type: 'resumeClock' }, this.#id));
    return this.#keep(
      thawed.map(({ id, districts: closed }) => ({ type: 'ReflectionClosed', id, districts: closed }) as const),
      { districts },
    );
  }

  async #message(action: Of<'message'>): Promise<DeskAnswer> {
    const text = cleanText(action.text);
    if (typeof text !== 'string') return { ok: false, ...text };
    const notice = { type: 'MessageSent', id: newId('m'), text, at: this.#hands.now() } as const;
    const { player } = action;
    if (player !== undefined) {
      return this.#isHere(player) ? this.#keep([{ ...notice, player }]) : refused('no-such-player');
    }
    if (action.district === undefined && action.districts === undefined) return this.#keep([notice]);
    const districts = this.#meant(action);
    return 'ok' in districts ? districts : this.#keep([{ ...notice, districts }]);
  }

  async #move({ player, district, seat }: Of<'move'>): Promise<DeskAnswer> {
    const { ahead } = this.#hands;
    if (!this.#isHere(player)) return refused('no-such-player');
    if (seat >= ahead.opened.seatsPerDistrict) return refused('unknown-seat');
    const gathering = ahead.districts.length === 0;
    if (!gathering && !ahead.districts.some(({ number }) => number === district)) return refused('no-such-district');
    const places = gathering ? ahead.wishes : ahead.placements;
    const from = places.get(player);
    const holder = [...places.values()].find((at) => at.district === district && at.seat === seat);
    if (holder?.player === player) return this.#keep([], { moved: { player } });
    if (holder !== undefined && from === undefined && !gathering) return refused('seat-taken');
    const type = gathering ? 'PlaceWished' : 'PlayerSeated';
    const moves: Placement[] = [{ player, district, seat }];
    if (holder !== undefined && from !== undefined) moves.unshift({ ...from, player: holder.player });
    const moved = holder === undefined ? { player } : { player, swappedWith: holder.player };
    const answer = await this.#keep(
      moves.map((move) => ({ type, ...move }) as const),
      { moved },
    );
    if (answer.ok && !gathering) await this.#hands.settle();
    return answer;
  }

  async #hand(player: string, control: 'human' | 'bot'): Promise<DeskAnswer> {
    const placement = this.#hands.ahead.placements.get(player);
    if (placement === undefined) return refused(this.#isHere(player) ? 'not-seated' : 'no-such-player');
    const { district, seat } = placement;
    const session = this.#hands.session(district);
    if (session === undefined) return STORE_UNAVAILABLE;
    const answer = await session.desk({ type: 'assignSeat', seat, control, player }, this.#id);
    return answer.ok ? this.#keep([]) : answer;
  }

  async #relax({ player, on }: Of<'relax'>): Promise<DeskAnswer> {
    if (!this.#isHere(player)) return refused('no-such-player');
    const answer = await this.#keep([{ type: 'TimeRelaxed', player, on }]);
    const district = this.#hands.ahead.placements.get(player)?.district;
    if (answer.ok && district !== undefined) this.#hands.session(district)?.followClass();
    return answer;
  }

  async #remove(player: string): Promise<DeskAnswer> {
    if (!this.#isHere(player)) return refused('no-such-player');
    const answer = await this.#keep([{ type: 'PlayerRemoved', player }]);
    if (answer.ok) await this.#hands.settle();
    return answer;
  }

  async #issueReentry(player: string): Promise<DeskAnswer> {
    if (!this.#isHere(player)) return refused('no-such-player');
    const code = newReentryCode();
    const expiresAt = this.#hands.now() + REENTRY_LASTS_MS;
    const answer = await this.#keep([{ type: 'ReentryIssued', player, codeHash: fingerprint(code), expiresAt }]);
    return answer.ok ? { ok: true, done: { reentry: { code, expiresAt } } } : answer;
  }

  async #issueLink({ to }: Of<'issueLink'>): Promise<DeskAnswer> {
    if (this.#by !== 'instructor') return refused('instructor-only');
    const link = newLink();
    const answer = await this.#keep([{ type: 'LinkIssued', to, hash: fingerprint(link) }]);
    return answer.ok ? { ok: true, done: { link } } : answer;
  }

  async #assignTreatment({ district, treatment }: Of<'assignTreatment'>): Promise<DeskAnswer> {
    const { districts, opened } = this.#hands.ahead;
    if (districts.length > 0) return refused('already-seated');
    const known = opened.treatments?.some(({ name }) => name === treatment) === true;
    return known ? this.#keep([{ type: 'TreatmentAssigned', district, treatment }]) : refused('no-such-treatment');
  }

  #isHere(player: string): boolean {
    return this.#hands.ahead.players.some(({ id }) => id === player);
  }
}

function refused(why: WireRefusal['refused']): Refused {
  return { ok: false, refused: why };
}

function toDeskAction(action: Exclude<DistrictAction, { type: 'undo' }>): DeskAction {
  switch (action.type) {
    case 'advance':
      return action.from === undefined ? { type: 'advancePhase' } : { type: 'advancePhase', from: action.from };
    case 'closeRound':
      return { type: 'closeRound' };
    case 'pause':
      return { type: 'pauseClock' };
    case 'resume':
      return { type: 'resumeClock' };
    case 'extend':
      return { type: 'extendClock', ms: action.ms, reason: 'desk' };
  }
}
