/**
 * Reads the files somebody brings: logs, or what is wrong and on which line. Never throws, since a file may be cut off,
 * edited, reordered, empty or foreign. Zips are those the desk makes.
 */

import { strFromU8, unzipSync } from 'fflate';
import { omitUndefined } from '../engine/omit-undefined.ts';
import { checkText } from '../log/check.ts';
import type { CheckedDistrict } from '../log/district-check.ts';
import type { Finding, LogLimit } from '../log/findings.ts';
import type { DistrictLog } from '../log/jsonl.ts';

const MEGABYTE = 1024 * 1024;
/** Largest file read, packed or unpacked. A class of five hundred takes about a tenth. */
export const LARGEST_FILE = 64 * MEGABYTE;

const METADATA = 'metadata.json';

/** One text with logs: a file, or an entry of a zip. */
export interface Source {
  readonly name: string;
  /** The title that the zip has beside the log. */
  readonly title?: string;
  /** Every district, up to its first faulty line. */
  readonly logs: readonly DistrictLog[];
  readonly districts: readonly CheckedDistrict[];
  readonly findings: readonly Finding[];
  readonly limits: readonly LogLimit[];
}

export function sourceFrom(name: string, text: string): Source {
  return { name, ...checkText(text) };
}

export function sourcesIn(name: string, bytes: Uint8Array): readonly Source[] {
  if (bytes.length > LARGEST_FILE) return [tooLarge(name)];
  return isZip(bytes) ? unpacked(name, bytes) : [sourceFrom(name, strFromU8(bytes))];
}

/** The source for a file refused for its size alone. */
export function tooLarge(name: string): Source {
  return unread(name, 'too-large', String(LARGEST_FILE / MEGABYTE));
}

function unpacked(name: string, bytes: Uint8Array): readonly Source[] {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        if (!isLogName(file.name) && file.name !== METADATA) return false;
        size += file.originalSize;
        return size <= LARGEST_FILE;
      },
    });
    if (size > LARGEST_FILE) return [tooLarge(name)];
    const { [METADATA]: metadata, ...logs } = files;
    const texts = Object.entries(logs);
    if (texts.length === 0) return [unread(name, 'zip-without-log')];
    const title = metadata === undefined ? undefined : titleIn(strFromU8(metadata));
    return texts.map(([within, content]) => ({
      ...sourceFrom(texts.length === 1 ? name : `${name}: ${within}`, strFromU8(content)),
      ...omitUndefined({ title }),
    }));
  } catch {
    return [unread(name, 'zip-unreadable')];
  }
}

function titleIn(metadata: string): string | undefined {
  try {
    const value: unknown = JSON.parse(metadata);
    const titled = typeof value === 'object' && value !== null && 'title' in value ? value.title : undefined;
    return typeof titled === 'string' && titled.trim() !== '' ? titled : undefined;
  } catch {
    return undefined;
  }
}

/** "PK", and what follows where a zip begins with a file. */
const ZIP = [0x50, 0x4b, 3, 4] as const;

function isZip(bytes: Uint8Array): boolean {
  return ZIP.every((byte, place) => bytes[place] === byte);
}

/** False for hidden files that other systems put into zips. */
function isLogName(name: string): boolean {
  return /\.(jsonl|ndjson)$/i.test(name) && !name.startsWith('__MACOSX/');
}

function unread(name: string, what: Finding['what'], about?: string): Source {
  const finding: Finding = { verdict: 'unreadable', line: 1, what, ...omitUndefined({ about }) };
  return { name, logs: [], districts: [], findings: [finding], limits: [] };
}
