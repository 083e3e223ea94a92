/**
 * What gives the outcome away stays shut until it is told: of the district shown, or of all where a part speaks of all.
 * Whoever leads the debrief may tell it from here. Nothing behind the veil is written to the page, nor printed.
 */
import type { ComponentChildren } from 'preact';
import { list, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { district, reveal, revealed, untold } from './debrief-signals.ts';
import { titleOf } from './district-title.ts';

interface VeiledProps {
  readonly of: 'shown' | 'all';
  readonly children: ComponentChildren;
}

export function Veiled({ of, children }: VeiledProps) {
  const shown = district.value;
  const hidden = of === 'all' ? untold.value : revealed.value || shown === undefined ? [] : [shown];
  if (hidden.length === 0) return <>{children}</>;
  return (
    <div class="stack">
      <p class="notice">{t('debrief.veiled', { count: hidden.length, names: list(hidden.map(titleOf)) })}</p>
      <div class="no-print">
        <Button onClick={() => reveal(of)}>{t(hidden.length === 1 ? 'debrief.reveal' : 'debrief.revealAll')}</Button>
      </div>
    </div>
  );
}
