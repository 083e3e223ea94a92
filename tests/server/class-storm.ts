/** A random desk and crowd that try everything in one class: decisions are applied, refusals change nothing. */
import { fingerprint } from '../../server/access/secrets.ts';
import { decideStudentRequest, kindOf } from '../../server/classroom/asked/students.ts';
import { type ClassDeskAction, decideDesk, decideMirrorPlan } from '../../server/classroom/decide.ts';
import { foundDistrict } from '../../server/classroom/districts/founding.ts';
import { entryByCode, entryByInvite, entryByName } from '../../server/classroom/people/entry.ts';
import { placeAll } from '../../server/classroom/seats/places.ts';
import { openingEvents } from '../../server/classroom/setup/opening.ts';
import { readChoices } from '../../server/classroom/setup/settings.ts';
import { type ClassState, holdersIn, openedClass, unplaced } from '../../server/classroom/state/class-state.ts';
import type { ClassEvent } from '../../server/classroom/state/events.ts';
import { evolveClass } from '../../server/classroom/state/evolve-class.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import { draw } from '../../shared/engine/random.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type { StudentAction } from '../../shared/protocol/class-student.ts';
import { QUESTION_IDS } from '../../shared/protocol/comprehension.ts';
import type { OpenRequest } from '../../shared/protocol/setup.ts';
import { FINALE_STEPS } from '../../shared/protocol/stages.ts';
import { randomPlan } from '../engine/random-players.ts';

const BEGAN = 1_000_000;
const TURN_MS = 7_000;
const NAMES = ['Ada', 'Bo', ' Chen ', 'Ada', '陈静', '', 'x'.repeat(25), 'Dai', 'Eva', 'Fu'];
/** Turn before which nobody is seated, and turn before which no class ends. */
const GATHERED = 35;
const ENDING = 130;
const STAGES = [{ type: 'seatClass' }, { type: 'startPractice' }, { type: 'startClass' }] as const;
const COMES_TO: readonly DistrictState['phase'][] = ['opening', 'news', 'plan', 'plan', 'reveal', 'reveal', 'ended'];
const TEXTS = ['Why?', ' Because ', '', '  ', 'One\n\n\n\ntwo', 'Sooner', 'Later'];

type Answer = { readonly events: readonly ClassEvent[] } | { readonly refused: string };
export interface Tried {
  readonly what: string;
  readonly answer: Answer;
}

/** Replaces random and hashed values by names. */
export function plain(value: unknown): unknown {
  const ids: string[] = [];
  const text = JSON.stringify(value, (_, part) => (part instanceof Map || part instanceof Set ? [...part] : part))
    .replaceAll(/\b[0-9a-f]{64}\b/g, (hash) => hash.slice(0, 4))
    .replaceAll(/\bp[a-z2-9]{14}\b/g, (id) => {
      if (!ids.includes(id)) ids.push(id);
      return `p${ids.indexOf(id) + 1}`;
    });
  return JSON.parse(text);
}

export class ClassStorm {
  state: ClassState;
  readonly tried: Tried[] = [];
  readonly #luck: number;
  readonly #codes: string[];
  /** Progress of each district by number. */
  readonly #played = new Map<number, Pick<DistrictState, 'phase' | 'round'>>();
  #turn = 0;

  constructor(luck: number, request: OpenRequest, before: readonly ClassEvent[] = []) {
    this.#luck = luck;
    const choices = readChoices({ clockMode: 'desk', seatsPerDistrict: 4, seed: luck, ...request });
    if ('refused' in choices) throw new Error(choices.refused);
    const roster = choices.labels?.map((label, place) => ({
      label,
      invite: `invite ${place}`,
      reentry: `CARD ${place}`,
    }));
    this.#codes = roster?.map(({ reentry }) => reentry) ?? [];
    const links = {
      assistantLink: 'assistant',
      projectorLink: 'projector',
      ...(roster === undefined ? {} : { roster }),
    };
    const entry = { id: 'k1', code: 'CODE', kind: 'class', open: true, openedAt: BEGAN } as const;
    const [opened, ...rest] = openingEvents(entry, choices, links);
    if (opened?.type !== 'ClassOpened') throw new Error('no class');
    this.state = [...rest, ...before].reduce(evolveClass, openedClass(opened, BEGAN));
  }

