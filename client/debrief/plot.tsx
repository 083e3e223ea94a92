/**
 * A chart with its two other forms: a sentence for those who do not see it, and its numbers as a table for all. Plot
 * draws the marks; colours and type come from the page.
 */
import * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'preact/hooks';
import { percent, short, t } from '../state/language.ts';
import { Scroller } from '../ui/scroller.tsx';
import { Term } from '../ui/term.tsx';
import { roundShown } from './state.ts';

export interface Curve {
  readonly name: string;
  readonly values: readonly number[];
  readonly look?: 'main' | 'second' | 'other' | 'model' | 'faint' | 'jade';
  /** By round: the middle of many runs. */
  readonly band?: readonly { readonly low: number; readonly high: number }[];
}

interface ChartProps {
  readonly title: string;
  readonly curves: readonly Curve[];
  readonly share?: boolean;
  /** Round to mark with a line: one, or that of the moment shown. */
  readonly marked?: number | 'moment';
  readonly shockRound?: number;
  readonly height?: number;
  /** Top of the scale, for charts that are to be compared. */
  readonly most?: number;
  /** Names at the ends of the curves. */
  readonly named?: boolean;
}

const COLOURS = {
  main: 'var(--ink)',
  second: 'var(--focus)',
  other: 'var(--ink-soft)',
  model: 'var(--vermilion)',
  faint: 'var(--control)',
  jade: 'var(--jade)',
} as const;
const DASHES = {
  main: undefined,
  second: undefined,
  other: '5 3',
  model: '7 3',
  faint: undefined,
  jade: '2 3',
} as const;

function sentence({ title, curves, share = false }: ChartProps): string {
  const number = (value: number) => (share ? percent(value) : short(value));
  return curves
    .flatMap(({ name, values }) => {
      if (values.length === 0) return [];
      const low = Math.min(...values);
      const high = Math.max(...values);
      return t('debrief.chartSays', {
        name: name === '' ? title : name,
        first: number(values[0] ?? 0),
        from: 1,
        last: number(values.at(-1) ?? 0),
        to: values.length,
        low: number(low),
        lowAt: values.indexOf(low) + 1,
        high: number(high),
        highAt: values.indexOf(high) + 1,
      });
    })
    .join(' ');
}

function draw({ curves, share = false, shockRound, height = 220, named = false, most }: ChartProps, width: number) {
  const values = curves.flatMap((curve) => [...curve.values, ...(curve.band ?? []).map(({ high }) => high)]);
  const domain = share ? [0, 1] : [Math.min(0, ...values), most ?? Math.max(1, ...values)];
  const rounds = Math.max(1, ...curves.map(({ values }) => values.length));
  const points = (curve: Curve) => curve.values.map((value, index) => ({ round: index + 1, value }));
  const marks: Plot.Markish[] = [Plot.ruleY([0], { stroke: 'var(--rule)' })];
  if (shockRound !== undefined && shockRound <= rounds) {
    marks.push(Plot.ruleX([shockRound], { stroke: 'var(--vermilion)', strokeDasharray: '1 3' }));
  }
  for (const curve of curves) {
    const { band, look = 'main' } = curve;
    if (band !== undefined) {
      const area = band.map(({ low, high }, index) => ({ round: index + 1, low, high }));
      marks.push(Plot.areaY(area, { x: 'round', y1: 'low', y2: 'high', fill: COLOURS[look], fillOpacity: 0.18 }));
    }
    const dash = DASHES[look];
    marks.push(
      Plot.lineY(points(curve), {
        x: 'round',
        y: 'value',
        stroke: COLOURS[look],
        strokeWidth: look === 'main' || look === 'model' ? 2.25 : 1.4,
        ...(dash === undefined ? {} : { strokeDasharray: dash }),
      }),
    );
  }
  if (named) {
    const ends = curves.map(({ name, values, look = 'main' }) => ({
      name,
      round: values.length,
      value: values.at(-1) ?? 0,
      colour: COLOURS[look === 'faint' ? 'other' : look],
    }));
    const text = { x: 'round', y: 'value', text: 'name', textAnchor: 'start', dx: 5, fill: 'colour' } as const;
    marks.push(Plot.text(ends, text));
  }
  return Plot.plot({
    width,
    height,
    marginLeft: 42,
    marginRight: named ? Math.min(150, width * 0.32) : 12,
    marginTop: 12,
    marginBottom: 24,
    style: { background: 'transparent', color: 'var(--ink)', fontFamily: 'var(--font-plain)', fontSize: '12px' },
    x: { domain: [1, rounds], ticks: Math.min(rounds, Math.floor(width / 34)), tickFormat: 'd', label: null },
    y: { label: null, grid: true, nice: true, ticks: 4, domain, ...(share ? { tickFormat: '%' } : {}) },
    marks,
  });
}

/** Apart from the chart, so that scrubbing moves a line and draws nothing anew. */
function NowLine({ round, toX }: { round: number | 'moment'; toX: (round: number) => number }) {
  const at = round === 'moment' ? (roundShown.value ?? 0) : round;
  if (at < 1) return null;
  return <span class="now-line" aria-hidden="true" style={{ translate: `calc(${toX(at)}px - 50%) 0` }} />;
}

export function Chart(props: ChartProps) {
  const { title, curves, share = false } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [toX, setToX] = useState<(round: number) => number>();

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const follow = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    follow.observe(element);
    return () => follow.disconnect();
  }, []);

  // Drawn anew only when what is drawn changes; the line of the present round moves over it.
  const drawn = JSON.stringify([curves, share, props.shockRound, props.height, props.named, props.most]);
  useEffect(() => {
    if (width < 80) return;
    const plot = draw(props, width);
    // The frame speaks for it.
    plot.setAttribute('aria-hidden', 'true');
    frame.current?.replaceChildren(plot);
    const scale = plot.scale('x');
    setToX(() => (round: number) => Number(scale?.apply(round) ?? 0));
  }, [drawn, width]);

  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <div class="plot">
        <div ref={frame} role="img" aria-label={sentence(props)} />
        {props.marked !== undefined && toX !== undefined && <NowLine round={props.marked} toX={toX} />}
      </div>
      {curves.length > 1 && (
        <ul class="curve-names small">
          {curves.map(({ name, look = 'main' }) => (
            <li key={name}>
              <span class={`stroke ${look}`} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary class="small">{t('debrief.chartData')}</summary>
        <Scroller>
          <table class="numbers figures small">
            <thead>
              <tr>
                <th scope="col">
                  <Term of="round" word={t('debrief.round')} />
                </th>
                {curves.map(({ name }) => (
                  <th key={name} scope="col">
                    {name === '' ? title : name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: Math.max(0, ...curves.map(({ values }) => values.length)) }, (_, index) => (
                <tr key={index}>
                  <th scope="row">{index + 1}</th>
                  {curves.map(({ name, values }) => {
                    const value = values[index];
                    return <td key={name}>{value === undefined ? '–' : share ? percent(value) : short(value, 2)}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </details>
    </figure>
  );
}
