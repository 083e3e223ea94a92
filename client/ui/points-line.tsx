/**
 * One thing to place points on: minus, a slider, plus. The slider takes arrow keys; the buttons take fingers. Both
 * stop where nothing is left to place.
 */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { short, t } from '../state/language.ts';
import { Button } from './button.tsx';

export const STEP = 0.5;

export interface PointsLineProps {
  readonly name: string;
  readonly hint?: ComponentChildren;
  /** What stands beside the name and is no part of it. */
  readonly aside?: ComponentChildren;
  readonly value: number;
  /** Last year's points, shown where they differ. */
  readonly before?: number | undefined;
  /** The most it could be: its value and all that is left. */
  readonly most: number;
  readonly budget: number;
  readonly onChange: (points: number) => void;
}

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** To the next half point, so that odd tenths are stepped off at once. */
function stepped(value: number, direction: 1 | -1): number {
  return direction > 0
    ? (Math.floor(value / STEP + 1e-9) + 1) * STEP
    : Math.max(0, (Math.ceil(value / STEP - 1e-9) - 1) * STEP);
}

export function PointsLine({ name, hint, aside, value, before, most, budget, onChange }: PointsLineProps) {
  const id = useId();
  return (
    <div class="points">
      <span class="named">
        <label for={id} class="name">
          {name}
        </label>
        {aside}
      </span>
      <span class="amount figures">
        {before !== undefined && before !== value && (
          <span class="hint">{t('plan.lastYear', { points: short(before) })}</span>
        )}
        <output for={id} aria-hidden="true">
          {short(value)}
        </output>
      </span>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div class="stepper">
        <Button label={t('plan.less', { name })} disabled={value <= 0} onClick={() => onChange(stepped(value, -1))}>
          −
        </Button>
        <input
          id={id}
          type="range"
          min={0}
          max={budget}
          step={0.1}
          value={value}
          aria-valuetext={t('plan.pointsOf', { points: short(value), budget: short(budget) })}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onKeyDown={(event) => {
            const direction = DIRECTIONS[event.key];
            if (direction === undefined) return;
            event.preventDefault();
            onChange(Math.min(most, stepped(value, direction)));
          }}
          onInput={(event) => {
            const allowed = Math.min(most, Math.round(Number(event.currentTarget.value) / STEP) * STEP);
            event.currentTarget.value = String(allowed);
            onChange(allowed);
          }}
        />
        <Button label={t('plan.more', { name })} disabled={most <= value} onClick={() => onChange(stepped(value, 1))}>
          +
        </Button>
      </div>
    </div>
  );
}
