/** The parts of an export's README in any language. */
import type { ClassPhase } from '../../shared/protocol/stages.ts';
import type { Consent } from '../classroom/people/consent.ts';
import type { UnreadableDistrict } from './source.ts';

export const DESCRIBED = [
  'decisions.csv',
  'rounds.csv',
  'responses.csv',
  'participants.csv',
  'set-aside.csv',
  'gradebook.csv',
  'codebook.csv',
  'events.jsonl',
  'metadata.json',
  'datapackage.json',
  'dataset_description.json',
] as const;
export type Described = (typeof DESCRIBED)[number];

export interface SessionFacts {
  readonly participants: number;
  readonly districts: number;
  readonly seats: number;
  readonly scenario: string;
  readonly openedAt: string;
  readonly phase: ClassPhase;
  readonly rules: number;
  readonly log: number;
}

/** A language that lacks a part does not compile. */
export interface ReadmeText {
  /** Reference to the README in the other language. */
  readonly elsewhere: string;
  readonly title: (classId: string) => string;
  readonly session: (facts: SessionFacts) => string;
  readonly named: string;
  readonly pseudonymous: string;
  /** Whether everybody was asked for consent, and the count of each answer. */
  readonly consent: (asked: boolean, counts: Readonly<Record<Consent, number>>) => string;
  /** Districts whose record is withheld. */
  readonly withheld: (districts: readonly number[]) => string;
  readonly unreadable: (district: UnreadableDistrict) => string;
  readonly heading: readonly [file: string, row: string];
  readonly files: Readonly<Record<Described, string>>;
  /** Format of the tables, and how programs read it. */
  readonly format: string;
  /** Columns that identify a row and join tables, within a class and across classes. */
  readonly keys: string;
  readonly inR: string;
  readonly inPython: string;
  /** Other uses of the record. */
  readonly replay: string;
  /** Caveats for counting. */
  readonly cautions: string;
}
