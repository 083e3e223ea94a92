/**
 * Five cards about the player's own game, of one or two sentences each. Hypothetical results are called the model's
 * answer.
 */

import type { OfficeStory } from '../../../shared/debrief/own-office.ts';
import type { Otherwise, OwnStory } from '../../../shared/debrief/own-story.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { nameOf } from '../../panels/names.ts';
import { list, num, passage, t } from '../../state/language.ts';

interface Card {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly modelled?: true;
}

/** Smallest difference worth telling. */
const LEAST = 0.05;

export function OwnCards({ view, story }: { view: SeatView; story: OwnStory }) {
  return (
    <ol class="own-cards">
      {cardsOf(view, story).map(({ title, sentences, modelled }) => (
        <li key={title}>
          <h3 class="label">{title}</h3>
          <p>{passage(sentences)}</p>
          {modelled && <p class="small soft">{t('ending.modelsAnswer')}</p>}
        </li>
      ))}
    </ol>
  );
}

export function cardsOf(view: SeatView, story: OwnStory): readonly Card[] {
  const kind = view.public.seats[view.seat]?.kind;
  const role = kind === 'firm' || kind === 'university' ? kind : 'government';
  const first =
    story.office === undefined
      ? [partnerCard(view, story), { title: t('ending.hand'), sentences: handOf(view, story) }]
      : [
          { title: t('ending.largestUse'), sentences: [useOf(story.office)] },
          { title: t('ending.taken'), sentences: tookOf(view, story.office) },
          ...certifiedCard(view, story.office),
        ];
  const { onlySo, instead } = story;
  const only = onlySo === undefined ? [] : onlySoOf(story, onlySo, role);
  const shared = instead === undefined ? [] : insteadOf(story, instead, role);
  const answers = [
    { title: t(`ending.only-${role}`), sentences: only, modelled: true },
    {
      title: t(`ending.instead-${kind === 'commission' ? kind : role}`),
      sentences: shared,
      modelled: true,
    },
  ] as const;
  return [...first, turningCard(view, story), ...answers.filter(({ sentences }) => sentences.length > 0)];
}

function yearOf(view: SeatView, round: number): number {
  return newsOf(view.public.scenario, round)?.year ?? round;
}

/** A partner who gave less than this share of what it got is not called the best, however much it taught. */
const FAIR = 0.5;

function partnerCard(view: SeatView, { partner }: OwnStory): Card {
  const title = t('ending.partner');
  if (partner === undefined) return { title, sentences: [t('ending.noPact')] };
  const learnt = t('ending.learnt', { name: nameOf(view.public, partner.seat), n: num(partner.learnt) });
  const points = { a: num(partner.received), b: num(partner.given) };
  if (partner.received < partner.given * FAIR)
    return { title: t('ending.oneSided'), sentences: [learnt, t('ending.gaveMore', points)] };
  if (partner.given >= partner.received - LEAST) return { title, sentences: [learnt] };
  return { title, sentences: [learnt, t('ending.gaveLess', points)] };
}

function handOf(view: SeatView, { everPact, emptyHand }: OwnStory): readonly string[] {
  if (!everPact) return [t('ending.noPact')];
  if (emptyHand === undefined) return [t('ending.noEmptyHand')];
  const { round, given, received } = emptyHand;
  const name = nameOf(view.public, emptyHand.with);
  const told = t('ending.handOf', { year: yearOf(view, round), name, a: num(given), b: num(received) });
  return given < received ? [told, t('ending.handYours')] : [told];
}

/** An office seldom has a decisive year; its card is about the choice between its score and the street. */
function turningCard(view: SeatView, story: OwnStory): Card {
  const { office, turning, onlySo, instead } = story;
  const asUsual = { title: t('ending.turning'), sentences: [turningOf(view, story)] };
  if (office === undefined || turning !== undefined || onlySo === undefined || instead === undefined) return asUsual;
  const more = onlySo.score - instead.score;
  const less = instead.innovation - onlySo.innovation;
  if (less < LEAST) return asUsual;
  const values = { d: num(Math.abs(more)), i: num(less) };
  return {
    title: t('ending.dilemma'),
    sentences: [t(more < LEAST ? 'ending.dilemmaLate' : 'ending.dilemmaOf', values)],
    modelled: true,
  };
}

function turningOf(view: SeatView, { turning }: OwnStory): string {
  if (turning === undefined) return t('ending.noTurning');
  const { round, before, after, turn } = turning;
  const told = { year: yearOf(view, round), a: num(before), b: num(after) };
  if (turn === undefined) return t('ending.turned', told);
  const name = turn.with === undefined ? '' : nameOf(view.public, turn.with);
  return t('ending.turnedBy', { ...told, event: t(`ending.turn-${turn.kind}`, { name }) });
}

type Role = 'firm' | 'university' | 'government';

/** Values of the sentence: `s` and `k` are score and knowledge in the model's answer, `n` and `own` the actual ones. */
function besides(story: OwnStory, other: Otherwise) {
  return { s: num(other.score), n: num(story.score), k: num(other.innovation), own: num(story.innovation) };
}

function onlySoOf(story: OwnStory, other: Otherwise, role: Role): readonly string[] {
  const told = t(`ending.onlySo-${role}`, besides(story, other));
  const more = other.score - story.score;
  const less = story.innovation - other.innovation;
  if (Math.abs(more) < LEAST && Math.abs(less) < LEAST) return [told, t('ending.sameAsYou')];
  if (more < LEAST || less < LEAST) return [told];
  return [told, t('ending.moreForYou', { d: num(more), i: num(less) })];
}

function insteadOf(story: OwnStory, other: Otherwise, role: Role): readonly string[] {
  const told = t(`ending.insteadSo-${role}`, besides(story, other));
  const won = story.score - other.score;
  const lost = other.innovation - story.innovation;
  if (won < LEAST || lost < LEAST) return [told];
  return [told, t('ending.youWon', { d: num(won), i: num(lost) })];
}

function useOf({ use }: OfficeStory): string {
  if (use === undefined) return t('ending.noUse');
  return t('ending.mostlyUse', { use: t(`plan.use-${use.instrument}`), n: num(use.points) });
}

function tookOf(view: SeatView, { took, freed, ends }: OfficeStory): readonly string[] {
  if (took.length === 0) return [t('ending.tookNobody')];
  const left = freed.map(({ seat, round }) =>
    t('ending.freedOf', { name: nameOf(view.public, seat), year: yearOf(view, round) }),
  );
  return [
    t('ending.took', { names: list(took.map((seat) => nameOf(view.public, seat))) }),
    ...(left.length === 0 ? [] : [t('ending.freed', { names: list(left) })]),
    ...(ends === undefined ? [] : [t('ending.tookEnds', { a: num(ends.taken), b: num(ends.others) })]),
  ];
}

/** More firms than this are not named. */
const CERTIFIED = 4;

function certifiedCard(view: SeatView, { certified }: OfficeStory): readonly Card[] {
  if (certified === undefined) return [];
  const sentences = certified.slice(0, CERTIFIED).map(({ seat, years, pacts, kept }) =>
    t(pacts === 0 ? 'ending.certifiedAlone' : 'ending.certifiedOf', {
      name: nameOf(view.public, seat),
      count: years,
      kept,
      pacts,
    }),
  );
  return [
    { title: t('ending.certified'), sentences: sentences.length === 0 ? [t('ending.certifiedNobody')] : sentences },
  ];
}
