/** Axes of a chart or sketch: the measure with its unit, and the years of the rounds. */
import '../style/axes.css';
import type { ComponentChildren } from 'preact';
import { newsOf } from '../../shared/scenarios/index.ts';
import { t } from '../state/language.ts';

interface AxesProps {
  /** Label of the vertical axis, with the unit. */
  readonly up: string;
  readonly scenario: string;
  readonly rounds: number;
  readonly children: ComponentChildren;
}

function acrossText(scenario: string, rounds: number): string {
  const [from, to] = [newsOf(scenario, 1)?.year, newsOf(scenario, rounds)?.year];
  return from === undefined || to === undefined ? t('axes.round') : t('axes.rounds', { from, to });
}

export function Axes({ up, scenario, rounds, children }: AxesProps) {
  return (
    <div class="axes">
      <p class="axis-name">{up}</p>
      {children}
      <p class="axis-name across">{acrossText(scenario, rounds)}</p>
    </div>
  );
}
