/** Curves for the back row: thick lines and large letters, each named at its end. */

import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'preact/hooks';
import { omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { type Look, strokeOf } from '../strokes.ts';

export interface Line {
  readonly name: string;
  readonly look: Look;
  readonly values: readonly number[];
}

interface LinesProps {
  /** Description for screen readers. */
  readonly label: string;
  readonly lines: readonly Line[];
  /** Years by index of the values. */
  readonly years: readonly string[];
  readonly marked?: number;
}

const WIDTH = 1600;
const HEIGHT = 620;
const LETTER = 34;

export function Lines({ label, lines, years, marked }: LinesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = JSON.stringify([lines, years, marked]);
  useEffect(() => frame.current?.replaceChildren(plotOf(lines, years, marked)), [drawn]);
  return <div class="show-lines" ref={frame} role="img" aria-label={label} />;
}

function plotOf(lines: LinesProps['lines'], years: readonly string[], marked: number | undefined): Element {
  const plot = Plot.plot({
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 110,
    marginRight: 330,
    marginBottom: 76,
    marginTop: 30,
    style: { background: 'transparent', color: 'var(--ink)', fontSize: `${LETTER}px` },
    x: {
      label: null,
      ticks: years.length,
      tickFormat: (place: number) => years[place] ?? '',
      tickSize: 0,
      tickPadding: 16,
    },
    y: { label: null, grid: true, nice: true, ticks: 4, zero: true, tickSize: 0 },
    marks: [
      ...(marked === undefined ? [] : [Plot.ruleX([marked], { stroke: 'var(--control)', strokeWidth: 4 })]),
      ...lines.map(curve),
      ...lines.map(nameAtEnd),
    ],
  });
  plot.querySelector('style')?.remove();
  plot.setAttribute('aria-hidden', 'true');
  plot.removeAttribute('width');
  plot.removeAttribute('height');
  return plot;
}

function curve({ look, values }: Line): Plot.Markish {
  const { colour, dash } = strokeOf(look);
  return Plot.lineY(
    values.map((value, place) => ({ place, value })),
    { x: 'place', y: 'value', stroke: colour, strokeWidth: 7, ...omitUndefined({ strokeDasharray: dash && '26 12' }) },
  );
}

function nameAtEnd({ name, look, values }: Line, place: number): Plot.Markish {
  return Plot.text([{ name, place: values.length - 1, value: values.at(-1) }], {
    x: 'place',
    y: 'value',
    text: 'name',
    textAnchor: 'start',
    dx: 16,
    dy: place * 6,
    fill: strokeOf(look).colour,
    fontWeight: 700,
  });
}
