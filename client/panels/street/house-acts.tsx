/** Actions with one other seat this year: each writes into the person's plan, and sends an offer if it takes two. */

import { useState } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { SeatOption } from '../../../shared/engine/legal.ts';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { type DealOffer, PLEAS, type Plea } from '../../../shared/engine/parts.ts';
import { REPLY_IDS } from '../../../shared/engine/ready-sentences.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { type Draft, decided, toggled, under, verbOf, withAccepted } from '../../state/draft.ts';
import { changeDraft, draft } from '../../state/draft-store.ts';
import { talk } from '../../state/game.ts';
import { t } from '../../state/language.ts';
import { pactPlaces } from '../../state/pact-places.ts';
import { saidText } from '../../state/said.ts';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { type Act, useAct } from '../act.ts';
import { written } from '../deals/answer-offer.ts';
import { BreakButton } from '../deals/break-button.tsx';
import { answerTo, promisedBy } from '../deals/promises.ts';
import { nameOf } from '../names.ts';

function may(options: readonly SeatOption[], seat: Seat): boolean {
  return options.some((option) => option.seat === seat && option.refused === undefined);
}

type Refused = Extract<Awaited<ReturnType<Act>>, { readonly ok: false }>['refused'];

/** A firm has one deal a year. */
export function replacesDeal(now: Draft, kind: DealOffer): boolean {
  return now.kind === 'firm' && now.verb !== 'none' && now.verb !== verbOf(kind);
}

/** Sends an offer and writes the wish into the person's plan, since a deal needs both plans. */
export function useOffer(
  view: SeatView,
): (kind: DealOffer, to: Seat, promise?: number) => Promise<Refused | undefined> {
  const act = useAct();
  return async (kind, to, promise) => {
    const answer = await act({ type: 'makeOffer', kind, to, ...omitUndefined({ promise }) });
    if (!answer.ok && answer.refused !== 'offer-exists') return answer.refused;
    if (draft.value !== undefined) {
      changeDraft(withOffered(draft.value, view, kind, to, promise));
      written.value = view.public.round;
    }
    return undefined;
  };
}

/** Places promised points at once. An offer to buy writes the same as accepting an offer to sell, and vice versa. */
function withOffered(now: Draft, view: SeatView, kind: DealOffer, to: Seat, promise?: number): Draft {
  const mirrored: Readonly<Record<DealOffer, DealOffer>> = { pact: 'pact', buy: 'sell', sell: 'buy' };
  return withAccepted(now, view, { kind: mirrored[kind], from: to }, promise);
}

