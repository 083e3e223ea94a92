/** The round as a short story: its happenings in the order of the model's steps, with captions and times. Pure. */
import type { Seat } from '../../shared/engine/actors.ts';
import { POLICY_INSTRUMENTS, type PolicyInstrument } from '../../shared/engine/plans.ts';
import type { Happening, PublicView } from '../../shared/engine/public-view.ts';
import { type Language, MARKS } from '../../shared/i18n/languages.ts';
import { mapWords, type Say } from './words.ts';

/** In the order of the model's steps (model §4). */
export const BEATS = [
  'policy',
  'listed',
  'absorbed',
  'broken',
  'formed',
  'left',
  'sold',
  'foreign',
  'knowledge',
  'goods',
  'tax',
  'rescued',
  'failed',
  'falters',
  'shock',
] as const;
export type BeatKind = (typeof BEATS)[number];

/** From and to; both the same if only one seat is concerned. */
export type Pair = readonly [Seat, Seat];

export interface Beat {
  readonly kind: BeatKind;
  /** Milliseconds from the story's start. */
  readonly at: number;
  readonly length: number;
  readonly caption: string;
  readonly pairs: readonly Pair[];
  /** Whether it is told over the new picture; deals are told over the old one. */
  readonly after: boolean;
}

/** An instant of the story, for drawing. */
export interface StoryMoment {
  readonly beat: Beat;
  /** Elapsed share of the beat, 0 to 1. */
  readonly t: number;
}

export const LONGEST_STORY = 8000;
const BEAT_LENGTH = 1300;
const NAMED_PAIRS = 2;
const DEALS: readonly BeatKind[] = ['policy', 'listed', 'absorbed', 'broken', 'formed', 'left', 'sold', 'foreign'];

export function storyOf(view: PublicView, language: Language, shockArrived: boolean): readonly Beat[] {
  const say = mapWords(language);
  const told = BEATS.flatMap((kind) => {
    const pairs = kind === 'shock' ? (shockArrived ? [[-1, -1] as const] : []) : pairsOf(kind, view);
    return pairs === undefined || (pairs.length === 0 && kind !== 'knowledge')
      ? []
      : [{ kind, pairs, caption: captionOf(kind, pairs, view, language, say) }];
  });
  const length = Math.min(BEAT_LENGTH, Math.floor(LONGEST_STORY / Math.max(1, told.length)));
  return told.map((beat, place) => ({ ...beat, at: place * length, length, after: !DEALS.includes(beat.kind) }));
}

export function lengthOfStory(beats: readonly Beat[]): number {
  const last = beats.at(-1);
  return last === undefined ? 0 : last.at + last.length;
}

export function momentOf(beats: readonly Beat[], time: number): StoryMoment | undefined {
  const beat = beats.findLast((each) => each.at <= time);
  if (beat === undefined || time >= beat.at + beat.length) return undefined;
  return { beat, t: (time - beat.at) / beat.length };
}

function pairsOf(kind: BeatKind, view: PublicView): readonly Pair[] | undefined {
  const firms = view.seats.filter((seat) => seat.kind === 'firm').map((seat) => seat.seat);
  if (kind === 'knowledge')
    return view.pacts.length === 0
      ? undefined
      : view.pacts.filter((pact) => pact.kept === true).map((pact) => [pact.a, pact.b] as const);
  if (kind === 'goods') return firms.map((firm) => [firm, firm] as const);
  if (kind === 'tax') {
    const collector =
      view.seats.find((seat) => seat.kind === 'bureau') ?? view.seats.find((seat) => seat.kind === 'commission');
    return collector === undefined ? [] : firms.map((firm) => [firm, collector.seat] as const);
  }
  return view.happenings.flatMap((happening) => pairsIn(kind, happening));
}

