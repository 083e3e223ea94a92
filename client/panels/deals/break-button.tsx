/** The button that breaks a pact, pressed while the plan does. It looks unlike the button that makes one. */
import { t } from '../../state/language.ts';

export function BreakButton({ name, breaks, onBreak }: { name: string; breaks: boolean; onBreak: () => void }) {
  const label = t('plan.breakWith', { name });
  return (
    <button type="button" class="break" aria-pressed={breaks} aria-label={label} title={label} onClick={onBreak}>
      {t('plan.break')}
    </button>
  );
}
