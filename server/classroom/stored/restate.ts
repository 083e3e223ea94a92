/**
 * Streams of older versions have texts in their lines. Before a person is erased from such a class, its texts move
 * beside the lines, where they can be removed.
 */
import { checkStream } from '../../../shared/log/check.ts';
import { linesOf } from '../../../shared/log/jsonl.ts';
import { linked } from '../../../shared/log/links.ts';
import { hasTexts, restated } from '../../../shared/log/restate.ts';
import { newSalt } from '../../access/secrets.ts';
import { classStream, districtStream, type EventStore, type KeptWords, readText } from '../../storage/port.ts';
import { attachWords, type ClassRecord, detachWords, textsOf } from './own-words.ts';
import { NO_LINK, parseRecord, readClass } from './stream.ts';

export interface OlderStream {
  readonly stream: string;
  readonly lines: readonly string[];
  readonly words: readonly KeptWords[];
}

/** Restated streams that hold texts, and names of damaged ones that do. */
export interface Older {
  readonly streams: readonly OlderStream[];
  readonly damaged: readonly string[];
}

type Reading = Pick<EventStore, 'read' | 'wordsIn'>;

export async function olderStreams(store: Reading, classId: string): Promise<Older> {
  const { log } = await readClass(store, classId);
  const own = classStream(classId);
  const found = [await olderClass(store, own)];
  for (const { id } of log?.state.districts ?? []) found.push(await olderDistrict(store, districtStream(id)));
  return {
    streams: found.flatMap((each) => (typeof each === 'string' ? [] : (each ?? []))),
    damaged: found.filter((each) => typeof each === 'string'),
  };
}

/** Undefined if no line has a text; the stream's name if it is damaged. */
async function olderClass(store: Reading, stream: string): Promise<OlderStream | string | undefined> {
  const stored = await store.read(stream);
  const texts = textsOf(await store.wordsIn(stream));
  const words: KeptWords[] = [];
  const lines: string[] = [];
  let link = NO_LINK;
  for (const [place, { line }] of stored.entries()) {
    const record = parseRecord(line, place);
    if (record === undefined) return stream;
    const split = record.events.map((event) =>
      event.words === undefined && event.roster === undefined
        ? detachWords(attachWords([event], texts))
        : withRoster(event),
    );
    words.push(...split.flatMap((each) => each.words));
    const { link: _, ...rest } = record;
    const kept = linked<ClassRecord>({ ...rest, events: split.flatMap((each) => each.kept) }, link);
    link = kept.link ?? link;
    lines.push(JSON.stringify(kept));
  }
  const same = lines.every((line, place) => line === stored[place]?.line);
  return same ? undefined : { stream, lines, words };
}

function withRoster(event: Parameters<typeof attachWords>[0][number]): ReturnType<typeof detachWords> {
  const hidden = event.roster?.every(({ words }) => words !== undefined) ?? true;
  return hidden ? { kept: [event], words: [] } : detachWords(attachWords([event], new Map()));
}

async function olderDistrict(store: Reading, stream: string): Promise<OlderStream | string | undefined> {
  const text = await readText(store, stream);
  if (!text.includes('"Said"')) return undefined;
  const { log, finding } = checkStream(text);
  if (log === undefined || finding !== undefined) return text.includes('"text":') ? stream : undefined;
  if (!hasTexts(log)) return undefined;
  const { log: anew, words } = restated(log, newSalt);
  return {
    stream,
    lines: linesOf(anew),
    words: words.map(({ player = '', ...own }): KeptWords => ({ ...own, person: player, kind: 'talk' })),
  };
}

/** False if the store failed, or a stream grew meanwhile. */
export async function restateAll(
  store: Pick<EventStore, 'restate'>,
  classId: string,
  streams: readonly OlderStream[],
): Promise<boolean> {
  for (const { stream, lines, words } of streams) {
    if ((await store.restate(stream, classId, lines, words)) !== 'stored') return false;
  }
  return true;
}