function pairsIn(kind: BeatKind, happening: Happening): readonly Pair[] {
  switch (happening.type) {
    case 'PolicyMade':
      return kind === 'policy'
        ? happening.spent.filter((each) => spentAnything(each.points)).map((each) => [each.seat, each.seat] as const)
        : [];
    case 'ListMade':
      return kind === 'listed' ? happening.listed.map((firm) => [firm, firm] as const) : [];
    case 'FirmLeft':
      return kind === 'left' ? [[happening.firm, happening.owner]] : [];
    case 'FirmAbsorbed':
      return kind === 'absorbed' ? [[happening.firm, happening.head]] : [];
    case 'PactBroken':
      return kind === 'broken' ? [[happening.by, happening.with]] : [];
    case 'PactFormed':
      return kind === 'formed' ? [[happening.a, happening.b]] : [];
    case 'FirmSold':
      return kind === 'sold' ? [[happening.seller, happening.buyer]] : [];
    case 'ForeignPartnerJoined':
      return kind === 'foreign' ? [[happening.firm, happening.firm]] : [];
    case 'FirmRescued':
      return kind === 'rescued' ? [[happening.firm, happening.head]] : [];
    case 'FirmFailed':
      return kind === 'failed' ? [[happening.firm, happening.firm]] : [];
    case 'HubFaltered':
      return kind === 'falters' ? happening.members.map((member) => [happening.head, member] as const) : [];
  }
}

function spentAnything(points: Readonly<Record<PolicyInstrument, number>>): boolean {
  return POLICY_INSTRUMENTS.some((instrument) => points[instrument] > 0);
}

const TELL_INSTRUMENT = {
  command: 'tellCommand',
  law: 'tellLaw',
  reform: 'tellReform',
  fund: 'tellFund',
  training: 'tellTraining',
} as const;

function captionOf(kind: BeatKind, pairs: readonly Pair[], view: PublicView, language: Language, say: Say): string {
  const name = (seat: Seat) => view.seats[seat]?.name[language] ?? '';
  const { names: comma, clauses: joint } = MARKS[language];
  const each = (text: (pair: Pair) => string) => {
    const named = pairs.slice(0, NAMED_PAIRS).map(text);
    return pairs.length > NAMED_PAIRS ? [...named, say('tellMore')].join(joint) : named.join(joint);
  };
  switch (kind) {
    case 'policy':
      return each(([body]) =>
        say('tellPolicy', { name: name(body), instruments: instrumentsOf(view, body, say).join(comma) }),
      );
    case 'listed':
      return say('tellListed', { firms: pairs.map(([firm]) => name(firm)).join(comma) });
    case 'left':
      return each(([firm, owner]) => say('tellLeft', { firm: name(firm), owner: name(owner) }));
    case 'absorbed':
      return each(([firm, head]) => say('tellAbsorbed', { firm: name(firm), head: name(head) }));
    case 'broken':
      return each(([by, other]) => say('tellBroken', { by: name(by), with: name(other) }));
    case 'formed':
      return say('tellFormed', { pairs: each(([a, b]) => `${name(a)} – ${name(b)}`) });
    case 'sold':
      return each(([seller, buyer]) => say('tellSold', { seller: name(seller), buyer: name(buyer) }));
    case 'foreign':
      return each(([firm]) => say('tellForeign', { firm: name(firm) }));
    case 'knowledge':
      if (pairs.length > 0) return say('tellKnowledge');
      return say(view.pacts.some(({ since }) => since < view.round) ? 'tellNoKnowledge' : 'tellLearning');
    case 'goods':
      return say('tellGoods', { income: Math.round(view.history.at(-1)?.income ?? 0) });
    case 'tax':
      return say('tellTax');
    case 'rescued':
      return each(([firm, head]) => say('tellRescued', { firm: name(firm), head: name(head) }));
    case 'failed':
      return each(([firm]) => say('tellFailed', { firm: name(firm) }));
    case 'falters':
      return say('tellFalters', { head: name(pairs[0]?.[0] ?? 0) });
    case 'shock':
      return say('tellShock');
  }
}

function instrumentsOf(view: PublicView, body: Seat, say: Say): readonly string[] {
  for (const happening of view.happenings)
    if (happening.type === 'PolicyMade') {
      const points = happening.spent.find((entry) => entry.seat === body)?.points;
      return points === undefined
        ? []
        : POLICY_INSTRUMENTS.filter((instrument) => points[instrument] > 0).map((instrument) =>
            say(TELL_INSTRUMENT[instrument]),
          );
    }
  return [];
}
