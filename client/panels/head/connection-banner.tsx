/** A calm notice about a lost connection: it returns by itself, and nothing is lost. */
import { classPhase, connection, live, phase, refusal } from '../../state/game.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { refusalText } from '../../ui/failure.ts';
import { LineNotice } from '../../ui/line-notice.tsx';
import { Link } from '../../ui/link.tsx';
import { cameLate } from '../act.ts';

/** Why this page lost its seat. The class no longer knows this device, so the seat has moved to another. */
export function seatRefusal(): string {
  const why = refusal.value ?? 'class-unknown';
  return why === 'token-unknown' ? t('play.seatMoved') : refusalText(why);
}

export function ConnectionBanner() {
  const state = connection.value;
  const late = cameLate.value;
  return (
    <div role="status" class="banner">
      {state !== 'refused' && <LineNotice lost={t('common.reconnecting')} />}
      {state === 'open' && live.value?.storeAway === true && <p class="notice warm">{t('common.storeAway')}</p>}
      {classPhase.value === 'ended' && phase.value !== 'ended' && phase.value !== 'opening' && (
        <p class="notice">
          <span>{t('play.classEnded')}</span>
          <Link to="/">{t('common.toStart')}</Link>
        </p>
      )}
      {late !== undefined && (
        <p class="notice warm">
          <span>{refusalText(late.refused)}</span>
          <Button
            compact
            onClick={() => {
              cameLate.value = undefined;
            }}
          >
            {t('common.understood')}
          </Button>
        </p>
      )}
      {state === 'refused' && (
        <p class="notice warm">
          <span>{seatRefusal()}</span>
          <Link to="/">{t('common.toStart')}</Link>
        </p>
      )}
    </div>
  );
}
