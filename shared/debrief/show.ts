/**
 * The guided show through a class's record: its slides in order, and the subject of each. A missing case has no slide,
 * and its minutes go to the last slide.
 *
 *     for (const slide of showOf(chronicles)) present(slide);
 */
import type { Seat } from '../engine/actors.ts';
import { keepsWith } from '../engine/edges.ts';
import { numberAt } from '../engine/queries.ts';
import type { DistrictState } from '../engine/state.ts';
import { type Chronicle, type PlayedRound, roundAt } from './chronicle.ts';
import { type Contradiction, contradictionIn } from './contradiction.ts';
import { exchangesIn, keptAcross, type LesserSide, lesserSideOf } from './pacts.ts';
import type { TurningPoint } from './turning-point.ts';
import { turningPointsOf } from './turning-points.ts';

export const SLIDE_KINDS = [
  'guess',
  'reveal',
  'turn',
  'betrayal',
  'contradiction',
  'whatIf',
  'realStreet',
  'sentence',
] as const;
export type SlideKind = (typeof SLIDE_KINDS)[number];

/** `district`: index into the list of chronicles. */
export type Slide =
  | { readonly kind: 'guess' | 'reveal' | 'whatIf' | 'realStreet' | 'sentence' }
  | { readonly kind: 'turn'; readonly district: number; readonly point: TurningPoint }
  | ({ readonly kind: 'betrayal' } & Betrayal)
  | { readonly kind: 'contradiction'; readonly found: Contradiction };

/** Length of the lesson and of each slide, in minutes; three turning points share theirs. */
export const LESSONS = [80, 50] as const;
export type Lesson = (typeof LESSONS)[number];
const MINUTES: Readonly<Record<Lesson, Readonly<Record<SlideKind, number>>>> = {
  80: { guess: 4, reveal: 3, turn: 2, betrayal: 4, contradiction: 4, whatIf: 5, realStreet: 1, sentence: 5 },
  50: { guess: 3, reveal: 2, turn: 1.5, betrayal: 3, contradiction: 3, whatIf: 3, realStreet: 1, sentence: 2 },
};
const TURNS = 3;

export function showOf(chronicles: readonly Chronicle[]): readonly Slide[] {
  const betrayal = betrayalIn(chronicles);
  return [
    { kind: 'guess' },
    { kind: 'reveal' },
    ...turnsOf(chronicles),
    ...(betrayal === undefined ? [] : [{ kind: 'betrayal' as const, ...betrayal }]),
    { kind: 'contradiction', found: contradictionIn(chronicles) },
    ...(chronicles.some(({ rounds }) => rounds.length >= TURNS) ? [{ kind: 'whatIf' as const }] : []),
    { kind: 'realStreet' },
    { kind: 'sentence' },
  ];
}

/** Minutes by slide. They add up to the length of a show with no slide missing. */
export function minutesOf(slides: readonly Slide[], lesson: Lesson): readonly number[] {
  const each = MINUTES[lesson];
  const whole = SLIDE_KINDS.reduce((sum, kind) => sum + each[kind] * (kind === 'turn' ? TURNS : 1), 0);
  const minutes = slides.map(({ kind }) => each[kind]);
  const given = minutes.reduce((sum, value) => sum + value, 0);
  return minutes.map((value, place) => (place === minutes.length - 1 ? value + whole - given : value));
}

// --- Three turning points -----------------------------------------------------------------------------------------

interface Turn {
  readonly kind: 'turn';
  readonly district: number;
  readonly point: TurningPoint;
  readonly people: boolean;
  readonly changed: number;
}

/**
 * Picks three turning points, one of each kind, and tells them in time order. People's seats go first, then points
 * around which most lines changed; years differ if possible.
 */
function turnsOf(chronicles: readonly Chronicle[]): readonly Slide[] {
  const all = chronicles.flatMap((chronicle, district) =>
    turningPointsOf(chronicle)
      // The reveal's slide shows the change of figure.
      .filter(({ kind }) => kind !== 'figureChange')
      .map(
        (point): Turn => ({
          kind: 'turn',
          district,
          point,
          people: point.seats.some((seat) => chronicle.final.seats[seat]?.player !== undefined),
          changed: linesChanged(chronicle, point.round),
        }),
      ),
  );
  const ranked = all.toSorted((one, other) => Number(other.people) - Number(one.people) || other.changed - one.changed);
  const chosen: Turn[] = [];
  const take = (unlike: (one: Turn, other: Turn) => boolean) => {
    for (const turn of ranked) {
      if (chosen.length < TURNS && chosen.every((other) => unlike(turn, other))) chosen.push(turn);
    }
  };
  // Different years tell more of a story; a game with a single year keeps what it has.
  take((one, other) => one.point.kind !== other.point.kind && one.point.round !== other.point.round);
  take((one, other) => one.point.kind !== other.point.kind);
  return chosen
    .toSorted((one, other) => one.point.round - other.point.round)
    .map(({ kind, district, point }) => ({ kind, district, point }));
}

