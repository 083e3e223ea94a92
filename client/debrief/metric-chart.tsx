/** One measure of a district over its rounds. */
import { type Metric, type RoundRow, SHARES } from '../../shared/debrief/series.ts';
import { t } from '../state/language.ts';
import { Chart, type ChartProps } from './plot.tsx';

interface MetricChartProps extends Pick<ChartProps, 'marked' | 'shockRound' | 'height'> {
  readonly metric: Metric;
  readonly rows: readonly RoundRow[];
}

export function MetricChart({ metric, rows, ...rest }: MetricChartProps) {
  return (
    <Chart
      title={t(`debrief.metric-${metric}`)}
      unit={metric}
      curves={[{ name: '', values: rows.map((row) => row[metric]) }]}
      share={SHARES.includes(metric)}
      {...rest}
    />
  );
}
