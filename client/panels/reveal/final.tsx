/** The end: three scores that are never added up, the rank among firms, and the figure. */

import { FIGURES } from '../../../shared/engine/figure-reading.ts';
import type { PublicView } from '../../../shared/engine/public-view.ts';
import { districtInnovation, resilience } from '../../../shared/engine/score.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { num, percent, t, words } from '../../state/language.ts';
import { FigureDrawing } from '../../ui/figure.tsx';
import { Term } from '../../ui/term.tsx';
import { PredictionBeside } from '../class/prediction.tsx';
import { kindOf } from '../names.ts';

/** Resilience by the rules, at the class's own shock round. */
function resilienceReached(view: PublicView): number | undefined {
  const numbers = numbersOf(view);
  return numbers === undefined ? undefined : resilience(view.history, numbers.shockRound);
}

function rankAmongFirms(view: SeatView): { readonly rank: number; readonly of: number } | undefined {
  const firms = view.public.seats.filter(({ kind }) => kind === 'firm');
  const own = firms.find(({ seat }) => seat === view.seat);
  if (own === undefined) return undefined;
  const score = own.finalScore ?? view.score;
  return { rank: 1 + firms.filter((other) => (other.finalScore ?? 0) > score).length, of: firms.length };
}

function Scores({ view }: { view: SeatView }) {
  const rank = rankAmongFirms(view);
  const held = resilienceReached(view.public);
  return (
    <ul class="three-scores">
      <li>
        <span class="label">{t('play.finalOwn')}</span>
        <strong class="value figures">{num(view.public.seats[view.seat]?.finalScore ?? view.score)}</strong>
        <span class="small soft">{rank === undefined ? t('play.finalNoRank') : t('play.finalRank', rank)}</span>
      </li>
      <li>
        <span class="label">{t('glossary.innovation')}</span>
        <strong class="value figures">{num(districtInnovation(view.public.history), 0)}</strong>
        <span class="small soft">{t('glossary.innovationMeaning')}</span>
      </li>
      <li>
        <span class="label">{t('glossary.resilience')}</span>
        <strong class="value figures">{held === undefined ? '–' : percent(held)}</strong>
        <span class="small soft">{t('glossary.resilienceMeaning')}</span>
      </li>
    </ul>
  );
}

function Figures({ view }: { view: PublicView }) {
  const last = view.history.at(-1)?.figure;
  if (last === undefined) return null;
  const became = last.isolated ? 'isolated' : (`figure${last.figure}` as const);
  return (
    <section class="stack" aria-labelledby="figure-title">
      <h3 id="figure-title">{t('play.figureTitle', { name: t(`figures.${became}Name`) })}</h3>
      <ul class="three-figures">
        {FIGURES.map((figure) => (
          <li key={figure} class={figure === last.figure ? 'chosen' : ''} aria-current={figure === last.figure}>
            <FigureDrawing figure={figure} isolated={figure === '3' && last.isolated} />
            <span class="small">
              <Term of={`figure${figure}`} word={t(`glossary.figure${figure}`)} />
            </span>
            {figure === last.figure && <span class="tag warm">{t('play.yourDistrict')}</span>}
          </li>
        ))}
      </ul>
      <p class="prose">
        <strong>{t(`figures.${became}Sentence`)}</strong> {t(`figures.${became}Paragraph`)}
      </p>
    </section>
  );
}

export function Final({ view }: { view: SeatView }) {
  const ranking = [...view.public.seats].sort((one, other) => (other.finalScore ?? 0) - (one.finalScore ?? 0));
  const groups = [
    ['play.firms', ranking.filter(({ kind }) => kind === 'firm')],
    ['play.institutions', ranking.filter(({ kind }) => kind !== 'firm')],
  ] as const;
  return (
    <section class="stack" aria-labelledby="final-title">
      <h2 id="final-title">{t('play.finalTitle')}</h2>
      <p class="prose">{t('play.finalIntro')}</p>
      <Scores view={view} />
      <Figures view={view.public} />
      <PredictionBeside view={view.public} />
      {groups.map(([name, seats]) => (
        <table key={name} class="street">
          <caption>{t(name)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('play.colWho')}</th>
              <th scope="col" class="amount">
                {t('common.score')}
              </th>
            </tr>
          </thead>
          <tbody>
            {seats.map((actor) => (
              <tr key={actor.seat} class={actor.seat === view.seat ? 'mine' : ''}>
                <th scope="row">
                  {words(actor.name)} {actor.seat === view.seat && <span class="tag">{t('play.you')}</span>}
                  <span class="small soft block">{kindOf(view.public, actor)}</span>
                </th>
                <td class="amount figures">{actor.finalScore === undefined ? '–' : num(actor.finalScore)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
