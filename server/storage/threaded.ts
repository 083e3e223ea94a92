/**
 * The SQLite store in a worker thread: while a flush takes its time, the server goes on reading and sending messages.
 * Appends of one turn of the event loop, and those made while the thread was writing, form one batch with one
 * transaction.
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

/** A disk slower than this for one small write is unhealthy. */
const HEALTHY_WITHIN_MS = 2_000;

export interface ThreadData {
  readonly file: string;
  readonly holder: Holder;
  /** Level of the thread's own log, which goes where the server's does. */
  readonly logLevel: string;
}

/** Rejects if the store cannot be opened. If the thread ends unexpectedly, so does the process. */
export async function openThreadedStore(file: string, log: Logger): Promise<EventStore> {
  const holder: Holder = { id: randomUUID(), address: '' };
  const worker = new Worker(new URL('./sqlite-thread.ts', import.meta.url), {
    // A worker does not understand all of the process's own arguments.
    execArgv: [],
    workerData: { file, holder, logLevel: log.level } satisfies ThreadData,
  });
  await once(worker, 'message');
  const far = createBirpc<Omit<KyselyStore, 'holder'>>(
    {},
    {
      post: (message) => worker.postMessage(message),
      on: (answer) => worker.on('message', answer),
      // No time limit: a disk may be arbitrarily slow.
      timeout: -1,
    },
  );
  let closing: Promise<void> | undefined;
  worker.once('exit', (code) => {
    far.$close();
    // Without the thread nothing can be acknowledged. Acknowledged data is on the disk for the next process.
    if (closing === undefined) throw new Error(`the thread of the store ended with ${code}`);
  });
  const appends = new GroupCommit((batch) =>
    far.write(batch).catch((err: unknown) => {
      log.error({ err, appends: batch.length }, 'the thread of the store gave no answer');
      return batch.map(() => 'unavailable');
    }),
  );
  // One check at a time, so that checks do not pile up on a slow disk.
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
    heartbeat: (at) => far.heartbeat(at),
    lastHeartbeat: () => far.lastHeartbeat(),
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
