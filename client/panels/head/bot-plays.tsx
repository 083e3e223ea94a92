/**
 * Says that a bot plays this seat, after two missed rounds or by the desk. Any touch takes the seat back: the server
 * returns it with the person's first message, in any phase.
 */
import { useEffect } from 'preact/hooks';
import type { SeatView } from '../../../shared/engine/view.ts';
import { presence } from '../../state/game.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { useAct } from '../act.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown'] as const;

export function BotPlays({ view }: { view: SeatView }) {
  const act = useAct();
  const away = view.public.phase !== 'ended' && presence(view.seat).control === 'bot';

  useEffect(() => {
    if (!away) return;
    const back = () => act({ type: 'takeSeat' });
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, back, { once: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, back);
    };
  }, [away, act]);

  return (
    <div role="status" class="banner">
      {away && (
        <p class="notice warm">
          <span>{t('play.botPlays')}</span>
          <Button compact look="strong" onClick={() => act({ type: 'takeSeat' })}>
            {t('play.iAmBack')}
          </Button>
        </p>
      )}
    </div>
  );
}
