/**
 * A veil over parts that reveal an outcome, of the district shown or of all. The presenter may reveal it here. Until
 * then the hidden part is neither in the page nor printed.
 */
import type { ComponentChildren } from 'preact';
import { list, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { district, reveal, revealed, unrevealed } from './debrief-signals.ts';
import { titleOf } from './district-title.ts';

interface VeiledProps {
  readonly of: 'shown' | 'all';
  readonly children: ComponentChildren;
}

export function Veiled({ of, children }: VeiledProps) {
  const shown = district.value;
  const hidden = of === 'all' ? unrevealed.value : revealed.value || shown === undefined ? [] : [shown];
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
