/** What a README of an export says, whatever its language. */
import type { ClassPhase } from '../../shared/protocol/stages.ts';
import type { Consent } from '../classroom/consent.ts';
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

/** What a README says, part by part: a language that lacks one does not compile. */
export interface ReadmeText {
  /** Where the same is said in the other language. */
  readonly elsewhere: string;
  readonly title: (classId: string) => string;
  readonly session: (facts: SessionFacts) => string;
  readonly named: string;
  readonly pseudonymous: string;
  /** Whether everybody was asked for consent to research, and how many said what. */
  readonly consent: (asked: boolean, counts: Readonly<Record<Consent, number>>) => string;
  /** Districts whose record is left out. */
  readonly withheld: (districts: readonly number[]) => string;
  readonly unreadable: (district: UnreadableDistrict) => string;
  readonly heading: readonly [file: string, row: string];
  readonly files: Readonly<Record<Described, string>>;
  /** How tables are written, and what programs make of them. */
  readonly format: string;
  /** Which columns name a row, and join the tables of one class and of several. */
  readonly keys: string;
  readonly inR: string;
  readonly inPython: string;
  /** What the record is good for besides. */
  readonly replay: string;
  /** What to mind when counting. */
  readonly cautions: string;
}
