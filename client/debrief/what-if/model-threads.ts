/** Worker threads that play the model's games: one for an answer, one per processor for many draws. */
import { type BirpcReturn, createBirpc } from 'birpc';
import { type Interval, intervalOf } from '../../../shared/debrief/interval.ts';
import type { WhatIf, WhatIfOutcome } from '../../../shared/debrief/rerun.ts';
import type { DistrictLog } from '../../../shared/log/jsonl.ts';
import type { Listener, Model } from './what-if-worker.ts';

/** Most threads, since each holds a copy of the record. */
const MOST = 8;

interface Thread {
  readonly worker: Worker;
  readonly model: BirpcReturn<Model, Listener>;
  done: number;
}

/** Divides the numbers from 1 on into runs of about equal length. */
export function runsOf(numbers: number, runs: number): readonly (readonly number[])[] {
  return Array.from({ length: runs }, (_, run) => {
    const [first, next] = [Math.floor((run * numbers) / runs), Math.floor(((run + 1) * numbers) / runs)];
    return Array.from({ length: next - first }, (__, place) => first + place + 1);
  });
}

export class ModelThreads {
  readonly #threads: Thread[] = [];
  readonly #onDraw: (done: number) => void;

  /** `onDraw`: called with the number of draws that all threads have played. */
  constructor(onDraw: (done: number) => void) {
    this.#onDraw = onDraw;
  }

  outcome(log: DistrictLog, question: WhatIf): Promise<WhatIfOutcome> {
    return this.#thread(0).model.outcome(log, question);
  }

  async interval(log: DistrictLog, question: WhatIf, draws: number): Promise<Interval | undefined> {
    const threads = Math.min(MOST, draws, navigator.hardwareConcurrency);
    const played = await Promise.all(
      runsOf(draws, threads).map((numbers, place) => this.#thread(place).model.draws(log, question, numbers)),
    );
    const whole = played.flatMap((run) => run ?? []);
    return whole.length === draws ? intervalOf(whole) : undefined;
  }

  close(): void {
    for (const { worker } of this.#threads) worker.terminate();
  }

  #thread(place: number): Thread {
    const known = this.#threads[place];
    if (known !== undefined) return known;
    const worker = new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' });
    const model = createBirpc<Model, Listener>(
      {
        progress: (done) => {
          thread.done = done;
          this.#onDraw(this.#threads.reduce((sum, each) => sum + each.done, 0));
        },
      },
      {
        post: (message) => worker.postMessage(message),
        on: (hear) => worker.addEventListener('message', ({ data }) => hear(data)),
        // No time limit: many draws may take long on a slow tablet.
        timeout: -1,
      },
    );
    worker.addEventListener('error', () => model.$close(new Error('the model could not be asked')));
    const thread: Thread = { worker, model, done: 0 };
    this.#threads[place] = thread;
    return thread;
  }
}
