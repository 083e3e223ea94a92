/** The way out of a pact, pressed while the plan takes it: nothing like the way in. */
import { t } from '../../state/language.ts';

export function BreakButton({ name, breaks, onBreak }: { name: string; breaks: boolean; onBreak: () => void }) {
  const label = t('plan.breakWith', { name });
  return (
    <button type="button" class="break" aria-pressed={breaks} aria-label={label} title={label} onClick={onBreak}>
      {t('plan.break')}
    </button>
  );
}
