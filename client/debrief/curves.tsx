/** One district's curves and its network measures. */

import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Chronicle } from '../../shared/debrief/chronicle.ts';
import { NETWORK_MEASURES, type NetworkReading, networkIn } from '../../shared/debrief/network.ts';
import { firmsIn, METRICS } from '../../shared/debrief/series.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { percent, short, t } from '../state/language.ts';
import { Scroller } from '../ui/scroller.tsx';
import { booksOpen, district, roundShown, series, viewer } from './debrief-signals.ts';
import { RoundHead } from './heads.tsx';
import { MetricChart } from './metric-chart.tsx';
import { Chart, type Curve } from './plot.tsx';
import { inARow, seatName } from './sentences.ts';
import { lineLook } from './strokes.ts';

export function Curves() {
  const chronicle = district.value?.chronicle;
  const rows = series.value;
  if (chronicle === undefined) return null;
  const { shockRound } = chronicle.final.parameters;
  const firms = firmsIn(chronicle);
  const scores: readonly Curve[] = firms.map((seat, place) => ({
    name: seatName(seat),
    values: rows.map((row) => row.scores[seat] ?? 0),
    look: lineLook(place),
  }));
  const own = viewer.value;
  const viewed = own === undefined ? -1 : firms.indexOf(own);
  const among = booksOpen.value && viewed >= 0;
  return (
    <div class="stack">
      <p class="small soft">
        {inARow([t('axes.cash'), ...(shockRound <= rows.length ? [t('axes.shockLine')] : []), t('axes.momentLine')])}
      </p>
      <div class="charts">
        {METRICS.map((metric) => (
          <MetricChart key={metric} metric={metric} rows={rows} marked="moment" shockRound={shockRound} height={170} />
        ))}
      </div>
      {own !== undefined && !among && (
        <Chart
          title={t('debrief.scoreOf', { name: seatName(own) })}
          unit="score"
          curves={[{ name: seatName(own), values: rows.map((row) => row.scores[own] ?? 0), look: lineLook(0) }]}
          marked="moment"
          height={170}
        />
      )}
      {booksOpen.value ? (
        <Chart
          key={viewed}
          title={t('debrief.scoresTitle')}
          unit="score"
          curves={scores}
          marked="moment"
          height={300}
          named
          {...omitUndefined({ picked: viewed < 0 ? undefined : viewed })}
        />
      ) : (
        <p class="notice">{t(own === undefined ? 'debrief.scoresSecret' : 'debrief.scoresSecretOthers')}</p>
      )}
      <Network chronicle={chronicle} />
    </div>
  );
}

/** Whole numbers; all other measures are shares. */
const COUNTED: readonly (typeof NETWORK_MEASURES)[number][] = ['edges', 'components'];

function Network({ chronicle }: { chronicle: Chronicle }) {
  const readings = useMemo(() => chronicle.rounds.map(networkIn), [chronicle]);
  return (
    <section class="stack-tight">
      <h3>{t('debrief.networkTitle')}</h3>
      <p class="small soft">{t('debrief.networkIntro')}</p>
      <Scroller>
        <table class="numbers figures small">
          <thead>
            <tr>
              <RoundHead />
              {NETWORK_MEASURES.map((measure) => (
                <th key={measure} scope="col">
                  {t(`debrief.network-${measure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => (
              <Reading key={reading.round} reading={reading} />
            ))}
          </tbody>
        </table>
      </Scroller>
      <details class="small">
        <summary>{t('debrief.networkTerms')}</summary>
        <dl class="counted">
          {NETWORK_MEASURES.map((measure) => (
            <div key={measure}>
              <dt>{t(`debrief.network-${measure}`)}</dt>
              <dd>{t(`debrief.networkMeans-${measure}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function Reading({ reading }: { reading: NetworkReading }) {
  const look = useComputed(() => (reading.round === roundShown.value ? 'mine' : ''));
  return (
    <tr class={look}>
      <th scope="row">{reading.round}</th>
      {reading.edges === 0 ? (
        <td class="soft" colSpan={NETWORK_MEASURES.length}>
          {t('debrief.noLines')}
        </td>
      ) : (
        NETWORK_MEASURES.map((measure) => (
          <td key={measure}>{COUNTED.includes(measure) ? short(reading[measure]) : percent(reading[measure])}</td>
        ))
      )}
    </tr>
  );
}
