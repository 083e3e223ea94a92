/** Axes of a chart or sketch: the measure with its unit, and the years of the rounds. */
import '../style/axes.css';
import type { ComponentChildren } from 'preact';
import { scenarioById } from '../../shared/scenarios/index.ts';
import { t } from '../state/language.ts';

interface AxesProps {
  /** Label of the vertical axis, with the unit. */
  readonly up: string;
  readonly scenario: string;
  readonly rounds: number;
  readonly children: ComponentChildren;
}

function acrossText(scenario: string, rounds: number): string {
  const calendar = scenarioById(scenario)?.calendar ?? [];
  const [from, to] = [calendar[0]?.year, calendar[rounds - 1]?.year];
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
