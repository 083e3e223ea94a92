/** Tells a round's story beat by beat. With reduced motion each beat is a still picture. */
import { type Beat, momentOf, type StoryMoment } from './story.ts';

/** Share of a beat that a still shows. */
const STILL = 0.5;

export interface StoryCallbacks {
  /** Shows a moment; undefined: the story is over. */
  show(moment: StoryMoment | undefined): void;
  /** A beat begins. */
  begin(beat: Beat): void;
  /** From here on the new picture is shown. */
  turn(): void;
  /** The last beat is over. */
  finish(): void;
  later(act: () => void, delay: number): number;
}

interface Telling {
  readonly beats: readonly Beat[];
  readonly began: number;
  readonly done: () => void;
  turned: boolean;
  /** The present beat. */
  told: Beat | undefined;
}

export class Storyteller {
  readonly #still: boolean;
  readonly #callbacks: StoryCallbacks;
  #telling: Telling | undefined;
  /** With reduced motion: time of the next beat. */
  #nextBeat: number | undefined;

  constructor(still: boolean, callbacks: StoryCallbacks) {
    this.#still = still;
    this.#callbacks = callbacks;
  }

  get moving(): boolean {
    return this.#telling !== undefined && !this.#still;
  }

  /** Resolves at the end of the story, or when it is stopped. */
  tell(beats: readonly Beat[]): Promise<void> {
    return new Promise((done) => {
      this.#telling = { beats, began: performance.now(), done, turned: false, told: undefined };
      if (this.#still) this.tick();
    });
  }

  /** Advances to the present time. */
  tick(): void {
    const telling = this.#telling;
    if (telling === undefined) return;
    const time = performance.now() - telling.began;
    const moment = momentOf(telling.beats, time);
    if (moment === undefined) {
      this.#callbacks.finish();
      return;
    }
    const { beat } = moment;
    if (telling.told !== beat) {
      telling.told = beat;
      this.#callbacks.begin(beat);
    }
    if (beat.after && !telling.turned) {
      telling.turned = true;
      this.#callbacks.turn();
    }
    this.#callbacks.show(this.#still ? { beat, t: STILL } : moment);
    if (!this.#still) return;
    clearTimeout(this.#nextBeat);
    this.#nextBeat = this.#callbacks.later(() => this.tick(), beat.at + beat.length - time + 1);
  }

  /** Returns whether the story was cut short before its picture turned. */
  stop(): boolean {
    const telling = this.#telling;
    if (telling === undefined) return false;
    this.#telling = undefined;
    this.#callbacks.show(undefined);
    telling.done();
    return !telling.turned;
  }
}
