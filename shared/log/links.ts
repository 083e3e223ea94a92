/**
 * A hash chain: every line of a version 2 log ends with a link, a hash over its own text and the previous link.
 * Changing, removing or moving a line breaks the chain there.
 *
 *     header.link   = hash(text of the header without its link)
 *     record n.link = hash(link before, text of the record without its link)
 *
 * The hash has no key: the chain detects damage, not forgery.
 */
import { textHash } from '../engine/hash.ts';

/** Headers have a format, records a number. */
interface Line {
  readonly format?: string;
  readonly seq?: number;
  readonly link?: string;
}

/** The link before the first record; a branch has the same as its past. */
export function rootOf(header: Line & { readonly lineage?: { readonly root?: string } }): string | undefined {
  return header.lineage?.root ?? header.link;
}

export function headerLink(header: Line): string {
  return textHash(textOf(header));
}

export function linkAfter(previous: string, record: Line): string {
  return textHash(previous, textOf(record));
}

/** Adds the link to a record. In version 1 there is no link before it, and the record stays unchanged. */
export function linked<T extends Line>(record: T, previous: string | undefined): T {
  return previous === undefined ? record : { ...record, link: linkAfter(previous, record) };
}

/** Adds the link and returns the record's text as well, so that it is serialised once. */
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

/** The link of record `seq` (0: the header), computed if the log has none. */
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
