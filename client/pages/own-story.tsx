/** The code for reading a story is loaded once the game is over. */
import { useEffect, useState } from 'preact/hooks';
import type { SeatView } from '../../shared/engine/view.ts';
import type { OwnEnding } from '../debrief/own/own-ending.tsx';
import { seated } from '../state/game.ts';

interface OwnStoryProps {
  readonly view: SeatView;
  readonly classId: string;
  readonly inClass?: boolean;
}

export function OwnStory({ view, ...from }: OwnStoryProps) {
  const [ending, setEnding] = useState<{ readonly Ending: typeof OwnEnding }>();
  const over = view.public.phase === 'ended';
  useEffect(() => {
    if (over)
      import('../debrief/own/own-ending.tsx').then(
        (loaded) => setEnding({ Ending: loaded.OwnEnding }),
        () => undefined,
      );
  }, [over]);
  // A mirror has no story of their own.
  const mirrors = seated.value?.mirror === true;
  return ending === undefined || mirrors ? null : <ending.Ending view={view} {...from} />;
}
