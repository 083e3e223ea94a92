/** Sentences about the street in a reveal: first the outcome of the year's news, then the rarest events. */
import type { Seat } from '../../../shared/engine/actors.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { Happening, PublicView } from '../../../shared/engine/public-view.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { list, num, percent, t } from '../../state/language.ts';
import { nameOf } from '../names.ts';
import { sentencesOf } from './happenings.ts';

/** Offices act nearly every year, so they come last. */
const ORDER: readonly Happening['type'][] = [
  'HubFaltered',
  'FirmFailed',
  'FirmRescued',
  'FirmLeft',
  'FirmSold',
  'ForeignPartnerJoined',
  'FirmAbsorbed',
  'PactBroken',
  'PactFormed',
  'ListMade',
  'PolicyMade',
];

interface Opening {
  readonly text: string;
  /** Type of event that the text covers. */
  readonly tells?: Happening['type'];
}

export function yearSentences(view: PublicView): readonly string[] {
  const opening = openingOf(view);
  const rest = view.happenings
    .filter(({ type }) => type !== opening?.tells)
    .toSorted((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type));
  const told = rest.flatMap((happening) => {
    const { type } = happening;
    if (type !== 'PactFormed' && type !== 'PactBroken') return sentencesOf(view, happening);
    const alike = rest.filter((each) => each.type === type);
    if (alike.length === 1) return sentencesOf(view, happening);
    return happening === alike[0] ? [inOneLine(view, alike)] : [];
  });
  // A quiet year has a sentence of its own.
  return opening === undefined || (told.length === 0 && opening.tells === undefined) ? told : [opening.text, ...told];
}

function inOneLine(view: PublicView, alike: readonly Happening[]): string {
  const name = (seat: Seat) => nameOf(view, seat);
  const formed = alike.flatMap((event) =>
    event.type === 'PactFormed' ? [t('play.pair', { a: name(event.a), b: name(event.b) })] : [],
  );
  if (formed.length > 0) return t('play.happened-formedAll', { pairs: list(formed) });
  const broken = alike.flatMap((event) =>
    event.type === 'PactBroken' ? [t('play.pairLeft', { a: name(event.by), b: name(event.with) })] : [],
  );
  return t('play.happened-brokenAll', { pairs: list(broken) });
}

/** Outcome of this year's news, from public facts. */
function openingOf(view: PublicView): Opening | undefined {
  const begun = (parameter: keyof Parameters) =>
    (view.effects ?? []).some((effect) => effect.parameter === parameter && effect.from === view.round);
  const [last, before] = [view.history.at(-1), view.history.at(-2)];
  if (last === undefined || before === undefined) return undefined;
  const earned = { now: num(last.income, 0), before: num(before.income, 0) };
  if (view.shocked && numbersOf(view)?.shockRound === view.round) return { text: t('play.year-demand', earned) };
  if (begun('leaveForced') && hasTrees(view)) return named(view, 'leaving', 'FirmLeft');
  if (begun('loanInterest')) return named(view, 'credit', 'FirmFailed');
  if (begun('margin')) {
    const shares = { now: percent(last.tradeShare), before: percent(before.tradeShare) };
    return { text: t('play.year-founders', shares) };
  }
  if (begun('priceBase')) return named(view, 'ship', 'FirmSold');
  return view.round === view.rounds ? { text: t('play.year-last', earned) } : undefined;
}

function hasTrees({ seats, happenings }: PublicView): boolean {
  return seats.some(({ owner }) => owner !== undefined) || happenings.some(({ type }) => type === 'FirmLeft');
}

function named(view: PublicView, year: 'leaving' | 'credit' | 'ship', tells: Happening['type']): Opening {
  const names = view.happenings.flatMap((event) => {
    if (event.type !== tells) return [];
    return 'firm' in event ? [nameOf(view, event.firm)] : 'seller' in event ? [nameOf(view, event.seller)] : [];
  });
  const text = names.length === 0 ? t(`play.year-${year}None`) : t(`play.year-${year}`, { names: list(names) });
  return { text, tells };
}
