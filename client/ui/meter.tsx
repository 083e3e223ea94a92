/** A share of one as a small bar with its number. */
import { percent } from '../state/language.ts';

export function Meter({ share, label }: { share: number; label: string }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return (
    <span class="measure figures">
      {label} {percent(share)}{' '}
      <span class="meter" aria-hidden="true">
        <span class="meter-fill" style={{ width }} />
      </span>
    </span>
  );
}
