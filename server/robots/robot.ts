/**
 * A player made of code that uses the public interface: joins over HTTP, takes its seat through the rooms, decides from
 * the views it receives, and returns by its token after a break or restart.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Room } from 'colyseus.js';
import { botAnswers, botOffers, isPolicyFor, mixedPolicies, policyFor } from '../../shared/bots/index.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import { FIGURES } from '../../shared/engine/figure-reading.ts';
import { draw } from '../../shared/engine/random.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { JoinClassAnswer } from '../../shared/protocol/class-http.ts';
import type {
  PollsMessage,
  StudentAction,
  StudentAnswer,
  StudentRequest,
} from '../../shared/protocol/class-student.ts';
import { optionsOf } from '../../shared/protocol/polls.ts';
import type { AnyRefusalCode } from '../../shared/protocol/refusals.ts';
import { hearViews, type Whole } from '../../shared/protocol/view-stream.ts';
import {
  type ActAnswer,
  type ActRequest,
  type OffersMessage,
  type PlayerAction,
  type SeatedMessage,
  WIRE_VERSION,
} from '../../shared/protocol/wire.ts';
import { problemOf } from './classroom.ts';
import { Line, pause } from './line.ts';
import type { Samples } from './statistics.ts';

const ANSWER_TIMEOUT_MS = 8_000;
/** Temporary refusals, retried later under the same id. */
const AGAIN: readonly AnyRefusalCode[] = ['store-unavailable', 'too-fast'];
const JOIN_ATTEMPTS = 40;
const JOIN_RETRY_MS = 250;

export interface RobotOptions {
  readonly url: string;
  readonly code: string;
  readonly number: number;
  /** A policy's name, or `mixed`; a seat that the policy does not fit plays the mixed street. */
  readonly policy: string;
  /** Added to every message in each direction, in milliseconds. */
  readonly latency: number;
  /** Share of acts during which the connection is cut. */
  readonly drop: number;
  /** Longest delay before a decision, in milliseconds. */
  readonly think: number;
  /** Whether it predicts the figure in the last reveal and answers polls. */
  readonly opinions?: boolean;
  readonly samples: Samples;
  /** The token of a robot that has joined the class before. */
  readonly token?: string;
}

export class Robot {
  readonly #options: RobotOptions;
  readonly #token: string;
  readonly #done: Promise<void>;
  #finish: () => void = () => undefined;
  #lines: Line[] = [];
  #class: Line | undefined;
  #district: Line | undefined;
  #view: SeatView | undefined;
  /** The last phase acted in, so that a repeated view causes no second act. */
  #acted = '';
  /** Estimated offset of the server's clock, from the fastest message so far. */
  #skew = Number.POSITIVE_INFINITY;
  round = 0;
  finished = false;
  refusals: string[] = [];
  /** Ids of acknowledged acts. */
  readonly acknowledged: string[] = [];
  districtId: string | undefined;

  constructor(options: RobotOptions) {
    this.#options = options;
    this.#token = options.token ?? randomBytes(32).toString('base64url');
    this.#done = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  get token(): string {
    return this.#token;
  }

  get view(): SeatView | undefined {
    return this.#view;
  }

