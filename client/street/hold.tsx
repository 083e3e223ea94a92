/** Whether the print's small life moves, and the button that holds it still (WCAG 2.2.2). It comes to rest by itself. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';

/** A page left open draws sixty times a second for as long as anything moves. */
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
