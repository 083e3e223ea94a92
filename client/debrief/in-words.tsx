/** A moment in words beside its map: news or events, broken promises, and changes against the round before. */

import type { Chronicle, PlayedRound } from '../../shared/debrief/chronicle.ts';
import { letDownsIn, pactChanges } from '../../shared/debrief/round-story.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { newsOf } from '../../shared/scenarios/index.ts';
import { nameOf } from '../panels/names.ts';
import { streetSentences } from '../panels/reveal/happenings.ts';
import { list, num, short, t, words } from '../state/language.ts';
import { booksOpen, revealed } from './debrief-signals.ts';
import { inARow } from './sentences.ts';

interface InWordsProps {
  readonly view: PublicView;
  readonly chronicle: Chronicle;
  readonly modelled: boolean;
}

export function InWords({ view, chronicle, modelled }: InWordsProps) {
  const news = newsOf(view.scenario, view.round);
  if (view.phase === 'news' || view.phase === 'plan') {
    return news === undefined ? null : (
      <article class="stack-tight">
        <h3>{words(news.headline)}</h3>
        <p class="prose small">{words(news.body)}</p>
      </article>
    );
  }
  if (view.round === 0 || view.phase === 'opening') return <p class="prose">{t('debrief.beforeStart')}</p>;
  const played = chronicle.rounds.find(({ round }) => round === view.round);
  const before = chronicle.rounds.find(({ round }) => round === view.round - 1);
  const sentences = [...streetSentences(view), ...keptSentences(view), ...tornSentences(view, played)];
  return (
    <section class="stack-tight">
      <h3>{t(modelled ? 'debrief.happensInModel' : 'debrief.happenedTitle')}</h3>
      {sentences.length === 0 ? <p class="soft">{t('debrief.nothingHappened')}</p> : <Sentences all={sentences} />}
      {played !== undefined && before !== undefined && (
        <>
          <h4>{t('story.againstBefore')}</h4>
          <Sentences all={changeSentences(view, before, played)} />
        </>
      )}
    </section>
  );
}

function Sentences({ all }: { all: readonly string[] }) {
  return (
    <ul class="happened">
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function pairsOf(view: PublicView, pairs: readonly (readonly [a: number, b: number])[]): string {
  return list(pairs.map(([a, b]) => t('debrief.pair', { a: nameOf(view, a), b: nameOf(view, b) })));
}

/** The year's pacts by whether both sides kept them, as the map's lines show. */
function pactsThat(view: PublicView, kept: boolean) {
  return view.pacts.filter((pact) => pact.kept === kept).map(({ a, b }) => [a, b] as const);
}

function keptSentences(view: PublicView): readonly string[] {
  const kept = pactsThat(view, true);
  return kept.length === 0 ? [] : [t('debrief.pactsKept', { count: kept.length, pairs: pairsOf(view, kept) })];
}

/** Which side broke a pact is shown with open books only. */
function tornSentences(view: PublicView, played: PlayedRound | undefined): readonly string[] {
  const torn = pactsThat(view, false);
  if (torn.length === 0) return [];
  if (!booksOpen.value || played === undefined) {
    const sentence = t('debrief.pactsNotKept', { count: torn.length, pairs: pairsOf(view, torn) });
    return [inARow([sentence, t('story.whichSide')])];
  }
  return letDownsIn(played).map(({ by, other, gave, got, both }) =>
    t(both ? 'story.bothLetDown' : 'debrief.turn-firstDefection', {
      a: nameOf(view, by),
      b: nameOf(view, other),
      gave: short(gave),
      got: short(got),
    }),
  );
}

function changeSentences(view: PublicView, before: PlayedRound, now: PlayedRound): readonly string[] {
  const { newly, lapsed, still } = pactChanges(before, now);
  const sentences: string[] = [];
  if (newly.length > 0) sentences.push(t('story.newlyKept', { count: newly.length, pairs: pairsOf(view, newly) }));
  if (lapsed.length > 0) sentences.push(t('story.lapsed', { count: lapsed.length, pairs: pairsOf(view, lapsed) }));
  if (sentences.length === 0) sentences.push(t(still.length === 0 ? 'story.noneStill' : 'story.samePacts'));
  const [then, since] = [before, now].map(({ after }) => after.history.at(-1));
  // Before the reveal income and figure are left out, since the class predicts them.
  if (!revealed.value || then === undefined || since === undefined) return sentences;
  sentences.push(t('story.incomeMoved', { income: num(since.income), before: num(then.income) }));
  const [from, to] = [then.figure.figure, since.figure.figure];
  sentences.push(
    from === to
      ? t('story.figureStays', { figure: t(`glossary.figure${to}`) })
      : t('story.figureMoves', { from: t(`glossary.figure${from}`), to: t(`glossary.figure${to}`) }),
  );
  return sentences;
}
