/** For observers: a district with everything public about it. */

import type { ComponentChildren } from 'preact';
import type { ObservingMessage } from '../../shared/protocol/class-student.ts';
import { newsOf } from '../../shared/scenarios/index.ts';
import { ClassNotices } from '../panels/class/class-notices.tsx';
import { ClassPolls } from '../panels/class/class-polls.tsx';
import { ClassReflection } from '../panels/class/class-reflection.tsx';
import { endWaits, FinaleCard } from '../panels/class/finale-card.tsx';
import { GuessFigure, guessIsDue } from '../panels/class/guess-figure.tsx';
import { RaiseHand } from '../panels/class/raise-hand.tsx';
import { ConnectionBanner } from '../panels/head/connection-banner.tsx';
import { DistrictMap } from '../panels/street/district-map.tsx';
import { WordsList } from '../panels/words-list.tsx';
import { observed } from '../state/classroom.ts';
import { num, t, words } from '../state/language.ts';
import { Masthead } from '../ui/masthead.tsx';
import { Term } from '../ui/term.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

/** `own`: the section on the person's data. */
export function Observe({ place, own }: { place: ObservingMessage; own: ComponentChildren }) {
  const view = observed.value;
  usePageTitle(t('classroom.observeTitle', { number: place.districtNumber }));
  const news = view === undefined ? undefined : newsOf(view.scenario, Math.max(1, view.round));
  const last = view?.history.at(-1);
  const asked = view !== undefined && guessIsDue(view);
  return (
    <div class="sheet">
      <Masthead>{t('classroom.observeTitle', { number: place.districtNumber })}</Masthead>
      <main id="panels" class="stack" tabIndex={-1}>
        <ConnectionBanner />
        <ClassNotices view={undefined} />
        <ClassReflection />
        <ClassPolls view={undefined} />
        {view !== undefined && endWaits(view.phase) && <FinaleCard />}
        <h2>{t('classroom.observeTitle', { number: place.districtNumber })}</h2>
        <p class="prose">{t('classroom.observeAbout')}</p>
        <RaiseHand />
        {view !== undefined && (
          <p class="row" role="status">
            <strong>{t(`play.phase-${view.phase}`)}</strong>
            <span>{t('play.roundOf', { round: view.round, rounds: view.rounds })}</span>
            {news !== undefined && <span>{`${news.year}${t('common.dot')}${words(news.headline)}`}</span>}
          </p>
        )}
        {asked ? (
          <GuessFigure />
        ) : (
          <div class="observed">
            <DistrictMap districtId={place.districtId} view={view} />
          </div>
        )}
        {last !== undefined && !asked && (
          <dl class="facts">
            <dt>
              <Term of="income" word={t('play.districtIncome')} />
            </dt>
            <dd>{num(last.income, 0)}</dd>
            <dt>
              <Term of="innovation" word={t('play.districtInnovation')} />
            </dt>
            <dd>{num(last.innovation)}</dd>
          </dl>
        )}
        <WordsList />
        {own}
      </main>
    </div>
  );
}
