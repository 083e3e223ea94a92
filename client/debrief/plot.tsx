/**
 * A chart with two alternatives: a sentence for screen readers, and a table of its numbers for everybody. Observable
 * Plot draws the marks; the page styles them.
 */

import * as Plot from '@observablehq/plot';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Metric } from '../../shared/debrief/series.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import { percent, short, t } from '../state/language.ts';
import { Axes } from '../ui/axes.tsx';
import { Scroller } from '../ui/scroller.tsx';
import { district, roundShown } from './debrief-signals.ts';
import { RoundHead } from './heads.tsx';
import { fitted, LETTER, widest } from './letters.ts';
import { apart, type Look, type Stroke, strokeOf } from './strokes.ts';

export interface Curve {
  readonly name: string;
  readonly values: readonly number[];
  /** First round to draw; earlier ones belong to another curve. */
  readonly from?: number;
  readonly look?: Look;
  /** The middle of many runs, by round. */
  readonly band?: readonly { readonly low: number; readonly high: number }[];
}

export interface ChartProps {
  readonly title: string;
  /** The measure, which labels the axis with its unit. */
  readonly unit: Metric | 'score';
  readonly curves: readonly Curve[];
  readonly share?: boolean;
  /** Round to mark with a line; `moment`: the round shown. */
  readonly marked?: number | 'moment';
  readonly shockRound?: number;
  readonly height?: number;
  /** Top of the scale, for charts that are compared. */
  readonly most?: number;
  /** Whether names are at the ends of the curves. */
  readonly named?: boolean;
  /** Index of the highlighted curve, until the reader picks another. */
  readonly picked?: number;
}

const EDGES = { top: 12, bottom: 24, left: 42 };

function sentence({ title, curves, share = false }: ChartProps): string {
  const number = (value: number) => (share ? percent(value) : short(value));
  return curves
    .flatMap(({ name, values: all, from = 1 }) => {
      const values = all.slice(from - 1);
      if (values.length === 0) return [];
      const low = Math.min(...values);
      const high = Math.max(...values);
      return t('debrief.chartSays', {
        name: name === '' ? title : name,
        first: number(values[0] ?? 0),
        from,
        last: number(values.at(-1) ?? 0),
        to: all.length,
        low: number(low),
        lowAt: values.indexOf(low) + from,
        high: number(high),
        highAt: values.indexOf(high) + from,
      });
    })
    .join(' ');
}

/** Gap before and after a name, in pixels. */
const NAME_GAP = 6;
/** Largest share of the width for names. */
const NAMES_MOST = 0.4;

/** The curves' names at their ends, moved apart where they would overlap. */
function endNames(curves: readonly Curve[], room: number, { low, high }: { low: number; high: number }): Plot.Markish {
  const ends = curves.map(({ name, values, look = 'main' }) => {
    const { colour, letters = colour }: Stroke = strokeOf(look);
    const shown = fitted(name, room - 2 * NAME_GAP);
    const whole = shown === name ? undefined : name;
    return { shown, whole, round: values.length, value: values.at(-1) ?? 0, colour: letters };
  });
  const type = { className: 'curve-ends', textAnchor: 'start', dx: NAME_GAP, fill: 'colour' } as const;
  const options = { ...type, x: 'round', y: 'value', text: 'shown', title: 'whole' } as const;
  return Plot.text(
    ends,
    Plot.initializer(options, (_data, _facets, _channels, { y: toY }) => {
      const wished = ends.map(({ value }) => Number(toY?.(value) ?? low));
      return { channels: { y: { value: [...apart(wished, LETTER + 2, low, high)] } } };
    }),
  );
}

/** Highlights one curve and dims the others; without a pick all are plain. */
function stress(plot: Element, picked: number | undefined): void {
  for (const marks of [plot.querySelectorAll('.curve'), plot.querySelectorAll('.curve-ends text')])
    for (const [place, mark] of [...marks].entries())
      mark.classList.toggle('away', picked !== undefined && place !== picked);
}

function draw({ curves, share = false, shockRound, height = 220, named = false, most }: ChartProps, width: number) {
  const values = curves.flatMap((curve) => [...curve.values, ...(curve.band ?? []).map(({ high }) => high)]);
  const domain = share ? [0, 1] : [Math.min(0, ...values), most ?? Math.max(1, ...values)];
  // Small counts get whole ticks.
  const ticks = share ? 4 : Math.min(4, Math.ceil(Math.max(...domain)));
  const rounds = Math.max(1, ...curves.map(({ values }) => values.length));
  const points = ({ values, from = 1 }: Curve) =>
    values.map((value, index) => ({ round: index + 1, value })).slice(from - 1);
  const marks: Plot.Markish[] = [Plot.ruleY([0], { stroke: 'var(--rule)' })];
  if (shockRound !== undefined && shockRound <= rounds) {
    marks.push(Plot.ruleX([shockRound], { stroke: 'var(--vermilion)', strokeDasharray: '1 3' }));
  }
  for (const curve of curves) {
    const { band, look = 'main' } = curve;
    if (band !== undefined) {
      const area = band.map(({ low, high }, index) => ({ round: index + 1, low, high }));
      const fill = strokeOf(look).colour;
      marks.push(Plot.areaY(area, { x: 'round', y1: 'low', y2: 'high', fill, fillOpacity: 0.18 }));
    }
    const { colour, width: strokeWidth, dash }: Stroke = strokeOf(look);
    marks.push(
      Plot.lineY(points(curve), {
        className: 'curve',
        x: 'round',
        y: 'value',
        stroke: colour,
        strokeLinecap: 'round',
        strokeWidth,
        ...omitUndefined({ strokeDasharray: dash }),
      }),
    );
  }
  const names = widest(curves.map(({ name }) => name)) + 2 * NAME_GAP;
  const margin = named ? Math.min(names, width * NAMES_MOST) : 12;
  const inner = width - EDGES.left - margin;
  if (named) marks.push(endNames(curves, margin, { low: EDGES.top, high: height - EDGES.bottom }));
  const plot = Plot.plot({
    className: 'plot-sheet',
    width,
    height,
    marginLeft: EDGES.left,
    marginRight: margin,
    marginTop: EDGES.top,
    marginBottom: EDGES.bottom,
    style: { background: 'transparent', color: 'var(--ink)', fontFamily: 'var(--font-plain)', fontSize: `${LETTER}px` },
    x: { domain: [1, rounds], ticks: Math.min(rounds, Math.floor(inner / 24)), tickFormat: 'd', label: null },
    y: {
      label: null,
      grid: true,
      nice: true,
      ticks,
      domain,
      ...omitUndefined({ tickFormat: share ? '%' : undefined }),
    },
    marks,
  });
  // The content security policy forbids inline styles; the page's style sheet has ours.
  plot.querySelector('style')?.remove();
  return plot;
}