  go(turns: number): void {
    for (let turn = 0; turn < turns; turn += 1) {
      this.#turn += 1;
      this.#act();
      this.#seatThoseHere();
    }
  }

  /** By order of joining, because ids are random. */
  isOnline = (player: string): boolean => {
    const place = this.state.everyone.findIndex(({ id }) => id === player);
    return draw(this.#luck, 'online', Math.floor(this.#turn / 20), place) < 0.7;
  };

  /** The founded district, moved to its present phase. */
  district = (number: number): DistrictState | undefined => {
    const plan = this.state.districts.find((each) => each.number === number);
    if (plan === undefined) return undefined;
    const state = initialState(foundDistrict(this.state.opened, plan));
    const holders = holdersIn(this.state, number);
    const seats = state.seats.map((seat, place) => {
      const player = holders.get(place);
      return player === undefined ? seat : { ...seat, player, control: 'human' as const };
    });
    return { ...state, seats, ...this.#played.get(number) };
  };

  get #now(): number {
    return BEGAN + this.#turn * TURN_MS;
  }

  #chance(name: string): number {
    return draw(this.#luck, 'class', this.#turn, name);
  }

  #one<T>(name: string, from: readonly T[]): T {
    const chosen = from[Math.floor(this.#chance(name) * from.length)];
    if (chosen === undefined) throw new Error(`nothing to choose ${name} from`);
    return chosen;
  }

  #number(name: string, from: number, to: number): number {
    return from + Math.floor(this.#chance(name) * (to - from + 1));
  }

  #yes(name: string): boolean {
    return this.#chance(name) < 0.5;
  }

  /** Somebody who was ever here; sometimes nobody. */
  #person(name: string): string {
    const { everyone, expected } = this.state;
    return this.#one(name, [...everyone.map(({ id }) => id), ...expected.keys(), 'p-nobody']);
  }

