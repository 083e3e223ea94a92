/** Calm about a lost connection: it comes back by itself, nothing is lost, and the page says just that. */
import { connection, refusal } from '../state/game.ts';
import { t } from '../state/language.ts';
import { refusalText } from '../ui/failure.ts';
import { Link } from '../ui/link.tsx';

export function ConnectionBanner() {
  const state = connection.value;
  return (
    <div role="status" class="banner">
      {state === 'lost' && <p class="notice warm">{t('common.reconnecting')}</p>}
      {state === 'refused' && (
        <p class="notice warm">
          <span>{refusalText(refusal.value ?? 'class-unknown')}</span>
          <Link to="/">{t('common.toStart')}</Link>
        </p>
      )}
    </div>
  );
}
