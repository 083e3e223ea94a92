/**
 * Every line of a log of version 2 ends with a link: a hash over its own text and over the link of the line before.
 * Whoever changes a line, takes one out or moves one breaks the chain there.
 *
 *     header.link   = hash(text of the header without its link)
 *     record n.link = hash(link before, text of the record without its link)
 *
 * The hash has no key: the chain shows damage, not intent.
 */
import { textHash } from '../engine/hash.ts';

/** A header has a format, a record a number. */
interface Line {
  readonly format?: string;
  readonly seq?: number;
  readonly link?: string;
}

/** What the first record is linked to: in a branch, what the first record of its past is. */
export function rootOf(header: Line & { readonly lineage?: { readonly root?: string } }): string | undefined {
  return header.lineage?.root ?? header.link;
}

export function headerLink(header: Line): string {
  return textHash(textOf(header));
}

export function linkAfter(previous: string, record: Line): string {
  return textHash(previous, textOf(record));
}

/** The record with its link. Without a link before it the log is of version 1, and the record stays as it is. */
export function linked<T extends Line>(record: T, previous: string | undefined): T {
  return previous === undefined ? record : { ...record, link: linkAfter(previous, record) };
}

/** The same with its text, which is put together once. */
export function linkedLine<T extends Line>(record: T, previous: string | undefined): { record: T; line: string } {
  const text = textOf(record);
  if (previous === undefined) return { record, line: text };
  const link = textHash(previous, text);
  return { record: { ...record, link }, line: `${text.slice(0, -1)},"link":"${link}"}` };
}

interface Lines {
  readonly header: Line;
  readonly records: readonly Line[];
}

/** The link of the record `seq`, 0 for the header's; computed where the log has none. */
export function linkAt({ header, records }: Lines, seq: number): string {
  const stored = seq === 0 ? header.link : records[seq - 1]?.link;
  if (stored !== undefined) return stored;
  return records.slice(0, seq).reduce((link, record) => linkAfter(link, record), headerLink(header));
}

function textOf(line: Line): string {
  if (line.link === undefined) return JSON.stringify(line);
  const { link: _, ...unlinked } = line;
  return JSON.stringify(unlinked);
}
