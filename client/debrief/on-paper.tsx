/** The printed summary before the tables: each district's figure, since when and why, its turning points and curves. */
import { type Metric, seriesOf } from '../../shared/debrief/series.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import { figureTextOf } from '../../shared/i18n/terms.ts';
import { t } from '../state/language.ts';
import { FigureDrawing } from '../ui/figure.tsx';
import { isAct } from './behind-verdict.tsx';
import { classmates, type District, district } from './debrief-signals.ts';
import { titleOf } from './district-title.ts';
import { Reasons } from './figure-reasons.tsx';
import { MetricChart } from './metric-chart.tsx';
import { sentenceOf } from './sentences.ts';
import { sinceText } from './verdict.tsx';

const PRINTED: readonly Metric[] = ['income', 'innovation', 'tradeShare', 'horizontal', 'vertical', 'law'];

/** With more districts than this only the chosen one has turning points and curves. */
const FEW = 4;

export function DistrictsOnPaper() {
  const shown = district.value;
  const all = shown?.modelled === true ? [shown] : classmates.value;
  return (
    <section class="print-only stack">
      {all.map((each) => (
        <OnPaper key={each.name} of={each} full={all.length <= FEW || each === shown} />
      ))}
    </section>
  );
}

function OnPaper({ of, full }: { of: District; full: boolean }) {
  const { chronicle } = of;
  const reading = chronicle.final.history.at(-1)?.figure;
  if (reading === undefined) return null;
  return (
    <article class="on-paper stack-tight">
      <div class="on-paper-head">
        <FigureDrawing figure={reading.figure} isolated={reading.isolated} />
        <div>
          <h2>{titleOf(of)}</h2>
          <p>
            <strong>{t(`glossary.${figureTextOf(reading)}`)}</strong>
            {t('common.dot')}
            {sinceText(chronicle)}
          </p>
        </div>
      </div>
      <h3>{t('debrief.whyTitle')}</h3>
      <Reasons chronicle={chronicle} />
      {full && <Course of={of} />}
    </article>
  );
}

function Course({ of: { chronicle } }: { of: District }) {
  const { shockRound } = chronicle.final.parameters;
  const rows = seriesOf(chronicle);
  const points = turningPointsOf(chronicle).filter((point) => !isAct(point));
  return (
    <>
      <h3>{t('debrief.section-turns')}</h3>
      <ul class="happened">
        {points.map((point) => (
          <li key={`${point.kind}-${point.round}`}>
            {t('debrief.roundNumber', { round: point.round })}
            {t('common.dot')}
            {sentenceOf(point, chronicle)}
          </li>
        ))}
      </ul>
      <section class="on-paper-curves">
        <h3>{t('debrief.section-curves')}</h3>
        <div class="charts">
          {PRINTED.map((metric) => (
            <MetricChart key={metric} metric={metric} rows={rows} shockRound={shockRound} height={110} />
          ))}
        </div>
        {shockRound <= rows.length && <p class="small soft">{t('axes.shockLine')}</p>}
      </section>
    </>
  );
}
