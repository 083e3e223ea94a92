/** What people do beside a plan: offers, talk, "go on". Only plans bind (rules L1 to L3). */

import type { Seat } from './actors.ts';
import type { DistrictEvent } from './events.ts';
import { buyRefusal, sellRefusal, wishRefusal } from './legal.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { OfferKind, Plea, TalkLine, Written } from './parts.ts';
import { tenths } from './plans.ts';
import { at, hasPact, isSeat } from './queries.ts';
import { SENTENCES, type SentenceId } from './ready-sentences.ts';
import { isRefusal, type Refusal, type RefusalCode, refuse } from './refusals.ts';
import type { DistrictState } from './state.ts';

export const TALK_LENGTH = 280;

/** Promises and pleas are talk: switched off with it. */
export interface Words {
  readonly promise?: number | undefined;
  readonly plea?: Plea | undefined;
}

function offerRefusal(
  state: DistrictState,
  kind: OfferKind,
  from: Seat,
  to: Seat,
  words: Words,
): RefusalCode | undefined {
  if ((words.promise !== undefined || words.plea !== undefined) && !state.settings.talk) return 'talk-off';
  if ((kind === 'plea') !== (words.plea !== undefined)) return 'plea-unfit';
  if (words.promise !== undefined && !canPromise(state, kind, words.promise)) return 'promise-unfit';
  switch (kind) {
    case 'pact':
      return wishRefusal(state, from, to);
    case 'buy':
      return buyRefusal(state, from, to);
    case 'sell':
      return sellRefusal(state, from, to);
    case 'share':
      if (words.promise === undefined) return 'promise-unfit';
      return hasPact(state.pacts, from, to) ? undefined : 'share-with-stranger';
    case 'plea':
      return words.plea !== undefined && fits(state, words.plea, from, to) ? undefined : 'plea-unfit';
  }
}

/** Whether a promise is in whole tenths and no larger than a plan may be. */
function canPromise({ parameters }: DistrictState, kind: OfferKind, points: number): boolean {
  const exact = points === tenths(points) / 10 && !Object.is(points, -0);
  return (kind === 'pact' || kind === 'share') && exact && points >= 0 && points <= parameters.effort;
}

/** Whether a firm puts the plea to somebody who could grant it. */
function fits(state: DistrictState, plea: Plea, from: Seat, to: Seat): boolean {
  if (!isSeat(state, to) || at(state.actors, from).kind !== 'firm') return false;
  const asked = at(state.actors, to);
  switch (plea) {
    case 'openLab':
      return asked.kind === 'university';
    case 'loosen':
      return at(state.actors, from).parent === to;
    case 'noOrders':
    case 'takeUsIn':
      return asked.kind === 'bureau';
    case 'certify':
    case 'makeLaw':
      return asked.kind === 'commission';
  }
}

export function makeOffer(
  state: DistrictState,
  from: Seat,
  kind: OfferKind,
  to: Seat,
  words: Words = {},
): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'plan') return refuse('wrong-phase');
  const refused = offerRefusal(state, kind, from, to, words);
  if (refused !== undefined) return refuse(refused, isSeat(state, to) ? { seat: to } : undefined);
  const known = state.offers.filter((offer) => offer.kind === kind && offer.from === from && offer.to === to);
  const open = known.find(({ status }) => status === 'open');
  // One plea per receiver and year; a promise to a partner may be replaced.
  if (kind === 'plea' ? known.length > 0 : open !== undefined && kind !== 'share')
    return refuse('offer-exists', { seat: to });
  const { promise, plea } = words;
  const made: DistrictEvent = {
    type: 'OfferMade',
    id: state.nextId,
    kind,
    from,
    to,
    ...omitUndefined({ promise, plea }),
  };
  return open === undefined || kind === 'plea' ? [made] : [{ type: 'OfferWithdrawn', id: open.id }, made];
}

export function answerOffer(
  state: DistrictState,
  seat: Seat,
  id: number,
  accept: boolean,
): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'plan') return refuse('wrong-phase');
  const offer = state.offers.find((known) => known.id === id && known.to === seat);
  if (offer === undefined) return refuse('offer-unknown');
  if (offer.status !== 'open' || offer.kind === 'share') return refuse('offer-answered', { seat: offer.from });
  return [{ type: 'OfferAnswered', id, accept }];
}

export function withdrawOffer(state: DistrictState, seat: Seat, id: number): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'plan') return refuse('wrong-phase');
  const offer = state.offers.find((known) => known.id === id && known.from === seat);
  if (offer === undefined) return refuse('offer-unknown');
  if (offer.status !== 'open') return refuse('offer-answered', { seat: offer.to });
  return [{ type: 'OfferWithdrawn', id }];
}

/** A fingerprint stands for a text that its keeper has already checked (`readTalk`). */
export function say(
  state: DistrictState,
  from: Seat,
  { text, words }: Written,
  to?: Seat,
): readonly DistrictEvent[] | Refusal {
  const refusal = talkRefusal(state, from, to);
  if (refusal !== undefined) return refusal;
  if (state.settings.sentences === true) return refuse('sentences-only');
  const read = words === undefined ? readTalk(text ?? '') : undefined;
  if (isRefusal(read)) return read;
  const written: Written = words === undefined ? { text: read ?? '' } : { words };
  const line = { type: 'Said', id: state.nextId, from, ...written } as const;
  return [to === undefined ? line : { ...line, to }];
}

/** Sends a ready-made sentence, which each reader sees in their own language (rule L4). */
export function sayReady(
  state: DistrictState,
  from: Seat,
  sentence: SentenceId,
  to?: Seat,
): readonly DistrictEvent[] | Refusal {
  const refusal = talkRefusal(state, from, to);
  if (refusal !== undefined) return refusal;
  const line = { type: 'Said', id: state.nextId, from, text: SENTENCES[sentence].en, sentence } as const;
  return [to === undefined ? line : { ...line, to }];
}

function talkRefusal(state: DistrictState, from: Seat, to: Seat | undefined): Refusal | undefined {
  if (!state.settings.talk) return refuse('talk-off');
  return to !== undefined && (!isSeat(state, to) || to === from) ? refuse('unknown-seat') : undefined;
}

/** Rule L5. Lines that have left the state's memory are no longer shown, so they are refused. */
export function takeDown({ talk }: DistrictState, id: number): readonly DistrictEvent[] | Refusal {
  const line = talk.find((known) => known.id === id);
  if (line === undefined) return refuse('line-unknown');
  return line.down === true ? [] : [{ type: 'LineTakenDown', id }];
}

/** The line as seats see it: without its text if it was taken down. */
export function visibleLine(line: TalkLine): TalkLine {
  if (line.down !== true) return line;
  const { id, round, from, to } = line;
  return omitUndefined({ id, round, from, to, down: true as const });
}

/** Normalises what was said to one line, without control characters and bidirectional marks. */
export function readTalk(said: string): string | Refusal {
  const text = said
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  if (text === '') return refuse('talk-empty');
  const length = [...text].length;
  return length > TALK_LENGTH ? refuse('talk-too-long', { value: length, limit: TALK_LENGTH }) : text;
}

export function signalReady(state: DistrictState, seat: Seat): readonly DistrictEvent[] | Refusal {
  if (state.phase !== 'news' && state.phase !== 'reveal') return refuse('wrong-phase');
  return state.ready[seat] === true ? [] : [{ type: 'ReadySignalled', seat }];
}
