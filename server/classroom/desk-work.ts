/**
 * Carries out the desk's requests. A change of the class is one record with the note of the desk's action. Changes of
 * districts go to their own logs first, under the same id, so a repeated request finds them done.
 */

import type { DeskAction } from '../../shared/engine/commands.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { DeskAnswer, DeskDone, DeskRequestAction, DeskRole } from '../../shared/protocol/class-room.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import type { FinaleStep } from '../../shared/protocol/stages.ts';
import { newId, newLink, newReentryCode } from '../access/secrets.ts';
import { STORE_UNAVAILABLE } from '../aggregate/ledger.ts';
import type { DistrictSession } from '../district/session.ts';
import type { AppendOutcome } from '../storage/port.ts';
import { cleanText } from './asked/text.ts';
import { type ClassDeskAction, type DistrictDeskAction, decideDesk, isHere, targetDistricts } from './decide.ts';
import { isLastReveal, isOver, tellsTheEnd } from './districts/finale.ts';
import { type ClassState, districtPlanOf } from './state/class-state.ts';
import type { ClassEvent } from './state/events.ts';
import { wordless } from './stored/own-words.ts';

/** What the desk's work needs of a class. */
export interface DeskCallbacks {
  /** The state as decided, on which the next decision builds. */
  readonly ahead: ClassState;
  readonly now: () => number;
  readonly session: (district: number) => DistrictSession | undefined;
  readonly record: (events: readonly ClassEvent[]) => Promise<AppendOutcome>;
  readonly isOnline: (player: string) => boolean;
  /** Makes districts follow the class's stage and seats. False if one could not be opened. */
  readonly settle: () => Promise<boolean>;
}

type Of<Type extends DeskRequestAction['type']> = Extract<DeskRequestAction, { type: Type }>;
type Refused = { readonly ok: false } & WireRefusal;

/** Actions for a debrief, which may begin after the class has ended. */
const AFTER_THE_END: readonly DeskRequestAction['type'][] = [
  'stepFinale',
  'openPoll',
  'closePoll',
  'pickWords',
  'takeDown',
  'openDebrief',
  'issueLink',
];

export class DeskRequestHandler {
  readonly #callbacks: DeskCallbacks;
  readonly #id: string;
  readonly #by: DeskRole;
  readonly #action: DeskRequestAction;

  constructor(callbacks: DeskCallbacks, id: string, by: DeskRole, action: DeskRequestAction) {
    this.#callbacks = callbacks;
    this.#id = id;
    this.#by = by;
    this.#action = action;
  }

  async answer(): Promise<DeskAnswer> {
    const action = this.#action;
    if (this.#callbacks.ahead.phase === 'ended' && !AFTER_THE_END.includes(action.type)) {
      return action.type === 'endClass' ? { ok: true } : refused('class-ended');
    }
    switch (action.type) {
      case 'advance':
      case 'closeRound':
      case 'pause':
      case 'resume':
      case 'extend':
      case 'endBy':
      case 'lastRound':
      case 'undo':
      case 'falter':
        return this.#inDistricts(action);
      case 'freeze':
        return this.#freeze(action);
      case 'thaw':
        return this.#thaw(action);
      case 'stepFinale':
        return this.#stepFinale(action.to);
      case 'takeDown':
        return this.#takeDown(action);
      case 'handToBot':
        return this.#hand(action.player, 'bot');
      case 'handBack':
        return this.#hand(action.player, 'human');
      default:
        return this.#inClass(action);
    }
  }

