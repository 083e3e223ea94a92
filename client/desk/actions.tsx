/** The action bar for all districts or the ticked ones. It always stays in sight and reports the result. */

import { useState } from 'preact/hooks';
import type { Seat } from '../../shared/engine/actors.ts';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { DeskDistrict, DistrictRequestAction, Where } from '../../shared/protocol/class-room.ts';
import { desk } from '../state/desk.ts';
import { list, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { holderOf, seatName, ticked } from './desk-signals.ts';
import { FinaleSteps } from './finale-steps.tsx';
import { EndForm, EndsAt } from './finish.tsx';
import { FreezeForm } from './freeze.tsx';
import { LastRound } from './last-round.tsx';
import { MessageForm } from './message.tsx';
import { goesOn, onwardOf } from './onward.ts';
import { ResultLine } from './result-line.tsx';
import { ask } from './results.ts';
import { UndoForm, undoing } from './undo.tsx';

export const EXTENSION_MS = 30_000;

function target(): Where {
  const numbers = [...ticked.value].toSorted((a, b) => a - b);
  return omitUndefined({ districts: numbers.length === 0 ? undefined : numbers });
}

function whom(): string {
  const { districts: numbers } = target();
  if (numbers === undefined) return t('desk.forAll');
  return t('desk.forSome', { count: numbers.length, districts: list(numbers.map(String)) });
}

type Simple = Exclude<DistrictRequestAction['type'], 'extend' | 'endBy' | 'freeze' | 'message' | 'lastRound'>;

function simple(type: Simple): void {
  ask({ type, ...target() } satisfies DistrictRequestAction);
}

/** What opens below the bar. */
type Form = 'message' | 'freeze' | 'falter' | 'end';

interface BarProps {
  readonly districts: readonly DeskDistrict[];
  readonly open: Form | undefined;
  readonly toggle: (form: Form) => void;
}

export function Actions() {
  const [open, setOpen] = useState<Form>();
  const chosen = target();
  const districts = (desk.value?.districts ?? []).filter(
    ({ number }) => chosen.districts === undefined || chosen.districts.includes(number),
  );
  const toggle = (form: Form) => setOpen(open === form ? undefined : form);
  const close = () => setOpen(undefined);
  return (
    <section class="actions" aria-label={t('desk.actions')}>
      <Whom districts={districts} open={open} toggle={toggle} />
      <Buttons districts={districts} open={open} toggle={toggle} />
      <UndoForm />
      {isTakenBack(districts) && <p class="notice warm">{t('course.takenBack')}</p>}
      {open === 'falter' && <FalterForm districts={districts} onDone={close} />}
      {open === 'end' && <EndForm to={chosen} onDone={close} />}
      {open === 'message' && <MessageForm to={chosen} onDone={close} />}
      {open === 'freeze' && <FreezeForm to={chosen} onDone={close} />}
      <FinaleSteps />
    </section>
  );
}

/** Whether the last action was an undo back to a plan phase, in which plans must be filed again. */
function isTakenBack(districts: readonly DeskDistrict[]): boolean {
  if (desk.value?.acts?.at(-1)?.type !== 'undo') return false;
  return districts.some(({ paused, phase }) => paused && phase === 'plan');
}

/** The districts in scope, the last result, and rare actions. */
function Whom({ districts, open, toggle }: BarProps) {
  return (
    <div class="row">
      <p class="actions-whom" role="status">
        {whom()}
      </p>
      {ticked.value.size > 0 && (
        <Button
          compact
          look="quiet"
          onClick={() => {
            ticked.value = new Set();
          }}
        >
          {t('desk.untick')}
        </Button>
      )}
      <ResultLine />
      <EndsAt />
      {desk.value?.timed === true && districts.some(goesOn) && (
        <Button compact look="quiet" pressed={open === 'end'} onClick={() => toggle('end')}>
          {t('desk.changeEnd')}
        </Button>
      )}
      <LastRound districts={districts} to={target()} />
      <Button
        compact
        look="quiet"
        disabled={!districts.some(({ hub }) => hub !== undefined)}
        pressed={open === 'falter'}
        onClick={() => toggle('falter')}
      >
        {t('desk.falter')}
      </Button>
    </div>
  );
}

/** The next step as the main button; all others beside it. */
function Buttons({ districts, open, toggle }: BarProps) {
  const frozen = districts.some((district) => district.frozen === true);
  const paused = districts.some((district) => district.paused && district.frozen !== true && goesOn(district));
  const onward = onwardOf(districts, target());
  return (
    <div class="row">
      {frozen && (
        <Button look="strong" onClick={() => simple('thaw')}>
          {t('desk.thaw')}
        </Button>
      )}
      {paused && (
        <Button look={frozen ? 'plain' : 'strong'} onClick={() => simple('resume')}>
          {t('teach.resume')}
        </Button>
      )}
      {onward !== undefined && (
        <Button look={frozen || paused ? 'plain' : 'strong'} onClick={() => ask(onward.action)}>
          {onward.label}
        </Button>
      )}
      {onward?.action.type === 'advance' && districts.some((each) => goesOn(each) && each.phase === 'plan') && (
        <Button onClick={() => simple('closeRound')}>{t('course.closeOpen')}</Button>
      )}
      {districts.some((district) => !district.paused && goesOn(district)) && (
        <Button onClick={() => simple('pause')}>{t('teach.pause')}</Button>
      )}
      {districts.some(({ deadline }) => deadline !== undefined) && (
        <Button onClick={() => ask({ type: 'extend', ms: EXTENSION_MS, ...target() })}>{t('teach.extend')}</Button>
      )}
      {districts.some(({ undoable }) => undoable === true) && (
        <Button
          pressed={undoing.value !== undefined}
          onClick={() => {
            undoing.value = undoing.value === undefined ? target() : undefined;
          }}
        >
          {t('desk.undo')}
        </Button>
      )}
      <Button pressed={open === 'message'} onClick={() => toggle('message')}>
        {t('desk.message')}
      </Button>
      {!frozen && districts.some(goesOn) && (
        <Button pressed={open === 'freeze'} onClick={() => toggle('freeze')}>
          {t('desk.freeze')}
        </Button>
      )}
    </div>
  );
}

/** The firm, its player, and the district if there are several. */
function hubName(number: number, hub: Seat): string {
  const person = holderOf(number, hub)?.name;
  const name = person === undefined ? seatName(hub) : t('course.playedBy', { name: seatName(hub), person });
  const several = (desk.value?.districts.length ?? 0) > 1;
  return several ? t('course.inDistrict', { name, district: t('teach.district', { number }) }) : name;
}

function FalterForm({
  districts,
  onDone,
}: {
  readonly districts: readonly DeskDistrict[];
  readonly onDone: () => void;
}) {
  const hubs = districts.flatMap(({ number, hub }) => (hub === undefined ? [] : [hubName(number, hub)]));
  return (
    <div class="row notice warm">
      <p>{t('course.falterSure', { whom: list(hubs) })}</p>
      <Button
        look="strong"
        onClick={() => {
          simple('falter');
          onDone();
        }}
      >
        {t('desk.falter')}
      </Button>
      <Button look="quiet" onClick={onDone}>
        {t('desk.cancel')}
      </Button>
    </div>
  );
}
