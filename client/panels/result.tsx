/** The round's result for one seat: the books, what was learnt and from where, whom it trusts now, and why. */
import type { OwnResult } from '../../shared/engine/own-result.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { num, percent, signed, t } from '../state/language.ts';
import { trustBefore } from '../state/trust.ts';
import { Term } from '../ui/term.tsx';
import { Coach } from './coach.tsx';
import { GoOn } from './go-on.tsx';
import { ownSentences, streetSentences } from './happenings.ts';
import { Labelled } from './labelled.tsx';
import { learningParts } from './learning-parts.ts';
import { nameOf } from './names.ts';
import { notHappened } from './not-happened.ts';
import { partsAsShown } from './parts-as-shown.ts';
import { Prediction } from './prediction.tsx';
import { reasons } from './reasons.ts';
import { scoreParts, shownMove } from './score-parts.ts';

type Line = readonly [name: string, value: number, term?: Name | undefined];

function Ledger({ caption, lines, total }: { caption: string; lines: readonly Line[]; total: Line }) {
  const shown = partsAsShown(
    lines.map(([, value]) => value),
    total[1],
  );
  return (
    <section class="stack-tight">
      <h3>{caption}</h3>
      <dl class="ledger figures">
        {lines.map(([name, , term], place) => {
          const value = shown[place] ?? 0;
          if (value === 0) return null;
          return (
            <div key={name}>
              <dt>
                <Labelled name={name} term={term} />
              </dt>
              <dd class={value < 0 ? 'out' : ''}>{signed(value)}</dd>
            </div>
          );
        })}
        <div class="total">
          <dt>{total[0]}</dt>
          <dd>{signed(total[1])}</dd>
        </div>
      </dl>
    </section>
  );
}

function Money({ result }: { result: OwnResult }) {
  const lines: readonly Line[] = [
    [t('play.money-product'), result.product, 'income'],
    [t('play.money-trade'), result.trade, 'trade'],
    [t('play.money-tribute'), result.tribute, 'tree'],
    [t('play.money-tax'), -result.tax, 'tax'],
    [t('play.money-upkeep'), -result.upkeep, 'upkeep'],
    [t('play.money-debt'), -result.debtService, 'loan'],
    [t('play.money-investors'), -result.investorFees, 'ventureCapital'],
    [t('play.money-pacts'), -result.pactCosts, 'law'],
  ];
  const sum = lines.reduce((total, [, value]) => total + value, 0);
  return <Ledger caption={t('play.moneyTitle')} lines={lines} total={[t('play.moneyTotal'), sum]} />;
}

function Learning({ result }: { result: OwnResult }) {
  const lines = learningParts(result).map(([name, gained, term]): Line => [t(name), gained, term]);
  return (
    <Ledger caption={t('play.learntTitle')} lines={lines} total={[t('play.learntTotal'), result.knowledgeGained]} />
  );
}

function ScoreParts({ view, result }: { view: SeatView; result: OwnResult }) {
  const parts = scoreParts(view, result);
  if (parts.length === 0) return null;
  return (
    <Ledger
      caption={t('play.scoreTitle')}
      lines={parts.map(([name, points, term]) => [t(name), points, term])}
      total={[t('play.scoreTotal'), shownMove(result)]}
    />
  );
}

function Trust({ view }: { view: SeatView }) {
  const before = trustBefore(view.public.round);
  const partners = view.public.pacts
    .filter(({ a, b }) => a === view.seat || b === view.seat)
    .map((pact) => ({ ...pact, seat: pact.a === view.seat ? pact.b : pact.a }));
  if (partners.length === 0) return null;
  return (
    <section class="stack-tight">
      <div class="named">
        <h3>{t('play.trustTitle')}</h3>
        <Term of="trust" />
      </div>
      <ul class="stack-tight">
        {partners.map(({ seat, kept }) => {
          const now = view.trust[seat] ?? 0;
          const then = before?.[seat];
          const moved = then === undefined ? 0 : now - then;
          const arrow = moved > 0.005 ? '↑' : moved < -0.005 ? '↓' : '';
          return (
            <li key={seat} class="exchange">
              <strong>{nameOf(view.public, seat)}</strong>
              <span class="figures">
                {t('play.gaveGot', { gave: num(view.given[seat] ?? 0), got: num(view.received[seat] ?? 0) })}
              </span>
              <span class={moved < 0 ? 'figures warm' : 'figures good'}>
                {t(moved > 0.005 ? 'play.trustUp' : moved < -0.005 ? 'play.trustDown' : 'play.trustSame', {
                  share: percent(now),
                })}{' '}
                <span aria-hidden="true">{arrow}</span>
              </span>
              {kept === undefined && <span class="soft">{t('play.not-tested')}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function Result({ view }: { view: SeatView }) {
  const { result } = view;
  const isLast = view.public.round === view.public.rounds && view.public.practice !== true;
  const street = streetSentences(view.public);
  const firm = view.public.seats[view.seat]?.kind === 'firm';
  const own = result === undefined ? [] : ownSentences(view.public, view.seat, result.happenings);
  return (
    <div class="stack">
      {result !== undefined && (
        <section class="stack" aria-labelledby="result-title">
          <header>
            <h2 id="result-title">{t('play.resultTitle')}</h2>
            <p class="score-move figures">
              {t('play.scoreMoved', {
                before: num(result.scoreBefore),
                after: num(result.score),
                change: signed(shownMove(result)),
              })}
            </p>
          </header>
          <Coach topic="result" />
          {result.by === 'timeout' && (
            <p class="notice warm">{t(result.round === 1 ? 'play.byTimeoutFirst' : 'play.byTimeout')}</p>
          )}
          {result.by === 'bot' && <p class="notice warm">{t('play.byBot')}</p>}
          <ul class="reasons prose">
            {[...own, ...notHappened(view, result), ...reasons(view, result)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {firm ? <Money result={result} /> : <ScoreParts view={view} result={result} />}
          {result.knowledgeGained !== 0 && <Learning result={result} />}
          <Trust view={view} />
        </section>
      )}
      <section class="stack-tight" aria-labelledby="street-news-title">
        <h3 id="street-news-title">{t('play.onTheStreet')}</h3>
        {street.length === 0 ? (
          <p class="soft">{t('play.quietYear')}</p>
        ) : (
          <ul class="reasons">
            {street.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </section>
      <Prediction view={view} />
      {view.public.phase === 'reveal' && <GoOn label={t(isLast ? 'play.toTheEnd' : 'play.toNextYear')} />}
    </div>
  );
}