  #act(): void {
    const kind = this.#number('kind', 0, 99);
    if (kind < 25) this.#comes();
    else if (kind < 60) this.#desk();
    else if (kind < 80) this.#student();
    else if (kind < 86) this.#mirrors();
    else if (kind < 96) this.#goesOn();
    else this.#happens();
  }

  #take(what: string, answer: Answer): void {
    this.tried.push({ what, answer });
    if ('events' in answer) this.state = answer.events.reduce(evolveClass, this.state);
  }

  #comes(): void {
    const token = fingerprint(`token ${this.#number('token', 0, 19)}`);
    const name = this.#one('name', NAMES);
    const away = this.state.players.find(({ id }) => !this.isOnline(id))?.id;
    const code = this.#one('code', [...this.#codes, 'WRONG', ` ${this.#codes.at(-1)?.toLowerCase()} `]);
    const by = this.#number('by', 0, 9);
    if (this.state.opened.roster === undefined ? by < 7 : by < 1)
      this.#take(`joins as ${name.slice(0, 8)}`, entryByName(this.state, name, token, away));
    else if (this.state.opened.roster === undefined ? by < 8 : by < 7) {
      const invite = `invite ${this.#number('invite', 0, 4)}`;
      this.#take(`comes by ${invite}`, entryByInvite(this.state, invite, token));
    } else this.#take(`comes by ${code}`, entryByCode(this.state, code, token, this.#now));
  }

  #desk(): void {
    const player = this.#person('player');
    const district = this.#number('district', 0, this.state.districts.length + 1);
    const on = this.#yes('on');
    const text = this.#one('text', TEXTS);
    const [poll, topic] = [`poll ${this.#turn}`, this.#number('topic', 0, 3)];
    const old = this.#one('old', ['none', ...this.state.polls.map(({ id }) => id)]);
    const seats = [this.#number('one', 0, 3), this.#number('other', 0, 3)] as const;
    const polls: readonly Extract<ClassDeskAction, { type: 'openPoll' }>['poll'][] = [
      { topic: 'naming', year: 1990, district, seats: [...seats] },
      { topic: 'reason' },
      { topic: 'sentence' },
      { topic: 'betrayal', year: 1990, gave: 1, got: 2, years: 3 },
    ];
    const expected = this.#yes('all') ? {} : { expected: this.#number('expected', 1, 9) };
    const actions: readonly ClassDeskAction[] = [
      ...(this.#turn < GATHERED ? [] : STAGES),
      ...(this.#turn < ENDING ? [] : [{ type: 'endClass' } as const]),
      { type: 'message', text, ...(on ? { player } : {}) },
      { type: 'message', text, ...(on ? { district } : { districts: [district, 1, 1] }) },
      { type: 'answerHand', player, ...(on ? { text } : {}) },
      { type: 'move', player, district, seat: this.#number('seat', 0, 4) },
      { type: 'move', player: this.#person('other'), district: 1, seat: this.#number('seat', 0, 3) },
      { type: 'assignTreatment', district, treatment: this.#one('treatment', ['A', 'B', 'Z']) },
      { type: 'removeMany', players: [player, 'p-nobody'] },
      ...(this.#chance('absent') < 0.2 ? [{ type: 'removeAbsent' } as const] : []),
      { type: 'setDoor', open: this.#chance('door') < 0.8, ...expected },
      { type: 'showNames', on },
      { type: 'openDebrief', on },
      { type: 'issueLink', to: this.#one('link', ['assistant', 'projector'] as const) },
      { type: 'openPoll', poll: this.#one('of', polls.slice(topic)) },
      { type: 'closePoll', poll: old },
      { type: 'pickWords', poll: old, picked: [this.#number('pick', 0, 3), 0, 0] },
      { type: 'letBackIn', player },
      { type: 'mute', on, ...(this.#yes('whom') ? { player } : {}) },
      { type: 'rename', player, name: this.#one('name', NAMES) },
      { type: 'relax', player, on },
      { type: 'remove', player },
      { type: 'issueReentry', player },
      { type: 'issueReentry', player: this.#person('lost') },
    ];
    const action = this.#one('action', actions);
    const reentryCode = `AGAIN ${this.#turn}`;
    if (action.type === 'issueReentry') this.#codes.push(reentryCode);
    const asking = {
      at: this.#now,
      by: this.#chance('who') < 0.8 ? ('instructor' as const) : ('assistant' as const),
      messageId: `notice ${this.#turn}`,
      pollId: poll,
      reentryCode,
      link: `link ${this.#turn}`,
      isOnline: this.isOnline,
    };
    this.#take(`${asking.by}: ${JSON.stringify(action)}`, decideDesk(this.state, action, asking));
  }

  #student(): void {
    const [{ id: player } = { id: 'p-nobody' }] = [this.#one('student', [...this.state.players, { id: 'p-nobody' }])];
    const poll = this.#one('poll', ['none', ...this.state.polls.map(({ id }) => id)]);
    const text = this.#one('text', TEXTS);
    const open = this.#one('asked', ['none', ...this.state.reflections.map(({ id }) => id)]);
    const own = QUESTION_IDS.filter((id) => id.startsWith(kindOf(this.state, player) ?? 'none'));
    const actions: readonly StudentAction[] = [
      { type: 'answerPoll', poll, answer: this.#one('answer', ['yes', '2', 'pact', ' My own ', '', 'no']) },
      {
        type: 'answerPoll',
        poll: this.state.polls.at(-1)?.id ?? poll,
        answer: this.#one('answer', ['yes', '1', text]),
      },
      { type: 'consent', research: this.#yes('research') },
      { type: 'answerReflection', reflection: open, text },
      {
        type: 'predict',
        figure: this.#one('figure', ['2', '3', '4'] as const),
        income: this.#yes('curve') ? [1, 2] : [],
      },
      { type: 'raiseHand', ...(this.#yes('words') ? { text } : {}) },
      { type: 'takeCode' },
      { type: 'lowerHand' },
      { type: 'answerQuestion', question: this.#one('question', [...QUESTION_IDS, 'nonsense']), choice: 'B' },
      {
        type: 'answerQuestion',
        question: this.#one('own', [...own, 'nonsense']),
        choice: this.#one('choice', ['A', 'C'] as const),
      },
    ];
    const action = this.#one('action', actions);
    const code = () => `OWN ${this.#turn}`;
    this.#take(
      `${player}: ${JSON.stringify(action)}`,
      decideStudentRequest(this.state, player, kindOf(this.state, player), action, this.#now, code),
    );
  }

  #mirrors(): void {
    const player = this.#one('mirror', [...this.state.mirrors.keys(), this.#person('other')]);
    const mirrored = this.state.mirrors.get(player);
    const at = this.district(mirrored?.district ?? 1);
    if (at === undefined) return;
    const plan = randomPlan({ ...at, phase: 'plan' }, mirrored?.seat ?? 0, this.#turn);
    const action = this.#chance('acts') < 0.8 ? ({ type: 'filePlan', plan } as const) : ({ type: 'takeSeat' } as const);
    const request = {
      id: `request ${this.#turn}`,
      round: this.#chance('late') < 0.8 ? at.round : at.round + 1,
      ...(this.#chance('practice') < 0.1 ? { practice: true as const } : {}),
      action,
    };
    const planned = decideMirrorPlan(this.state, player, request, this.district);
    this.#take(`${player} would ${action.type}`, 'refused' in planned ? planned : { events: [planned] });
  }

  /** Moves a district to another phase, now and then to its last reveal or end. */
  #goesOn(): void {
    if (this.state.districts.length === 0) return;
    const { number } = this.#one('district', this.state.districts);
    const phase = this.#one('phase', COMES_TO);
    const round = phase === 'ended' || this.#chance('last') < 0.3 ? 12 : this.#number('round', 1, 11);
    const all = this.#chance('everywhere') < 0.3;
    for (const each of this.state.districts)
      if (all || each.number === number) this.#played.set(each.number, { phase, round });
    this.tried.push({ what: `${all ? 'all' : number} come to ${phase} ${round}`, answer: { events: [] } });
  }

  #happens(): void {
    const numbers = this.state.districts.map(({ number }) => number);
    const id = `question ${this.#turn}`;
    const open = this.state.reflections.at(-1)?.id ?? 'none';
    const player = this.#person('erased');
    const events: readonly ClassEvent[] = [
      { type: 'FinaleStepped', to: this.#one('step', FINALE_STEPS) },
      { type: 'ReflectionOpened', id, question: 'Why?', districts: numbers, paused: numbers.slice(1) },
      { type: 'ReflectionClosed', id: open, ...(this.#yes('some') ? { districts: [1] } : {}) },
      ...(this.#chance('erase') < 0.5 ? [{ type: 'PersonErased', player } as const] : []),
      { type: 'DistrictReplaced', district: 1, line: this.#turn, at: this.#now },
    ];
    const event = this.#one('event', events);
    this.#take(event.type, { events: [event] });
  }

  /** Seats people online after each change, as a class's shell does. */
  #seatThoseHere(): void {
    const waiting = unplaced(this.state).filter(this.isOnline);
    if (waiting.length > 0)
      this.#take('those here get a place', { events: placeAll(this.state, waiting, this.district) });
  }
}
