/** The trial years, loaded on demand. If they cannot be loaded, the page continues without them. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../state/language.ts';
import { endTrial, replayTrial, trial } from '../state/trial.ts';
import type { Trial } from '../trial/trial.tsx';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** `children`: messages of the class meanwhile. */
export function TrialYears({ onOver = endTrial, children }: { onOver?: () => void; children?: ComponentChildren }) {
  const [loaded, setLoaded] = useState<{ readonly Trial: typeof Trial }>();
  useEffect(() => {
    import('../trial/trial.tsx').then(setLoaded, endTrial);
  }, []);
  if (loaded === undefined) return <Waiting busy />;
  return (
    <loaded.Trial {...trial.value} onOver={onOver}>
      {children}
    </loaded.Trial>
  );
}

export function TrialAgain() {
  return (
    <p>
      <Button look="quiet" onClick={() => replayTrial()}>
        ? {t('trial.replay')}
      </Button>
    </p>
  );
}