/** A separate component, so that scrubbing moves a line without redrawing the chart. */
function NowLine({ round, toX }: { round: number | 'moment'; toX: (round: number) => number }) {
  const at = round === 'moment' ? (roundShown.value ?? 0) : round;
  if (at < 1) return null;
  return <span class="now-line" aria-hidden="true" style={{ translate: `calc(${toX(at)}px - 50%) 0` }} />;
}

/** A sample of the line for the key. */
function Sample({ look }: { look: Look }) {
  const { colour, width, dash }: Stroke = strokeOf(look);
  return (
    <svg class="curve-sample" width="44" height="8" aria-hidden="true">
      <line
        x1="2"
        x2="42"
        y1="4"
        y2="4"
        style={{ stroke: colour, strokeWidth: width, strokeDasharray: dash, strokeLinecap: 'round' }}
      />
    </svg>
  );
}

/** Up to this many curves are distinguishable without a pick. */
const FEW = 3;

export function Chart(props: ChartProps) {
  const { title, unit, curves, share = false } = props;
  const rounds = Math.max(0, ...curves.map(({ values }) => values.length));
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [picked, setPicked] = useState(props.picked);
  const [hovered, setHovered] = useState<number>();
  const [toX, setToX] = useState<(round: number) => number>();

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const follow = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    follow.observe(element);
    return () => follow.disconnect();
  }, []);

  // Redraws only if the drawing changes; the line of the present round is separate.
  const drawn = JSON.stringify([curves, share, props.shockRound, props.height, props.named, props.most]);
  useEffect(() => {
    if (width < 80) return;
    const plot = draw(props, width);
    // The figure element has the description.
    plot.setAttribute('aria-hidden', 'true');
    frame.current?.replaceChildren(plot);
    const scale = plot.scale('x');
    setToX(() => (round: number) => Number(scale?.apply(round) ?? 0));
  }, [drawn, width]);
  const shown = hovered ?? picked;
  useEffect(() => {
    if (frame.current !== null) stress(frame.current, shown);
  }, [shown, drawn, width]);

  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <Axes up={t(`axes.${unit}`)} scenario={district.value?.chronicle.log.header.scenario ?? ''} rounds={rounds}>
        <div class="plot">
          <div ref={frame} role="img" aria-label={sentence(props)} />
          {props.marked !== undefined && toX !== undefined && <NowLine round={props.marked} toX={toX} />}
        </div>
      </Axes>
      {curves.length > 1 && <Names curves={curves} picked={picked} onPick={setPicked} onHover={setHovered} />}
      <Numbers {...props} rounds={rounds} />
    </figure>
  );
}

interface NamesProps {
  readonly curves: ChartProps['curves'];
  readonly picked: number | undefined;
  readonly onPick: (place: number | undefined) => void;
  readonly onHover: (place: number | undefined) => void;
}

/** The key; one of many curves can be picked. */
function Names({ curves, picked, onPick, onHover }: NamesProps) {
  return (
    <ul class="curve-names small">
      {curves.map(({ name, look = 'main' }, place) => (
        <li key={name}>
          {curves.length > FEW ? (
            <button
              type="button"
              class="curve-name"
              aria-pressed={place === picked}
              onClick={() => onPick(place === picked ? undefined : place)}
              onPointerEnter={() => onHover(place)}
              onPointerLeave={() => onHover(undefined)}
              onFocus={() => onHover(place)}
              onBlur={() => onHover(undefined)}
            >
              <Sample look={look} />
              {name}
            </button>
          ) : (
            <>
              <Sample look={look} />
              {name}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Numbers({ title, curves, share = false, rounds }: ChartProps & { readonly rounds: number }) {
  return (
    <details>
      <summary class="small">{t('debrief.chartData')}</summary>
      <Scroller>
        <table class="numbers figures small">
          <thead>
            <tr>
              <RoundHead />
              {curves.map(({ name }) => (
                <th key={name} scope="col">
                  {name === '' ? title : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rounds }, (_, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                {curves.map(({ name, values, from = 1 }) => {
                  const value = index + 1 < from ? undefined : values[index];
                  return <td key={name}>{value === undefined ? '–' : share ? percent(value) : short(value, 2)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}
