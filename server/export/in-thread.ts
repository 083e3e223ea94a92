/**
 * Makes export files in a worker thread: reading and folding forty districts takes a good part of a second, in which no
 * class would be answered.
 */
import type { SeatEnding } from '../../shared/debrief/own-story.ts';
import type { ClassState } from '../classroom/state/class-state.ts';
import { threadQueue } from '../thread.ts';
import type { MadeFile } from './files.ts';
import type { DistrictRecord } from './source.ts';

export interface ExportTask {
  readonly file: MadeFile;
  readonly state: ClassState;
  readonly records: readonly DistrictRecord[];
  readonly named: boolean;
  /** Includes people without consent: for the class itself. */
  readonly everybody?: true;
}

/** The seats of one district whose stories are wanted. */
export interface StoryTask {
  readonly record: DistrictRecord;
  readonly seats: readonly number[];
}

/** The thread's functions. */
export interface ExportThread {
  readonly make: (task: ExportTask) => Promise<string | Uint8Array>;
  /** Stories by seat; undefined if the record is damaged. */
  readonly stories: (task: StoryTask) => Promise<ReadonlyMap<number, SeatEnding> | undefined>;
}

const THREAD = new URL('./export-thread.ts', import.meta.url);
const exporting = threadQueue<ExportThread>(THREAD);
/** A queue of its own for people's own games, so that a class that ends does not delay a desk's export. */
const telling = threadQueue<ExportThread>(THREAD);

export function exportInThread(task: ExportTask): Promise<string | Uint8Array> {
  return (task.everybody === true ? telling : exporting)((thread) => thread.make(task));
}

export function storiesInThread(task: StoryTask): Promise<ReadonlyMap<number, SeatEnding> | undefined> {
  return telling((thread) => thread.stories(task));
}