  /** False if the class refused it. */
  async join(): Promise<boolean> {
    const { url, code, number, samples } = this.#options;
    const started = performance.now();
    for (let attempt = 0; attempt < JOIN_ATTEMPTS; attempt += 1) {
      if (attempt > 0) await pause(JOIN_RETRY_MS);
      const response = await fetch(`${url}/api/classes/${code}/players`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: `Robot ${number}`, token: this.#token }),
      }).catch(() => undefined);
      if (response === undefined || response.status >= 500) continue;
      if (!response.ok) {
        this.refusals.push(`join: ${await problemOf(response)}`);
        return false;
      }
      const { classId } = (await response.json()) as JoinClassAnswer;
      samples.join.push(performance.now() - started);
      this.#enterClass(classId);
      return true;
    }
    this.refusals.push(`join: nothing answers at ${url}`);
    return false;
  }

  /** Resolves when its district's game is over. */
  async play(): Promise<void> {
    await this.#done;
    for (const line of this.#lines) line.hangUp();
  }

  /** Cuts its connections, which reconnect by themselves. */
  cut(): void {
    for (const line of this.#lines) line.cut();
  }

  say(text: string, to?: Seat): void {
    this.#act(to === undefined ? { type: 'say', text } : { type: 'say', text, to });
  }

  stop(): void {
    this.#finish();
  }

  #enterClass(classId: string): void {
    this.#class = this.#open(classId, (room) => {
      if (this.#options.opinions === true) room.onMessage<PollsMessage>('polls', (asked) => this.#answer(asked));
      room.onMessage<SeatedMessage>('seated', ({ districtId }) => {
        if (this.districtId === districtId) return;
        this.#district?.hangUp();
        this.districtId = districtId;
        this.#district = this.#open(districtId, (district) => this.#sit(district));
      });
    });
  }

  #open(roomId: string, onOpen: (room: Room) => void): Line {
    const join = { wire: WIRE_VERSION, token: this.#token };
    const onRefused = (reason: string) => {
      this.refusals.push(reason);
      this.#finish();
    };
    const line = new Line({ url: this.#options.url, roomId, join, onOpen, onRefused });
    this.#lines = [...this.#lines, line];
    return line;
  }

  #sit(room: Room): void {
    hearViews<SeatView>(room, 'view', (message) => this.#later(() => this.#see(message, Date.now())));
    room.onMessage<OffersMessage>('offers', ({ offers }) => this.#later(() => this.#hear(offers)));
    this.#acted = '';
  }

  #later(act: () => void): void {
    if (this.#options.latency > 0) setTimeout(act, this.#options.latency / 2);
    else act();
  }

  #see({ now, view }: Whole<SeatView>, arrivedAt: number): void {
    const before = this.#view?.public;
    this.#view = view;
    this.round = view.public.round;
    this.#skew = Math.min(this.#skew, arrivedAt - now);
    const { phase, round } = view.public;
    if (phase === 'reveal' && before?.phase === 'plan' && before.round === round) {
      this.#options.samples.reveal.push(arrivedAt - now - this.#skew);
    }
    if (phase === 'ended') {
      this.finished = true;
      this.#finish();
      return;
    }
    const turn = `${round} ${phase}`;
    if (this.#acted === turn) return;
    this.#acted = turn;
    setTimeout(() => this.#turn(turn), Math.random() * this.#options.think);
  }

  #turn(turn: string): void {
    const view = this.#view;
    if (view === undefined || turn !== `${view.public.round} ${view.public.phase}`) return;
    const { phase, round, rounds, practice } = view.public;
    if (phase !== 'plan') {
      if (phase === 'reveal' && round === rounds && practice !== true) this.#guess();
      this.#act({ type: 'signalReady' });
      return;
    }
    if (view.plan !== undefined) return;
    const plan = this.#choose(view);
    for (const offer of botOffers(view, plan)) this.#act(offer);
    this.#act({ type: 'filePlan', plan });
  }

  #hear(offers: SeatView['offers']): void {
    if (this.#view === undefined || this.#view.public.phase !== 'plan') return;
    const view = { ...this.#view, offers };
    const answers = botAnswers(view, this.#choose(view));
    const before = this.#view.offers;
    this.#view = view;
    for (const answer of answers) {
      const isNew = !before.some(({ id }) => id === answer.offer);
      if (isNew) this.#act(answer);
    }
  }

  #guess(): void {
    const figure = this.#pick(FIGURES, 'figure');
    if (this.#options.opinions === true && figure !== undefined) this.#tell({ type: 'predict', figure, income: [] });
  }

  #answer({ polls }: PollsMessage): void {
    for (const { id, poll, open, answer } of polls) {
      if (!open || answer !== undefined) continue;
      const said = this.#pick(optionsOf(poll) ?? [`… robot ${this.#options.number} was at home.`], id);
      if (said !== undefined) this.#tell({ type: 'answerPoll', poll: id, answer: said });
    }
  }

  #pick<Each>(from: readonly Each[], about: string): Each | undefined {
    return from[Math.floor(draw(this.#options.number, 'robot', about) * from.length)];
  }

  /** Sent once without retry, because answers to polls do not affect a game. */
  #tell(action: StudentAction): void {
    const request: StudentRequest = { id: randomUUID(), action };
    this.#class?.room
      ?.request<StudentRequest, StudentAnswer>('student', request, { timeout: ANSWER_TIMEOUT_MS })
      .catch(() => undefined);
  }

  #choose(view: SeatView) {
    const { policy } = this.#options;
    const kind = view.public.seats[view.seat]?.kind ?? 'firm';
    const name = isPolicyFor(kind, policy) ? policy : mixedPolicies(view.public.seats, 0)[view.seat];
    const chosen = policyFor(name ?? '');
    if (chosen === undefined) throw new Error(`no policy is called ${name}`);
    return chosen(view, (...key) => draw(this.#options.number, 'robot', view.seat, ...key));
  }

  /** Repeats under the same id until answered; the server counts it once. */
  async #act(action: PlayerAction): Promise<void> {
    const practice = this.#view?.public.practice === true;
    const request: ActRequest = { id: randomUUID(), round: this.round, practice, action };
    const { samples, latency, drop } = this.#options;
    while (!this.finished && this.round === request.round) {
      const room = this.#district?.room;
      if (room === undefined) {
        await pause(50);
        continue;
      }
      if (Math.random() < drop / 2) this.#district?.cut();
      const sent = performance.now();
      if (latency > 0) await pause(latency / 2);
      const asked = room.request<ActRequest, ActAnswer>('act', request, { timeout: ANSWER_TIMEOUT_MS });
      if (Math.random() < drop / 2) this.#district?.cut();
      const answer = await asked.catch(() => undefined);
      if (latency > 0) await pause(latency / 2);
      if (answer === undefined || (!answer.ok && AGAIN.includes(answer.refused))) {
        await pause(300 * (0.5 + Math.random()));
        continue;
      }
      if (answer.ok) {
        samples.ack.push(performance.now() - sent);
        this.acknowledged.push(request.id);
      } else if (answer.refused !== 'begins-later') this.refusals.push(`${action.type}: ${answer.refused}`);
      return;
    }
  }
}