export function HouseActs({ view, seat }: { view: SeatView; seat: Seat }) {
  const offer = useOffer(view);
  const [refused, setRefused] = useState<Refused>();
  const [asked, setAsked] = useState<DealOffer>();
  const now = draft.value;
  const [promise, setPromise] = useState<number>();
  const act = useAct();
  if (now === undefined || !view.legal.canPlan || now.kind === 'government') return null;

  const name = nameOf(view.public, seat);
  const sent = (kind: DealOffer) => answerTo(view, kind, seat) !== undefined;
  const face = (kind: DealOffer, word: string) => {
    const answer = answerTo(view, kind, seat);
    return answer === undefined ? word : t(`plan.offered-${answer}`);
  };
  const propose = async (kind: DealOffer) => {
    if (replacesDeal(now, kind) && asked !== kind) {
      setAsked(kind);
      return;
    }
    setAsked(undefined);
    setRefused(await offer(kind, seat, kind === 'pact' ? promise : undefined));
  };
  const full = pactPlaces(now, view).room === 0 && !now.wishes.includes(seat);
  const breaks = now.verb === 'cooperate' || now.kind === 'university' ? now.breaks.includes(seat) : false;
  const partner = view.legal.partners.includes(seat);
  const told = promise ?? promisedBy(view, seat);
  const promisable = view.public.talkOn && (partner || (may(view.legal.pactWishes, seat) && !sent('pact')));
  const tell = (points: number) => {
    setPromise(points);
    if (partner) act({ type: 'makeOffer', kind: 'share', to: seat, promise: points });
  };
  return (
    <div class="house-acts">
      {promisable && <PromiseRow name={name} told={told} onTell={tell} />}
      {partner ? (
        <BreakButton
          name={name}
          breaks={breaks}
          onBreak={() =>
            changeDraft(decided(now, 'cooperate', { breaks: toggled(under(now, 'cooperate').breaks, seat) }))
          }
        />
      ) : (
        may(view.legal.pactWishes, seat) && (
          <Button compact look="strong" disabled={full || sent('pact')} onClick={() => propose('pact')}>
            {face('pact', t('plan.offerPact'))}
          </Button>
        )
      )}
      {now.kind === 'firm' && may(view.legal.buy, seat) && (
        <Button compact disabled={sent('buy')} onClick={() => propose('buy')}>
          {face('buy', t('plan.offerBuy'))}
        </Button>
      )}
      {now.kind === 'firm' && may(view.legal.sell, seat) && (
        <Button compact disabled={sent('sell')} onClick={() => propose('sell')}>
          {face('sell', t('plan.offerSell'))}
        </Button>
      )}
      {view.public.talkOn && now.kind === 'firm' && <Pleas view={view} seat={seat} />}
      {full && !partner && (
        <span class="small warm">{t('plan.pactsFull', { limit: pactPlaces(now, view).limit })}</span>
      )}
      <span class="small" role="status">
        {asked !== undefined && now.verb !== 'none' && t('plan.otherDeal', { verb: t(`plan.verb-${now.verb}`) })}
        {asked === undefined && refused !== undefined && refusalText(refused, { name })}
      </span>
    </div>
  );
}

const PROMISES = [1, 2, 3] as const;

/** A promise for this year, which does not bind. */
function PromiseRow({
  name,
  told,
  onTell,
}: {
  name: string;
  told: number | undefined;
  onTell: (points: number) => void;
}) {
  return (
    <fieldset class="promise" aria-label={t('plan.promiseTo', { name })}>
      <span class="small">{t('plan.promise')}</span>
      {PROMISES.map((points) => (
        <Button key={points} compact pressed={told === points} onClick={() => onTell(points)}>
          {points}
        </Button>
      ))}
    </fieldset>
  );
}

/** The pleas suited to a seat. */
function pleasTo(view: SeatView, seat: Seat): readonly Plea[] {
  const asked = view.public.seats[seat];
  const own = view.public.seats[view.seat];
  const fitting: Readonly<Record<Plea, boolean>> = {
    openLab: asked?.kind === 'university',
    loosen: own?.parent === seat,
    noOrders: asked?.kind === 'bureau',
    takeUsIn: asked?.kind === 'bureau',
    certify: asked?.kind === 'commission',
    makeLaw: asked?.kind === 'commission',
  };
  return PLEAS.filter((plea) => fitting[plea]);
}

/** What a bot gave as its reason this year. */
function replyFrom({ seat: own, public: { round } }: SeatView, seat: Seat): string | undefined {
  const line = talk.value.findLast(
    ({ from, to, round: said, sentence }) =>
      from === seat && to === own && said === round && REPLY_IDS.some((id) => id === sentence),
  );
  return line === undefined || line.down === true ? undefined : saidText(line);
}

function Pleas({ view, seat }: { view: SeatView; seat: Seat }) {
  const act = useAct();
  const made = view.offers.find(({ kind, from, to }) => kind === 'plea' && from === view.seat && to === seat);
  if (made?.plea !== undefined) {
    const plea = t(`plan.plea-${made.plea}`);
    const why = made.status === 'declined' ? replyFrom(view, seat) : undefined;
    return (
      <p class="small">
        {why === undefined ? t(`plan.pleaded-${made.status}`, { plea }) : t('plan.pleaded-why', { plea, why })}
      </p>
    );
  }
  return (
    <>
      {pleasTo(view, seat).map((plea) => (
        <Button key={plea} compact onClick={() => act({ type: 'makeOffer', kind: 'plea', to: seat, plea })}>
          {t(`plan.plea-${plea}`)}
        </Button>
      ))}
    </>
  );
}
