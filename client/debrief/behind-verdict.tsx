/** Behind the verdict: the nearest other figure, the deciding pacts, and who filed the plans. */
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { decidersOf } from '../../shared/debrief/deciders.ts';
import { type Nearness, nearnessOf, tiesOf } from '../../shared/debrief/ties.ts';
import type { TurningKind, TurningPoint } from '../../shared/debrief/turning-point.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import { t } from '../state/language.ts';
import { showRound } from './debrief-signals.ts';
import { sentenceOf } from './sentences.ts';

function nearnessIn({ rounds, final }: Chronicle): readonly Nearness[] {
  const last = rounds.at(-1);
  return last === undefined ? [] : nearnessOf(tiesOf(last), final.parameters);
}

function nearText({ to, kind, now, instead }: Nearness): string {
  const way = instead > now ? 'more' : 'fewer';
  const count = Math.abs(instead - now);
  return t(`story.${kind}-${way}`, { count, now, instead, to: t(`glossary.figure${to}`) });
}

export function nearestText(chronicle: Chronicle): string {
  const [nearest] = nearnessIn(chronicle);
  return nearest === undefined ? t('story.nearNone') : nearText(nearest);
}

export function Near({ chronicle }: { chronicle: Chronicle }) {
  const near = nearnessIn(chronicle);
  return (
    <>
      <h4>{t('story.nearTitle')}</h4>
      {near.length === 0 ? (
        <p>{t('story.nearNone')}</p>
      ) : (
        <ul class="reasons">
          {near.map((each) => (
            <li key={each.to}>{nearText(each)}</li>
          ))}
        </ul>
      )}
      <p class="small soft">{t('story.nearRule')}</p>
    </>
  );
}

const ACTS: readonly TurningKind[] = ['decidingPact', 'deadPact'];

/** Whether a turning point is an act of people, listed here and not again among the turning points. */
export function isAct({ kind }: TurningPoint): boolean {
  return ACTS.includes(kind);
}

/** Pacts that decided the figure or blocked another, each with a link to its round. */
export function Acts({ chronicle }: { chronicle: Chronicle }) {
  const acts = turningPointsOf(chronicle).filter(isAct);
  return (
    <>
      <h4>{t('story.actsTitle')}</h4>
      {acts.length === 0 && <p>{t('story.noActs')}</p>}
      <ul class="further">
        {acts.map((point) => (
          <li key={`${point.kind}-${point.round}`}>
            <button type="button" class="as-link" onClick={() => showRound(point.round)}>
              {t('story.inRound', { round: point.round, sentence: sentenceOf(point, chronicle) })}
            </button>
          </li>
        ))}
      </ul>
      <Deciders chronicles={[chronicle]} />
    </>
  );
}

/** Empty if the people in the seats filed every plan. */
export function Deciders({ chronicles }: { chronicles: readonly Chronicle[] }) {
  const { people, bots, repeated } = decidersOf(chronicles);
  if (bots + repeated === 0) return null;
  const rest = [
    ...(bots === 0 ? [] : [t('story.filedByBots', { count: bots })]),
    ...(repeated === 0 ? [] : [t('story.repeated', { count: repeated })]),
  ];
  return (
    <p class="small soft">{t('story.plansByPeople', { people, all: people + bots + repeated, rest: rest.join('') })}</p>
  );
}
