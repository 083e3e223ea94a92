/** The year's news as a front page; in a player's first round the role card follows. */
import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { seated } from '../../state/game.ts';
import { short, t, words } from '../../state/language.ts';
import { Coach } from '../coach.tsx';
import { GoOn } from './go-on.tsx';
import { RoleCard } from './role-card.tsx';
import { roleLine } from './role-line.ts';
import { SoFar } from './so-far.tsx';
import { newsLines } from './year-effects.ts';

export function News({ view }: { view: SeatView }) {
  const { scenario, round } = view.public;
  const news = newsOf(scenario, round);
  const own = view.public.seats[view.seat];
  const begins = view.public.practice !== true && round > 1 && seated.value?.firstRound === round;
  const first = round === 1;
  return (
    <section class="stack" aria-labelledby="news-title">
      <Coach topic="news" />
      {news !== undefined && (
        <article class="front-page">
          <p class="kicker">{t('play.newsOf', { year: news.year })}</p>
          <h2 id="news-title">{words(news.headline)}</h2>
          <Effects view={view} />
          {!first && <Details view={view} />}
        </article>
      )}
      {first && own !== undefined && (
        <>
          <p class="role-line">{roleLine(own.kind, view.public.seats[own.parent ?? -1])}</p>
          <FirstYearInFull view={view} />
        </>
      )}
      {begins && <SoFar view={view} />}
      {own !== undefined && begins && <RoleCard actor={own} />}
      <GoOn label={t('play.toPlan')} />
    </section>
  );
}

function Effects({ view }: { view: SeatView }) {
  const { own, others } = newsLines(view);
  return (
    <>
      {own.map((line) => (
        <p key={line} class="effect">
          {line}
        </p>
      ))}
      {others.map((line) => (
        <p key={line} class="effect of-others">
          {line}
        </p>
      ))}
    </>
  );
}

function Details({ view }: { view: SeatView }) {
  const news = newsOf(view.public.scenario, view.public.round);
  if (news === undefined) return null;
  return (
    <>
      <p class="prose">{words(news.body)}</p>
      {news.firmsOnStreet !== undefined && (
        <p class="small soft">
          {t('play.firmsOnStreet', { count: news.firmsOnStreet, shown: short(news.firmsOnStreet, 0) })}
        </p>
      )}
    </>
  );
}

/** The first year's news and the player's role, on demand. */
export function FirstYearInFull({ view }: { view: SeatView }) {
  const own = view.public.seats[view.seat];
  return (
    <details class="fold">
      <summary>{t('play.moreOfYear')}</summary>
      <div class="stack">
        <Details view={view} />
        {own !== undefined && <RoleCard actor={own} />}
      </div>
    </details>
  );
}
