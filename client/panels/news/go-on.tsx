/** "Go on": news and reveal end early when everybody has pressed it. */
import { classPhase, presence, view } from '../../state/game.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { useAct } from '../act.ts';

export function GoOn({ label }: { label: string }) {
  const act = useAct();
  const seat = view.value?.seat;
  if (seat === undefined) return null;
  const over = classPhase.value === 'ended';
  const done = presence(seat).ready;
  return (
    <div class="foot">
      <p class="small soft" role="status">
        {over ? t('play.classEnded') : done ? t('play.waitingForOthers') : ''}
      </p>
      <Button look="strong" disabled={done || over} onClick={() => act({ type: 'signalReady' })}>
        {done ? t('play.readyDone') : label}
      </Button>
    </div>
  );
}
