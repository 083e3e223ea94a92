/**
 * The paper's tables with the class's own columns. Printed, the districts come first, each with its figure and reasons.
 */
import { useMemo } from 'preact/hooks';
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import {
  FINANCING,
  FINANCING_SHARES,
  type Financing,
  FOREIGN_FIRMS,
  TOP_FOUR_SHARE,
} from '../../shared/debrief/paper.ts';
import {
  DIMENSIONS,
  type Dimension,
  figuresByRound,
  tableOne,
  tableThree,
  tableTwo,
  timesTried,
  uncounted,
} from '../../shared/debrief/paper-tables.ts';
import { referenceFor } from '../../shared/debrief/references.ts';
import { seriesOf } from '../../shared/debrief/series.ts';
import { districtInnovation } from '../../shared/engine/score.ts';
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { meanIfAny } from '../../shared/statistics.ts';
import { Labelled } from '../panels/labelled.tsx';
import { list, num, percent, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { FigureDrawing } from '../ui/figure.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { Term } from '../ui/term.tsx';
import { classmates, district } from './debrief-signals.ts';
import { titleOf } from './district-title.ts';
import { FigureRows } from './figure-rows.tsx';
import { DistrictsOnPaper } from './on-paper.tsx';
import { type Column, columnsOf } from './own-columns.ts';
import { RealStreet } from './real-street-bars.tsx';
import { inARow } from './sentences.ts';

export function Tables() {
  const shown = district.value;
  const record = classmates.value;
  if (shown === undefined) return null;
  const columns = columnsOf(shown, record);
  const count = shown.modelled ? 1 : record.length;
  return (
    <div class="stack">
      <DistrictsOnPaper />
      <div class="row spread">
        <p class="prose">{count === 1 ? t('debrief.tablesIntroOne') : t('debrief.tablesIntro', { count })}</p>
        <span class="no-print">
          <Button onClick={() => window.print()}>{t('debrief.print')}</Button>
        </span>
      </div>
      <RealStreet columns={columns} />
      <FiguresByRound />
      <TableOne columns={columns} />
      <TableTwo columns={columns} />
      <TableThree columns={columns} />
      <TopFour columns={columns} />
    </div>
  );
}

function FiguresByRound() {
  const shown = district.value;
  const sides = shown?.modelled === true ? [shown] : classmates.value;
  const last = shown === undefined ? undefined : figuresByRound(shown.chronicle).at(-1);
  return (
    <section class="stack-tight">
      <h3>{t('debrief.figuresTitle')}</h3>
      <div class="figures-by-round">
        {shown !== undefined && last !== undefined && (
          <div>
            <FigureDrawing figure={last.figure} isolated={last.isolated} />
            <p class="small soft">{titleOf(shown)}</p>
          </div>
        )}
        <FigureRows rows={sides.map((side) => ({ title: titleOf(side), chronicle: side.chronicle }))} />
      </div>
      <p class="small soft">
        ° {t('debrief.isolated')}
        {t('common.dot')}
        {t('debrief.counted-isolated')}
      </p>
    </section>
  );
}

interface OfColumns {
  readonly columns: readonly Column[];
}

function TableOne({ columns }: OfColumns) {
  const [own] = columns;
  const rows = columns.map(({ chronicles }) => tableOne(chronicles));
  const { header } = own?.chronicles[0]?.log ?? {};
  return (
    <section class="stack-tight">
      <Scroller>
        <table class="numbers figures">
          <caption>{t('debrief.tableOneTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('debrief.colYear')}</th>
              <th scope="col">{t('debrief.colForeignFirms')}</th>
              <th scope="col">{t('debrief.colForeignShare')}</th>
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {t('debrief.colForeignOwn', { name: title })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FOREIGN_FIRMS.map(({ year, firms, share }, place) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{firms}</td>
                <td>{num(share * 100)}%</td>
                {columns.map(({ title }, column) => {
                  const ownShare = rows[column]?.[place]?.ownShare;
                  return (
                    <td key={title} class="own-column">
                      {ownShare === undefined ? '–' : `${num(ownShare * 100)}%`}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {header !== undefined && (
        <p class="small soft">
          {inARow([
            t('debrief.foreignFrom', { round: header.parameters.foreignFrom }),
            ...columns.flatMap(({ title, chronicles }) =>
              tableThree(chronicles).foreign > 0 ? [] : [t('debrief.foreignNever', { name: title })],
            ),
          ])}
        </p>
      )}
    </section>
  );
}

/** Mean over the districts in which the dimension can be counted. */
function meanOf(scored: readonly Scored[], dimension: Dimension): number | undefined {
  const counted = scored.filter(({ without }) => !without.includes(dimension));
  return meanIfAny(counted.map(({ scores }) => scores[dimension]));
}

interface Scored {
  readonly scores: ReturnType<typeof tableTwo>;
  readonly without: readonly Dimension[];
}

function scoredOf(chronicle: Chronicle): Scored {
  const best = districtInnovation(referenceFor(chronicle.log.header, 'cooperate').final.history);
  return { scores: tableTwo(chronicle, best), without: uncounted(chronicle) };
}

function TableTwo({ columns }: OfColumns) {
  const scored = useMemo(
    () => columns.map(({ chronicles }) => chronicles.map(scoredOf)),
    [columns.map(({ title, chronicles }) => `${title} ${chronicles.map(({ log }) => log.header.districtId)}`).join()],
  );
  return (
    <section class="stack-tight">
      <Scroller>
        <table class="numbers table-two">
          <caption>{t('debrief.tableTwoTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('debrief.colDimension')}</th>
              <th scope="col">{t('debrief.colHierarchy')}</th>
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">{t('debrief.colNetwork')}</th>
            </tr>
          </thead>
          <tbody>
            {DIMENSIONS.map((dimension) => (
              <tr key={dimension}>
                <th scope="row">
                  {t(`debrief.dim-${dimension}`)}
                  <span class="small soft block">{t(`debrief.dim-${dimension}-how`)}</span>
                </th>
                <td class="small">{t(`debrief.dim-${dimension}-low`)}</td>
                {columns.map(({ title }, column) => (
                  <Gauge key={title} score={meanOf(scored[column] ?? [], dimension)} />
                ))}
                <td class="small">{t(`debrief.dim-${dimension}-high`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p class="small soft">{t('debrief.tableTwoIntro')}</p>
    </section>
  );
}

function Gauge({ score }: { score: number | undefined }) {
  if (score === undefined) {
    return (
      <td class="own-column">
        – <span class="small soft block">{t('debrief.nothingCounted')}</span>
      </td>
    );
  }
  return (
    <td class="own-column figures">
      {num(score, 2)}
      <span class="gauge" aria-hidden="true">
        <span style={{ insetInlineStart: `${Math.round(score * 100)}%` }} />
      </span>
    </td>
  );
}

const TERM_OF: Readonly<Partial<Record<Financing, Name>>> = {
  loan: 'loan',
  foreign: 'foreignCapital',
  shares: 'merger',
  venture: 'ventureCapital',
};

function TableThree({ columns }: OfColumns) {
  return (
    <Scroller>
      <table class="numbers figures">
        <caption>{t('debrief.tableThreeTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('debrief.colChoice')}</th>
            <th scope="col">{t('debrief.colPaper')}</th>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FINANCING.map((choice) => (
            <tr key={choice}>
              <th scope="row">
                <Labelled name={t(`debrief.financing-${choice}`)} term={TERM_OF[choice]} />
              </th>
              <td>{num(FINANCING_SHARES[choice] * 100)}%</td>
              {columns.map(({ title, chronicles }) => (
                <Financed key={title} choice={choice} chronicles={chronicles} />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('debrief.none')}</th>
            <td>–</td>
            {columns.map(({ title, chronicles }) => (
              <td key={title} class="own-column">
                {num(tableThree(chronicles).none * 100)}%
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroller>
  );
}

/** A share of firms; if zero, whether anyone tried. */
function Financed({ choice, chronicles }: { choice: Financing; chronicles: readonly Chronicle[] }) {
  if (choice === 'joint' || choice === 'other') {
    return (
      <td class="own-column">
        <span class="small soft">{t('debrief.notInGame')}</span>
      </td>
    );
  }
  const share = tableThree(chronicles)[choice];
  const tried = timesTried(chronicles, choice);
  return (
    <td class="own-column">
      {num(share * 100)}%
      {share === 0 && (
        <span class="small soft block">
          {tried === 0 ? t('debrief.neverTried') : t('debrief.triedInVain', { count: tried })}
        </span>
      )}
    </td>
  );
}

function TopFour({ columns }: OfColumns) {
  const own = columns.map(({ title, chronicles }) => {
    const shares = chronicles.flatMap((chronicle) => seriesOf(chronicle).at(-1)?.topFour ?? []);
    const share = percent(meanIfAny(shares) ?? 0);
    return t('story.here', { name: title, share });
  });
  return (
    <section class="stack-tight">
      <div class="named">
        <h3>{t('debrief.topFourTitle')}</h3>
        <Term of="topFour" />
      </div>
      <p>{t('debrief.topFourText', { paper: percent(TOP_FOUR_SHARE), own: list(own) })}</p>
    </section>
  );
}
