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
  readonly value: number;
  /** The most it could be: its value and all that is left. */
  readonly most: number;
  readonly budget: number;
  readonly onChange: (points: number) => void;
}

/** To the next half point, so that odd tenths are stepped off at once. */
function stepped(value: number, direction: 1 | -1): number {
  return direction > 0
    ? (Math.floor(value / STEP + 1e-9) + 1) * STEP
    : Math.max(0, (Math.ceil(value / STEP - 1e-9) - 1) * STEP);
}

export function PointsLine({ name, hint, value, most, budget, onChange }: PointsLineProps) {
  const id = useId();
  return (
    <div class="points">
      <label for={id} class="name">
        {name}
      </label>
      <output for={id} class="amount figures" aria-hidden="true">
        {short(value)}
      </output>
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
          step={STEP}
          value={value}
          aria-valuetext={t('plan.pointsOf', { points: short(value), budget: short(budget) })}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onInput={(event) => {
            const wanted = Number(event.currentTarget.value);
            const allowed = Math.min(wanted, most);
            if (allowed !== wanted) event.currentTarget.value = String(allowed);
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
