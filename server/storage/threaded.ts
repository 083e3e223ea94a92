/**
 * The SQLite store in a thread of its own: a flush to the disk takes as long as the disk likes, and meanwhile the
 * server goes on reading messages and telling people. Appends of one turn of the event loop, and those that came while
 * the thread was writing, cross over as one batch and share one transaction.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import type { Logger } from '../logging.ts';
import { endThread } from '../thread.ts';
import { GroupCommit } from './group-commit.ts';
import type { KyselyStore } from './kysely-store.ts';
import type { EventStore, Holder } from './port.ts';

/** A disk that takes longer for one small write cannot take students. */
const HEALTHY_WITHIN_MS = 2_000;

export interface ThreadData {
  readonly file: string;
  readonly holder: Holder;
  /** The thread logs by itself, to where the server does. */
  readonly logLevel: string;
}

/** Rejects when the store cannot be opened. A thread that ends by itself later takes the process with it. */
export async function openThreadedStore(file: string, log: Logger): Promise<EventStore> {
  const holder: Holder = { id: randomUUID(), address: '' };
  const worker = new Worker(new URL('./sqlite-thread.ts', import.meta.url), {
    // Not the process's own: what it was started with may mean nothing to a thread.
    execArgv: [],
    workerData: { file, holder, logLevel: log.level } satisfies ThreadData,
  });
  await once(worker, 'message');
  const far = createBirpc<Omit<KyselyStore, 'holder'>>(
    {},
    {
      post: (message) => worker.postMessage(message),
      on: (answer) => worker.on('message', answer),
      // A disk may be slow for longer than any time we could name.
      timeout: -1,
    },
  );
  let closing: Promise<void> | undefined;
  worker.once('exit', (code) => {
    far.$close();
    // Nothing could be acknowledged any more. What was is on the disk, and a new process finds it there.
    if (closing === undefined) throw new Error(`the thread of the store ended with ${code}`);
  });
  const appends = new GroupCommit((batch) =>
    far.write(batch).catch((err: unknown) => {
      log.error({ err, appends: batch.length }, 'the thread of the store gave no answer');
      return batch.map(() => 'unavailable');
    }),
  );
  // Asked once, however many want to know: questions that a disk keeps waiting must not pile up before it.
  let asked: Promise<boolean> | undefined;
  const ask = async () => {
    const answer = await far.healthy().catch(() => false);
    asked = undefined;
    return answer;
  };
  const close = async () => {
    await appends.idle();
    await far.close();
    await endThread(worker);
  };
  return {
    holder,
    append: (stream, classId, seq, lines, words = []) => appends.add({ stream, classId, seq, lines, words }),
    read: (stream) => far.read(stream),
    wordsIn: (stream) => far.wordsIn(stream),
    setAside: (...what) => far.setAside(...what),
    asideOf: (stream) => far.asideOf(stream),
    addClass: (entry) => far.addClass(entry),
    endClass: (id, at) => far.endClass(id, at),
    classById: (id) => far.classById(id),
    classByCode: (code) => far.classByCode(code),
    classes: (filter) => far.classes(filter),
    deleteClass: (id, at) => far.deleteClass(id, at),
    classesOf: (person) => far.classesOf(person),
    erase: (classId, persons, at) => far.erase(classId, persons, at),
    restate: (stream, classId, lines, words) => far.restate(stream, classId, lines, words),
    erasedIn: (classId) => far.erasedIn(classId),
    scrub: (at) => far.scrub(at),
    acquire: (classId, at) => far.acquire(classId, at),
    renew: (at) => far.renew(at),
    async release(classId, fence) {
      await appends.idle();
      await far.release(classId, fence);
    },
    holderOf: (classId) => far.holderOf(classId),
    unheld: () => far.unheld(),
    beat: (at) => far.beat(at),
    lastBeat: () => far.lastBeat(),
    healthy() {
      asked ??= ask();
      return Promise.race([asked, after(HEALTHY_WITHIN_MS, false, { ref: false })]);
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
