/**
 * A chip to place points on. A tap adds one; the minus or a stroke to the left removes one; a long press adds half. On
 * an empty chip a side button adds all points left, or half of the largest other use. By keyboard: plus and minus,
 * arrows for halves, digits.
 */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { short, t } from '../state/language.ts';

export interface ChipProps {
  readonly name: string;
  /** A short text below the name. */
  readonly about?: ComponentChildren;
  /** Effects of its points, below the text. */
  readonly figures?: ComponentChildren;
  readonly look?: 'own' | 'partner' | 'hoped';
  readonly value: number;
  /** Largest value: its own, all points left, and points movable here. */
  readonly most: number;
  /** Unplaced points. */
  readonly left: number;
  /** Without points left: half of the largest other use. */
  readonly half: number;
  readonly budget: number;
  readonly onChange: (points: number) => void;
}

const HALF = 0.5;
const LONG_PRESS_MS = 450;
const STROKE = 24;

const STEPS: Readonly<Record<string, number>> = {
  '+': 1,
  '=': 1,
  '-': -1,
  _: -1,
  ArrowRight: HALF,
  ArrowUp: HALF,
  ArrowLeft: -HALF,
  ArrowDown: -HALF,
};

export function Chip({ name, about, figures, look = 'own', value, most, left, half, budget, onChange }: ChipProps) {
  const to = (points: number) => {
    const next = Math.max(0, Math.min(most, points));
    if (next !== value) onChange(next);
  };
  const brings = left > 0 ? left : half;
  const finger = usePress(
    () => to(value + 1),
    () => to(value + HALF),
    () => to(value - 1),
  );
  return (
    <div
      class={['chip', `with-${look}`, ...(figures === undefined ? [] : ['wide']), ...(value > 0 ? ['taken'] : [])].join(
        ' ',
      )}
    >
      <button
        type="button"
        class="chip-more"
        aria-disabled={most <= value}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const step = STEPS[event.key];
          const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : undefined;
          if (step === undefined && digit === undefined) return;
          event.preventDefault();
          to(digit ?? value + (step ?? 0));
        }}
        {...finger}
      >
        <span class="chip-name">{name}</span> {about !== undefined && <span class="chip-about">{about}</span>} {figures}{' '}
        <output class="chip-points figures">{short(value)}</output>{' '}
        <span class="hidden-text">{t('plan.chip', { budget: short(budget) })}</span>
      </button>
      {value <= 0 && brings > 0 ? (
        <Side
          label={t(left > 0 ? 'plan.chipFill' : 'plan.chipHalf', { name, points: short(brings) })}
          onClick={() => to(brings)}
        >
          <span class="figures">+{short(brings)}</span>
        </Side>
      ) : (
        <Side label={t('plan.chipLess', { name })} disabled={value <= 0} onClick={() => to(value - 1)}>
          −
        </Side>
      )}
    </div>
  );
}

interface SideProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** Button beside the chip: adds all points left, or undoes that. */
function Side({ label, disabled = false, onClick, children }: SideProps) {
  return (
    <button type="button" class="chip-less" aria-label={label} title={label} aria-disabled={disabled} onClick={onClick}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

/** Distinguishes a tap, a long press and a stroke to the left; clicks by keyboard or screen reader are taps. */
function usePress(tap: () => void, long: () => void, stroke: () => void) {
  const press = useRef<{ readonly x: number; readonly at: number; timer: number; spent: boolean }>(undefined);
  const over = () => {
    if (press.current !== undefined) clearTimeout(press.current.timer);
  };
  const spend = (act: () => void) => {
    over();
    if (press.current === undefined || press.current.spent) return;
    press.current.spent = true;
    act();
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      const timer = window.setTimeout(() => spend(long), LONG_PRESS_MS);
      press.current = { x: event.clientX, at: event.timeStamp, timer, spent: false };
    },
    onPointerMove: (event: PointerEvent) => {
      if (press.current !== undefined && press.current.x - event.clientX > STROKE) spend(stroke);
    },
    onPointerUp: ({ timeStamp }: PointerEvent) => {
      // On a busy device the finger is up before the timer fires, so the events' own times decide.
      if (press.current !== undefined && timeStamp - press.current.at >= LONG_PRESS_MS) spend(long);
      over();
    },
    onPointerCancel: over,
    onPointerLeave: over,
    onContextMenu: (event: Event) => event.preventDefault(),
    onClick: () => {
      const spent = press.current?.spent === true;
      press.current = undefined;
      if (!spent) tap();
    },
  };
}