/** Number of map lines that differ between the year before and the year after. */
function linesChanged(chronicle: Chronicle, round: number): number {
  const before = linesOf(roundAt(chronicle, round - 1));
  const after = linesOf(roundAt(chronicle, round + 1) ?? chronicle.rounds.at(-1));
  return [...before].filter((line) => !after.has(line)).length + [...after].filter((line) => !before.has(line)).length;
}

function linesOf(played: PlayedRound | undefined): ReadonlySet<string> {
  if (played === undefined) return new Set();
  const { after } = played;
  return new Set([
    ...keptAcross(played).map(({ a, b }) => `${a}=${b}`),
    ...after.firms.flatMap(({ owner }, seat) => (owner === undefined ? [] : [`${owner}>${seat}`])),
  ]);
}

// --- A betrayal, both sides ---------------------------------------------------------------------------------------

export interface Betrayal extends LesserSide {
  readonly district: number;
  readonly round: number;
  /** For how many years in a row the traitor had gained more than its partner since. */
  readonly paidYears: number;
  readonly toTheEnd: boolean;
}

/**
 * The widest gap between two firms in an unkept pact at least a year old. Prefers one with enough years after it to see
 * the outcome.
 */
function betrayalIn(chronicles: readonly Chronicle[]): Betrayal | undefined {
  const all = chronicles.flatMap((chronicle, district) =>
    betrayalsOf(chronicle, district).map((betrayal) => ({ betrayal, years: yearsFrom(chronicle, betrayal.round) })),
  );
  const early = all.filter(({ years }) => years >= TELLING_YEARS);
  const told = (early.length > 0 ? early : all).map(({ betrayal }) => betrayal);
  return told.toSorted((one, other) => other.got - other.gave - (one.got - one.gave))[0];
}

const TELLING_YEARS = 3;

function yearsFrom({ rounds }: Chronicle, round: number): number {
  return rounds.filter((each) => each.round >= round).length;
}

function betrayalsOf(chronicle: Chronicle, district: number): readonly Betrayal[] {
  const { final, rounds } = chronicle;
  const isFirm = (seat: Seat) => final.actors[seat]?.kind === 'firm';
  return rounds.flatMap((played) =>
    exchangesIn(played).flatMap((exchange): readonly Betrayal[] => {
      const { a, b, since } = exchange;
      const side = lesserSideOf(exchange);
      if (since >= played.round || !isFirm(a) || !isFirm(b) || !isOneSided(played.after, side)) return [];
      return [{ district, round: played.round, ...side, ...paid(chronicle, played, side.by, side.against) }];
    }),
  );
}

/** Whether only the other side kept the pact. */
function isOneSided({ parameters }: DistrictState, { gave, got }: LesserSide): boolean {
  return !keepsWith(parameters, gave) && keepsWith(parameters, got);
}

function paid({ rounds }: Chronicle, { round, before }: PlayedRound, by: Seat, against: Seat) {
  const scores = (seat: Seat) => (played: PlayedRound) => numberAt(played.after.history.at(-1)?.scores ?? [], seat);
  const start = before.history.at(-1)?.scores ?? [];
  const lead = (played: PlayedRound) =>
    scores(by)(played) - numberAt(start, by) - (scores(against)(played) - numberAt(start, against));
  const since = rounds.filter((each) => each.round >= round);
  const behind = since.findIndex((played) => lead(played) <= 0);
  return { paidYears: behind < 0 ? since.length : behind, toTheEnd: behind < 0 };
}

// --- What if, in a headline ---------------------------------------------------------------------------------------

export type Headline =
  | { readonly said: 'noDifference' }
  | { readonly said: 'poorerThenRicher'; readonly until: number; readonly percent: number }
  | { readonly said: 'richer' | 'behind'; readonly percent: number };

const SAME = 0.03;

/** Takes district incomes by round from the first one replayed. `until` counts from 1 in these lists. */
export function headlineOf(happened: readonly number[], model: readonly number[]): Headline {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const change = sum(model) / sum(happened) - 1;
  const lastPoorer = model.findLastIndex((value, place) => value < (happened[place] ?? value));
  const rest = (values: readonly number[]) => sum(values.slice(lastPoorer + 1));
  const later = rest(happened) === 0 ? 0 : rest(model) / rest(happened) - 1;
  if (Math.abs(change) < SAME && Math.abs(later) < SAME) return { said: 'noDifference' };
  if (lastPoorer >= 0 && later >= SAME)
    return { said: 'poorerThenRicher', until: lastPoorer + 1, percent: later * 100 };
  return change >= 0 ? { said: 'richer', percent: change * 100 } : { said: 'behind', percent: -change * 100 };
}
