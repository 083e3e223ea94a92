/**
 * Files of an export, made in a thread of their own: to read and fold forty districts takes a good part of a second, in
 * which no other class would be answered.
 */
import type { OwnTold } from '../../shared/debrief/own-story.ts';
import type { ClassState } from '../classroom/class-state.ts';
import { inTurn } from '../thread.ts';
import type { MadeFile } from './files.ts';
import type { DistrictRecord } from './source.ts';

export interface ExportTask {
  readonly file: MadeFile;
  readonly state: ClassState;
  readonly records: readonly DistrictRecord[];
  readonly named: boolean;
  /** Also those who gave no consent: for the class's own people. */
  readonly everybody?: true;
}

/** Which seats' stories of one district. */
export interface StoryTask {
  readonly record: DistrictRecord;
  readonly seats: readonly number[];
}

/** What the thread is asked. */
export interface ExportThread {
  readonly make: (task: ExportTask) => Promise<string | Uint8Array>;
  /** By seat; undefined where the record is damaged. */
  readonly stories: (task: StoryTask) => Promise<ReadonlyMap<number, OwnTold> | undefined>;
}

const THREAD = new URL('./export-thread.ts', import.meta.url);
const exporting = inTurn<ExportThread>(THREAD);
/** What people ask of their own games: a class that ends keeps no desk waiting. */
const telling = inTurn<ExportThread>(THREAD);

export function exportApart(task: ExportTask): Promise<string | Uint8Array> {
  return (task.everybody === true ? telling : exporting)((thread) => thread.make(task));
}

export function storiesApart(task: StoryTask): Promise<ReadonlyMap<number, OwnTold> | undefined> {
  return telling((thread) => thread.stories(task));
}
