/** A random desk and street that try everything: legal actions are recorded, illegal ones refused. */
import type { Decider, Seat } from '../../shared/engine/actors.ts';
import type { Action, Command } from '../../shared/engine/commands.ts';
import { initialState } from '../../shared/engine/initial-state.ts';
import { OFFER_KINDS, type OfferKind, PHASES, PLEAS, type Settings } from '../../shared/engine/parts.ts';
import { draw } from '../../shared/engine/random.ts';
import { SENTENCE_IDS } from '../../shared/engine/ready-sentences.ts';
import { isRefusal, type Refusal } from '../../shared/engine/refusals.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import { type Taken, take } from '../../shared/engine/take.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { undoableTo } from '../../shared/log/played.ts';
import { makeHeader } from '../../shared/log/record.ts';
import { Recorder } from '../../shared/log/recorder.ts';
import { statesOf } from '../../shared/log/replay.ts';
import { randomPlan } from './random-players.ts';
import { CLOCK, founded, SETTINGS } from './support.ts';

export interface Stormed {
  readonly log: DistrictLog;
  readonly state: DistrictState;
  readonly tried: readonly {
    readonly before: DistrictState;
    readonly command: Command;
    readonly answer: Taken | Refusal;
  }[];
}

const WEATHER: readonly Settings[] = [
  { ...CLOCK, talk: true },
  { ...SETTINGS, talk: true, sentences: true },
  { ...CLOCK, talk: false, reputations: true },
];

class Storm {
  readonly #luck: number;
  #turn = 0;

  constructor(luck: number) {
    this.#luck = luck;
  }

  next(): void {
    this.#turn += 1;
  }

  chance(name: string): number {
    return draw(this.#luck, 'storm', this.#turn, name);
  }

  one<T>(name: string, from: readonly T[]): T {
    const chosen = from[Math.floor(this.chance(name) * from.length)];
    if (chosen === undefined) throw new Error(`nothing to choose ${name} from`);
    return chosen;
  }

  number(name: string, from: number, to: number): number {
    return from + Math.floor(this.chance(name) * (to - from + 1));
  }

  /** A seat of the street, or just outside. */
  seat(name: string, state: DistrictState): Seat {
    return this.number(name, 0, state.actors.length + (this.chance(`${name} beside`) < 0.05 ? 1 : -1));
  }

  ofSeat(state: DistrictState, seat: Seat): Action {
    const offer = state.offers[this.number('offer', 0, state.offers.length)]?.id ?? 999;
    const to = this.seat('to', state);
    const kind: OfferKind = this.one('kind', OFFER_KINDS);
    const promise =
      kind === 'share' || this.chance('with') < 0.2 ? { promise: this.one('points', [0, 1, 3.5, 6, 7]) } : {};
    const plea = kind === 'plea' ? { plea: this.one('plea', PLEAS) } : {};
    const planned = seat < state.actors.length ? randomPlan(state, seat, this.#turn) : randomPlan(state, 0, this.#turn);
    const acts: readonly Action[] = [
      { type: 'filePlan', plan: planned },
      { type: 'makeOffer', kind, to, ...promise, ...plea },
      { type: 'makeOffer', kind: 'pact', to },
      { type: 'answerOffer', offer, accept: this.chance('accept') < 0.5 },
      { type: 'withdrawOffer', offer },
      {
        type: 'say',
        text: this.one('text', ['Shall we?', '  ', '一起干吗', 'x'.repeat(281)]),
        ...(to > 5 ? {} : { to }),
      },
      { type: 'sayReady', sentence: this.one('sentence', SENTENCE_IDS), to },
      { type: 'signalReady' },
    ];
    return this.one('act', acts);
  }

  ofDesk(state: DistrictState, log: DistrictLog): Action {
    const seat = this.seat('seat', state);
    const times = { newsMs: 1_000, planMs: this.one('ms', [0, 1, 60_000]), revealMs: 2_000 };
    const to = undoableTo(log.records) ?? this.number('record', -1, log.records.length);
    const deeds: readonly Action[] = [
      { type: 'openPractice' },
      { type: 'endPractice' },
      { type: 'openGame' },
      { type: 'undo', to },
      { type: 'advancePhase' },
      { type: 'advancePhase' },
      { type: 'advancePhase' },
      { type: 'advancePhase', from: this.one('from', PHASES) },
      { type: 'closeRound' },
      { type: 'pauseClock' },
      { type: 'resumeClock' },
      { type: 'setTimes', ...times },
      { type: 'makeLast', on: this.chance('last') < 0.3 },
      {
        type: 'extendClock',
        ms: this.one('more', [-1, 0, 5_000, Number.NaN]),
        reason: this.one('why', ['desk', 'relaxed', 'downtime']),
      },
      {
        type: 'assignSeat',
        seat,
        control: this.one('control', ['human', 'bot']),
        player: this.one('player', ['p1', 'p2']),
      },
      { type: 'freeSeat', seat },
      { type: 'falter' },
    ];
    return this.one('deed', deeds);
  }
}

/** Makes a number of attempts, then plays to the end of the game. */
export function stormed(luck: number, tries: number): Stormed {
  const settings = WEATHER[luck % WEATHER.length] ?? SETTINGS;
  const event = founded({ seed: luck, settings });
  const recorder = new Recorder(makeHeader(event, { districtId: `storm-${luck}`, foundedAt: 500 }));
  const storm = new Storm(luck);
  const tried: Stormed['tried'][number][] = [];
  let state = initialState(event);
  let at = 1_000;
  const attempt = (command: Command) => {
    const past = (seq: number) => statesOf(recorder.log)[seq];
    const answer = take(state, command, past);
    tried.push({ before: state, command, answer });
    if (isRefusal(answer)) return;
    recorder.record(state, command, answer);
    state = answer.after;
  };
  for (let turn = 0; turn < tries; turn += 1) {
    storm.next();
    at += 700;
    const seat = storm.seat('who', state);
    const by: Decider = storm.one('by', ['human', 'bot', 'desk', 'desk', 'system']);
    if (by === 'human' || by === 'bot') attempt({ at, by, seat, action: storm.ofSeat(state, seat) });
    else attempt({ at, by, action: storm.ofDesk(state, recorder.log) });
  }
  for (let step = 0; step < 60 && state.phase !== 'ended'; step += 1) {
    attempt({ at, by: 'desk', action: { type: state.phase === 'opening' ? 'openGame' : 'advancePhase' } });
  }
  return { log: recorder.log, state, tried };
}
