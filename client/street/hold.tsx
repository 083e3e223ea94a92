/** Whether the print is animated, and the button that stops it (WCAG 2.2.2). It also stops by itself. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';

/** Stops after this time, since an open page would draw sixty times a second. */
const MOVES_MS = 30_000;

export interface Rest {
  readonly still: boolean;
  readonly setStill: (still: boolean) => void;
}

export function useRest(): Rest {
  const [still, setStill] = useState(false);
  useEffect(() => {
    if (still) return;
    const timer = setTimeout(() => setStill(true), MOVES_MS);
    return () => clearTimeout(timer);
  }, [still]);
  return { still, setStill };
}

export function Hold({ still, setStill }: Rest) {
  return (
    <span class="street-hold">
      <Button
        look="sign"
        label={t(still ? 'common.letMove' : 'common.holdStill')}
        pressed={still}
        onClick={() => setStill(!still)}
      >
        <span aria-hidden="true">{still ? '▶' : '❚❚'}</span>
      </Button>
    </span>
  );
}
