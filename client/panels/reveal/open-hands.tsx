/** Reveals partner by partner what each gave, what each had promised, and the trust afterwards. */

import type { SeatView } from '../../../shared/engine/view.ts';
import { keptBy } from '../../state/game-parameters.ts';
import { percent, t } from '../../state/language.ts';
import { trustBefore, trustIn } from '../../state/trust.ts';
import { Term } from '../../ui/term.tsx';
import { betOn } from '../deals/bet.tsx';
import { type Hand, handText } from '../deals/hands.ts';
import { nameOf } from '../names.ts';
import { costOfWord } from './what-it-cost.ts';

export function OpenHands({ view, hands }: { view: SeatView; hands: readonly Hand[] }) {
  if (hands.length === 0) return null;
  return (
    <section class="stack-tight" aria-labelledby="hands-title">
      <div class="named">
        <h3 id="hands-title">{t('play.trustTitle')}</h3>
        <Term of="trust" />
      </div>
      <ul class="stack-tight">
        {hands.map((hand) => (
          <li key={hand.seat} class="hand-pair">
            <div class="palms" aria-hidden="true">
              <Palm name={t('play.you')} points={hand.gave} />
              <Palm name={nameOf(view.public, hand.seat)} points={hand.got} look={hand.untested ? '' : 'tested'} />
            </div>
            <p class="hand-words figures">
              <strong>{handText(view, hand)}</strong> <BetMet view={view} hand={hand} />
              <WordCost view={view} hand={hand} />
              <TrustNow view={view} hand={hand} />
              <TrustedNow view={view} hand={hand} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BetMet({ view, hand }: { view: SeatView; hand: Hand }) {
  const met = betOn(view, hand);
  return met === undefined ? null : <span class="block small">{met}</span>;
}

function WordCost({ view, hand }: { view: SeatView; hand: Hand }) {
  const cost = costOfWord(view, hand);
  return cost === undefined ? null : <span class="block small warm">{cost}</span>;
}

function Palm({ name, points, look = '' }: { name: string; points: number; look?: string }) {
  const whole = Math.ceil(points);
  return (
    <span class={points > 0 ? 'palm' : `palm empty ${look}`}>
      <span class="palm-open">
        {Array.from({ length: whole }, (_, index) => (
          <span key={index} class="token" style={{ '--share': Math.min(1, points - index) }} />
        ))}
      </span>
      <span class="palm-closed" />
      <span class="palm-name">{name}</span>
    </span>
  );
}

/** In whole percent, so that it matches the percentages shown. */
function movedBetween(before: number, now: number): number {
  return Math.round(now * 100) - Math.round(before * 100);
}

/** The partner's trust in oneself, and what taking without giving cost of it. */
function TrustedNow({ view, hand: { seat, gave, got } }: { view: SeatView; hand: Hand }) {
  const now = trustIn(view.public, seat);
  if (now === undefined) return null;
  const before = trustIn(view.public, seat, 'before') ?? now;
  const moved = movedBetween(before, now);
  const values = { before: percent(before), share: percent(now) };
  const keeps = keptBy(view.public);
  const took = keeps(got) && !keeps(gave);
  if (moved < 0 && took) return <span class="block small warm">{t('play.betrayalCost', values)}</span>;
  const word = moved > 0 ? 'play.trustedUp' : moved < 0 ? 'play.trustedDown' : 'play.trustedSame';
  return <span class={`block small ${moved < 0 ? 'warm' : moved > 0 ? 'good' : 'soft'}`}>{t(word, values)}</span>;
}

function TrustNow({ view, hand: { seat } }: { view: SeatView; hand: Hand }) {
  const now = view.trust[seat] ?? 0;
  const before = trustBefore(view.public.round)?.[seat] ?? now;
  const moved = movedBetween(before, now);
  const word = moved > 0 ? 'play.trustUp' : moved < 0 ? 'play.trustDown' : 'play.trustSame';
  return (
    <span class={`block small ${moved < 0 ? 'warm' : moved > 0 ? 'good' : 'soft'}`}>
      {t(word, { share: percent(now) })} <span aria-hidden="true">{moved > 0 ? '↑' : moved < 0 ? '↓' : ''}</span>
    </span>
  );
}
