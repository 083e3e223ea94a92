/**
 * A box whose value the server keeps. It shows what was pressed until the server's value follows or the server refuses;
 * otherwise the next news of the class would draw the old value for a moment.
 */
import { useEffect, useState } from 'preact/hooks';

/** How long the server's value may take to follow its answer. A desk hears news about once a second. */
const FOLLOWS_MS = 3_000;

export function useWish(
  is: boolean,
  ask: (wish: boolean) => Promise<{ readonly ok: boolean }>,
): readonly [shown: boolean, press: () => Promise<void>] {
  const [wish, setWish] = useState<boolean>();
  useEffect(() => setWish(undefined), [is]);
  const shown = wish ?? is;
  const press = async () => {
    setWish(!shown);
    const { ok } = await ask(!shown);
    setTimeout(() => setWish(undefined), ok ? FOLLOWS_MS : 0);
  };
  return [shown, press];
}
