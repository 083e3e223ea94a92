/** Which conditions of the figures the district met or missed, and the firms and pacts behind them. */
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import {
  type Behind,
  behindFigure,
  type Conditions,
  conditionsOf,
  FIGURE_MEASURES,
  standsSince,
} from '../../shared/debrief/why-figure.ts';
import type { Figure } from '../../shared/engine/figure-reading.ts';
import { list, percent, plainList, t } from '../state/language.ts';
import { Scroller } from '../ui/scroller.tsx';
import { Acts, Near } from './behind-verdict.tsx';
import { seatName } from './sentences.ts';

/** Target of the “Why?” links elsewhere on the page. */
export const WHY_ID = 'why-this-figure';

type Condition = Conditions['strong'][number];

function withinSentence(heading: string): string {
  return heading.charAt(0).toLowerCase() + heading.slice(1);
}

export function saying(figure: Figure, { hierarchy, strong }: Conditions): string {
  const names = (conditions: readonly Condition[]) =>
    list(conditions.map(({ measure }) => withinSentence(t(`debrief.metric-${measure}`))));
  if (figure === '4') return t('debrief.whyStrong');
  if (figure === '2') return t('debrief.whyHierarchy', { names: names(hierarchy.filter(({ holds }) => holds)) });
  const missed = strong.filter(({ holds }) => !holds);
  return t('debrief.whyWeak', { names: names(missed), count: missed.length });
}

/** The reasons in firms and pacts by name, since shares alone do not show who did what. */
function Story({ behind, chronicle }: { behind: Behind; chronicle: Chronicle }) {
  const { pacts, kept, enough, firms, tree } = behind;
  return (
    <ul class="reasons">
      {tree !== undefined && (
        <li>
          {t('debrief.whyTree', {
            head: seatName(tree.head, chronicle),
            size: tree.size,
            firms,
            joined: list(
              tree.joined.map(({ firm, how, rounds }) =>
                t(how === 'sale' ? 'debrief.whySold' : 'debrief.whyCommanded', {
                  name: seatName(firm, chronicle),
                  count: rounds.length,
                  rounds: plainList(rounds.map(String)),
                }),
              ),
            ),
          })}
        </li>
      )}
      <li>{t('debrief.whyPacts', { pacts, kept, enough })}</li>
    </ul>
  );
}

function Bound({ condition }: { condition: Condition | undefined }) {
  if (condition === undefined) return <td>–</td>;
  const { direction, bound, edges, holds } = condition;
  return (
    <td>
      {edges === undefined
        ? t(`debrief.${direction}`, { bound: percent(bound) })
        : t('debrief.atLeastOf', { bound: percent(bound), edges })}{' '}
      <strong class={holds ? 'block jade' : 'block warm'}>{t(holds ? 'debrief.isMet' : 'debrief.isMissed')}</strong>
    </td>
  );
}

export function WhyFigure({ chronicle }: { chronicle: Chronicle }) {
  return (
    <section class="stack-tight">
      <h3 id={WHY_ID} tabIndex={-1}>
        {t('debrief.whyTitle')}
      </h3>
      <Reasons chronicle={chronicle} />
    </section>
  );
}

/** Has no heading of its own; its place provides one. */
export function Reasons({ chronicle }: { chronicle: Chronicle }) {
  const { history, parameters } = chronicle.final;
  const reading = history.at(-1)?.figure;
  if (reading === undefined) return null;
  const conditions = conditionsOf(reading, parameters);
  const behind = behindFigure(chronicle);
  const since = standsSince(chronicle);
  const of = (which: keyof Conditions, measure: string) => conditions[which].find((each) => each.measure === measure);
  return (
    <>
      <p>{saying(reading.figure, conditions)}</p>
      {since !== undefined && since < history.length && (
        <p class="small soft">{t('debrief.whyAnnounced', { round: since, announced: since + 1 })}</p>
      )}
      {behind !== undefined && <Story behind={behind} chronicle={chronicle} />}
      <Near chronicle={chronicle} />
      <Acts chronicle={chronicle} />
      <Scroller>
        <table class="numbers figures small">
          <thead>
            <tr>
              <th scope="col">{t('debrief.whyMeasure')}</th>
              <th scope="col">{t('debrief.whyHere')}</th>
              <th scope="col">{t('debrief.whyTwo')}</th>
              <th scope="col">{t('debrief.whyFour')}</th>
            </tr>
          </thead>
          <tbody>
            {FIGURE_MEASURES.map((measure) => (
              <tr key={measure}>
                <th scope="row">{t(`debrief.metric-${measure}`)}</th>
                <td>{percent(reading[measure])}</td>
                <Bound condition={of('hierarchy', measure)} />
                <Bound condition={of('strong', measure)} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p class="small soft">{t('debrief.whyRule')}</p>
      <details class="small">
        <summary>{t('debrief.countedTitle')}</summary>
        <dl class="counted">
          {FIGURE_MEASURES.map((measure) => (
            <div key={measure}>
              <dt>{t(`debrief.metric-${measure}`)}</dt>
              <dd>
                {t(`debrief.counted-${measure}`, {
                  edges: parameters.figureHierarchyEdges,
                  limit: parameters.pactLimit,
                })}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('glossary.isolated')}</dt>
            <dd>{t('debrief.counted-isolated')}</dd>
          </div>
        </dl>
      </details>
    </>
  );
}