  async #inClass(action: ClassDeskAction): Promise<DeskAnswer> {
    const { ahead, now, settle, isOnline } = this.#callbacks;
    const asking = {
      at: now(),
      by: this.#by,
      messageId: newId('m'),
      pollId: newId('v'),
      reentryCode: newReentryCode(),
      link: newLink(),
      isOnline,
    };
    const decided = decideDesk(ahead, action, asking);
    if ('refused' in decided) return { ok: false, ...decided };
    if (decided.already === true) return { ok: true };
    const { events, done, secret, follow } = decided;
    const answer = await this.#keep(events, done);
    if (!answer.ok) return answer;
    const followed = follow === undefined || (await settle());
    if (follow === 'opened' && !followed) return STORE_UNAVAILABLE;
    return secret === undefined ? answer : { ok: true, done: secret };
  }

  async #keep(events: readonly ClassEvent[], done?: DeskDone): Promise<DeskAnswer> {
    const note: ClassEvent = {
      type: 'DeskActed',
      id: this.#id,
      at: this.#callbacks.now(),
      by: this.#by,
      action: wordless(this.#action),
      ...omitUndefined({ done }),
    };
    if ((await this.#callbacks.record([...events, note])) !== 'stored') return STORE_UNAVAILABLE;
    return done === undefined ? { ok: true } : { ok: true, done };
  }

  async #each(
    numbers: readonly number[],
    ask: (session: DistrictSession) => Promise<DeskAnswer>,
  ): Promise<NonNullable<DeskDone['districts']>> {
    return Promise.all(
      numbers.map(async (district) => {
        const session = this.#callbacks.session(district);
        const answer: DeskAnswer = session === undefined ? STORE_UNAVAILABLE : await ask(session);
        if (answer.ok) return { district, ok: true };
        const { refused: why, about } = answer;
        return { district, ok: false, refused: why, ...omitUndefined({ about }) };
      }),
    );
  }

  /** With several districts, one that is already in the wanted state is no reason to refuse. */
  async #inDistricts(action: DistrictAction): Promise<DeskAnswer> {
    const numbers = targetDistricts(this.#callbacks.ahead, action);
    if ('refused' in numbers) return { ok: false, ...numbers };
    const districts = await this.#each(numbers, (session) => {
      if (action.type === 'undo') return session.undo(this.#id);
      if (action.type === 'endBy') return session.endBy(action.at, this.#id);
      return session.desk(toDeskAction(action), this.#id);
    });
    const none = districts.every(({ ok }) => !ok) ? districts[0] : undefined;
    if (none?.refused !== undefined) {
      const { refused: why, about } = none;
      return { ok: false, refused: why, ...omitUndefined({ about }) };
    }
    return this.#keep([], { districts });
  }

  async #freeze(action: Of<'freeze'>): Promise<DeskAnswer> {
    const question = cleanText(action.question);
    if (typeof question !== 'string') return { ok: false, ...question };
    const numbers = targetDistricts(this.#callbacks.ahead, action);
    if ('refused' in numbers) return { ok: false, ...numbers };
    const frozen = this.#callbacks.ahead.reflections.flatMap(({ openIn }) => openIn);
    const meant = numbers.filter((number) => !frozen.includes(number));
    if (meant.length === 0) return refused('paused');
    const paused = await this.#each(meant, (session) => session.desk({ type: 'pauseClock' }, this.#id));
    const stopped = paused.filter(({ ok }) => ok).map(({ district }) => district);
    return this.#keep([{ type: 'ReflectionOpened', id: newId('r'), question, districts: meant, paused: stopped }], {
      districts: meant.map((district) => ({ district, ok: true })),
    });
  }

  async #thaw(action: Of<'thaw'>): Promise<DeskAnswer> {
    const numbers = targetDistricts(this.#callbacks.ahead, action);
    if ('refused' in numbers) return { ok: false, ...numbers };
    const thawed = this.#callbacks.ahead.reflections
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

  /** Moves the finale: the last reveal waits until predictions are counted, and ends when the end is told. */
  async #stepFinale(to: FinaleStep): Promise<DeskAnswer> {
    const { ahead, session } = this.#callbacks;
    if (ahead.phase !== 'ended') {
      if (ahead.stage !== 'game') return refused('wrong-phase');
      const sessions = ahead.districts.flatMap(({ number }) => session(number) ?? []);
      const going = sessions.filter(({ state }) => !isOver(state));
      if (going.some(({ state }) => !isLastReveal(state))) return refused('wrong-phase');
      for (const one of going) {
        if (!tellsTheEnd(to)) await one.desk({ type: 'pauseClock' }, this.#id);
        else {
          const ended = await one.desk({ type: 'advancePhase', from: 'reveal' }, this.#id);
          if (!ended.ok) return ended;
        }
      }
    }
    return this.#keep([{ type: 'FinaleStepped', to }]);
  }

  async #takeDown({ district, line }: Of<'takeDown'>): Promise<DeskAnswer> {
    const { ahead } = this.#callbacks;
    if (districtPlanOf(ahead, district) === undefined) return refused('no-such-district');
    const session = this.#callbacks.session(district);
    if (session === undefined) return STORE_UNAVAILABLE;
    const answer = await session.desk({ type: 'takeDown', line }, this.#id);
    return answer.ok ? this.#keep([]) : answer;
  }

  async #hand(player: string, control: 'human' | 'bot'): Promise<DeskAnswer> {
    const { ahead } = this.#callbacks;
    const placement = ahead.placements.get(player);
    if (placement === undefined) return refused(isHere(ahead, player) ? 'not-seated' : 'no-such-player');
    const { district, seat } = placement;
    const session = this.#callbacks.session(district);
    if (session === undefined) return STORE_UNAVAILABLE;
    const answer = await session.desk({ type: 'assignSeat', seat, control, player }, this.#id);
    return answer.ok ? this.#keep([]) : answer;
  }
}

function refused(why: WireRefusal['refused']): Refused {
  return { ok: false, refused: why };
}

type DistrictAction = Exclude<
  DistrictDeskAction,
  { type: 'freeze' | 'thaw' | 'handToBot' | 'handBack' | 'stepFinale' | 'takeDown' }
>;

function toDeskAction(action: Exclude<DistrictAction, { type: 'undo' | 'endBy' }>): DeskAction {
  switch (action.type) {
    case 'advance':
      return action.from === undefined ? { type: 'advancePhase' } : { type: 'advancePhase', from: action.from };
    case 'closeRound':
      return { type: 'closeRound' };
    case 'falter':
      return { type: 'falter' };
    case 'pause':
      return { type: 'pauseClock' };
    case 'resume':
      return { type: 'resumeClock' };
    case 'lastRound':
      return { type: 'makeLast', on: action.on };
    case 'extend':
      return { type: 'extendClock', ms: action.ms, reason: 'desk' };
  }
}
