/** The paper's tables with the class's own column. They print well: the printed summary is this part with the curves. */
import { useMemo } from 'preact/hooks';
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { FINANCING, FINANCING_SHARES, type Financing, TOP_FOUR_SHARE } from '../../shared/debrief/paper.ts';
import { referenceFor } from '../../shared/debrief/references.ts';
import { type Metric, SHARES, seriesOf } from '../../shared/debrief/series.ts';
import { DIMENSIONS, figuresByRound, tableOne, tableThree, tableTwo } from '../../shared/debrief/tables.ts';
import { districtInnovation } from '../../shared/engine/score.ts';
import type { Term as Name } from '../../shared/i18n/terms.ts';
import { Labelled } from '../panels/labelled.tsx';
import { num, percent, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { FigureDrawing } from '../ui/figure.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { Term } from '../ui/term.tsx';
import { Chart } from './plot.tsx';
import { sentenceOf } from './sentences.ts';
import { district, played, series, titleOf, turningPoints } from './state.ts';

export function Tables() {
  const shown = district.value;
  const record = played.value;
  if (shown === undefined) return null;
  const chronicles = shown.modelled ? [shown.chronicle] : record.map(({ chronicle }) => chronicle);
  const one = chronicles.length === 1;
  return (
    <div class="stack">
      <div class="row spread">
        <p class="prose">
          {one ? t('debrief.tablesIntroOne') : t('debrief.tablesIntro', { count: chronicles.length })}
        </p>
        <span class="no-print">
          <Button onClick={() => window.print()}>{t('debrief.print')}</Button>
        </span>
      </div>
      <FiguresByRound />
      <TableOne chronicles={chronicles} />
      <TableTwo chronicles={chronicles} />
      <TableThree chronicles={chronicles} />
      <TopFour chronicles={chronicles} />
      <OnPaper />
    </div>
  );
}

function FiguresByRound() {
  const shown = district.value;
  const sides = shown?.modelled === true ? [shown] : played.value;
  const last = shown === undefined ? undefined : figuresByRound(shown.chronicle).at(-1);
  return (
    <section class="stack-tight">
      <h3>{t('debrief.figuresTitle')}</h3>
      <div class="figures-by-round">
        {last !== undefined && <FigureDrawing figure={last.figure} isolated={last.isolated} />}
        <Scroller>
          <table class="numbers figures small">
            <thead>
              <tr>
                <th scope="col">
                  <Term of="round" word={t('debrief.round')} />
                </th>
                {sides[0]?.chronicle.rounds.map(({ round }) => (
                  <th key={round} scope="col">
                    {round}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sides.map((side) => (
                <tr key={side.name}>
                  <th scope="row">{titleOf(side)}</th>
                  {figuresByRound(side.chronicle).map(({ figure, isolated }, index) => (
                    <td key={index} class={`figure-${figure}`}>
                      {figure}
                      {isolated ? '°' : ''}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p class="small soft">
            ° {t('debrief.isolated')}
            {t('common.dot')}
            {t('debrief.counted-isolated')}
          </p>
        </Scroller>
      </div>
    </section>
  );
}

interface OfDistricts {
  readonly chronicles: readonly Chronicle[];
}

function TableOne({ chronicles }: OfDistricts) {
  return (
    <Scroller>
      <table class="numbers figures">
        <caption>{t('debrief.tableOneTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('debrief.colYear')}</th>
            <th scope="col">{t('debrief.colForeignFirms')}</th>
            <th scope="col">{t('debrief.colForeignShare')}</th>
            <th scope="col">{t('debrief.colForeignOwn')}</th>
          </tr>
        </thead>
        <tbody>
          {tableOne(chronicles).map(({ year, firms, share, ownShare }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{firms}</td>
              <td>{num(share * 100)}%</td>
              <td class="own-column">{ownShare === undefined ? '–' : `${num(ownShare * 100)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function TableTwo({ chronicles }: OfDistricts) {
  const scores = useMemo(
    () =>
      chronicles.map((chronicle) => {
        const best = districtInnovation(referenceFor(chronicle.log.header, 'cooperate').final.history);
        return tableTwo(chronicle, best);
      }),
    [chronicles.map(({ log }) => log.header.districtId).join()],
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
              <th scope="col">{t('debrief.colScore')}</th>
              <th scope="col">{t('debrief.colNetwork')}</th>
              <th scope="col">{t('debrief.colFormula')}</th>
            </tr>
          </thead>
          <tbody>
            {DIMENSIONS.map((dimension) => {
              const mean = scores.reduce((sum, score) => sum + score[dimension], 0) / Math.max(1, scores.length);
              return (
                <tr key={dimension}>
                  <th scope="row">{t(`debrief.dim-${dimension}`)}</th>
                  <td class="small">{t(`debrief.dim-${dimension}-low`)}</td>
                  <td class="own-column figures">
                    {num(mean, 2)}
                    <span class="gauge" aria-hidden="true">
                      <span style={{ insetInlineStart: `${Math.round(mean * 100)}%` }} />
                    </span>
                  </td>
                  <td class="small">{t(`debrief.dim-${dimension}-high`)}</td>
                  <td class="small soft">{t(`debrief.dim-${dimension}-how`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
      <p class="small soft">{t('debrief.tableTwoIntro')}</p>
    </section>
  );
}

const TERM_OF: Readonly<Partial<Record<Financing, Name>>> = {
  loan: 'loan',
  foreign: 'foreignCapital',
  shares: 'merger',
  venture: 'ventureCapital',
};

function TableThree({ chronicles }: OfDistricts) {
  const mix = tableThree(chronicles);
  return (
    <Scroller>
      <table class="numbers figures">
        <caption>{t('debrief.tableThreeTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('debrief.colChoice')}</th>
            <th scope="col">{t('debrief.colPaper')}</th>
            <th scope="col">{t('debrief.colYours')}</th>
          </tr>
        </thead>
        <tbody>
          {FINANCING.map((choice) => (
            <tr key={choice}>
              <th scope="row">
                <Labelled name={t(`debrief.financing-${choice}`)} term={TERM_OF[choice]} />
              </th>
              <td>{num(FINANCING_SHARES[choice] * 100)}%</td>
              <td class="own-column">
                {choice === 'joint' || choice === 'other' ? (
                  <span class="small soft">{t('debrief.notInGame')}</span>
                ) : (
                  `${num(mix[choice] * 100)}%`
                )}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('debrief.none')}</th>
            <td>–</td>
            <td class="own-column">{num(mix.none * 100)}%</td>
          </tr>
        </tbody>
      </table>
    </Scroller>
  );
}

function TopFour({ chronicles }: OfDistricts) {
  const shares = chronicles.flatMap((chronicle) => seriesOf(chronicle).at(-1)?.topFour ?? []);
  const own = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  return (
    <section class="stack-tight">
      <div class="named">
        <h3>{t('debrief.topFourTitle')}</h3>
        <Term of="topFour" />
      </div>
      <p>{t('debrief.topFourText', { paper: percent(TOP_FOUR_SHARE), own: percent(own) })}</p>
    </section>
  );
}

const PRINTED: readonly Metric[] = ['income', 'innovation', 'tradeShare', 'horizontal', 'vertical', 'law'];

/** On the printed summary the district's turning points and curves stand below the tables. */
function OnPaper() {
  const { shockRound } = district.value?.chronicle.final.parameters ?? {};
  return (
    <section class="print-only stack">
      <h3>{t('debrief.section-turns')}</h3>
      <ul class="happened">
        {turningPoints.value.map((point) => (
          <li key={`${point.kind}-${point.round}`}>
            {t('debrief.roundNumber', { round: point.round })}
            {t('common.dot')}
            {sentenceOf(point)}
          </li>
        ))}
      </ul>
      <div class="charts">
        {PRINTED.map((metric) => (
          <Chart
            key={metric}
            title={t(`debrief.metric-${metric}`)}
            unit={metric}
            curves={[{ name: '', values: series.value.map((row) => row[metric]) }]}
            share={SHARES.includes(metric)}
            {...(shockRound === undefined ? {} : { shockRound })}
            height={150}
          />
        ))}
      </div>
    </section>
  );
}
