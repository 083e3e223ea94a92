/** For a lesson short of time: makes the present round the last; the end is told as usual. */
import type { DeskDistrict, Where } from '../../shared/protocol/class-room.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { goesOn } from './onward.ts';
import { ask } from './results.ts';

/** Whether there are rounds left to drop. */
export function mayFinish(district: DeskDistrict): boolean {
  return goesOn(district) && district.practice !== true && district.round < district.rounds;
}

export function FinishButton({ to, onDone }: { readonly to: Where; readonly onDone?: () => void }) {
  return (
    <Button
      compact
      look={onDone === undefined ? 'quiet' : 'strong'}
      onClick={() => {
        ask({ type: 'lastRound', on: true, ...to });
        onDone?.();
      }}
    >
      {t('course.makeLast')}
    </Button>
  );
}

export function LastRound({ districts, to }: { readonly districts: readonly DeskDistrict[]; readonly to: Where }) {
  const short = districts.find(({ planned, phase }) => planned !== undefined && phase !== 'ended');
  return (
    <>
      {districts.some(mayFinish) && <FinishButton to={to} />}
      {short?.planned !== undefined && (
        <span class="row">
          <strong>{t('course.lastIs', { round: short.rounds })}</strong>
          <Button compact look="quiet" onClick={() => ask({ type: 'lastRound', on: false, ...to })}>
            {t('course.playAll', { count: short.planned })}
          </Button>
        </span>
      )}
    </>
  );
}
