/** A number that counts up to its value; with reduced motion it shows at once. */
import { useEffect, useState } from 'preact/hooks';
import { num } from '../state/language.ts';

interface CountProps {
  readonly from: number;
  readonly to: number;
  readonly moving: boolean;
}

const COUNT_MS = 1_000;

export function Count({ from, to, moving }: CountProps) {
  const [shown, setShown] = useState(moving ? from : to);
  useEffect(() => {
    if (!moving) return setShown(to);
    const begun = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, (now - begun) / COUNT_MS);
      setShown(from + (to - from) * share);
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [from, to, moving]);
  return (
    <>
      <strong class="value" aria-hidden="true">
        {num(shown)}
      </strong>
      <span class="hidden-text">{num(to)}</span>
    </>
  );
}
