/** What can be done to all districts, or to the ticked ones: one bar, always at hand, that says what it did. */
import { useState } from 'preact/hooks';
import type { DeskDistrict, DistrictRequestAction, Where } from '../../shared/protocol/class-room.ts';
import { desk } from '../state/desk.ts';
import { list, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { DeedLine } from './deed-line.tsx';
import { ask } from './deeds.ts';
import { ticked } from './desk-signals.ts';
import { isAtTheEnd } from './finale-steps.tsx';
import { EndForm, EndsAt } from './finish.tsx';
import { FreezeForm } from './freeze.tsx';
import { MessageForm } from './message.tsx';

export const EXTENSION_MS = 30_000;

function target(): Where {
  const numbers = [...ticked.value].toSorted((a, b) => a - b);
  return numbers.length === 0 ? {} : { districts: numbers };
}

function whom(): string {
  const numbers = [...ticked.value].toSorted((a, b) => a - b);
  if (numbers.length === 0) return t('desk.forAll');
  return t('desk.forSome', { count: numbers.length, districts: list(numbers.map(String)) });
}

type Simple = Exclude<DistrictRequestAction['type'], 'extend' | 'endBy' | 'freeze' | 'message'>;

function simple(type: Simple): void {
  ask({ type, ...target() } satisfies DistrictRequestAction);
}

/** What opens below the bar. */
type Form = 'message' | 'freeze' | 'falter' | 'end';

interface BarProps {
  readonly some: (test: (district: DeskDistrict) => boolean) => boolean;
  readonly open: Form | undefined;
  readonly toggle: (form: Form) => void;
}

export function Actions() {
  const [open, setOpen] = useState<Form>();
  const chosen = target();
  const districts = (desk.value?.districts ?? []).filter(
    ({ number }) => chosen.districts === undefined || chosen.districts.includes(number),
  );
  const some = (test: (district: DeskDistrict) => boolean) => districts.some(test);
  const toggle = (form: Form) => setOpen(open === form ? undefined : form);
  const close = () => setOpen(undefined);
  return (
    <section class="actions" aria-label={t('desk.actions')}>
      <Whom some={some} open={open} toggle={toggle} />
      <Buttons some={some} open={open} toggle={toggle} />
      {open === 'falter' && <FalterForm onDone={close} />}
      {open === 'end' && <EndForm to={chosen} onDone={close} />}
      {open === 'message' && <MessageForm to={chosen} onDone={close} />}
      {open === 'freeze' && <FreezeForm to={chosen} onDone={close} />}
    </section>
  );
}

/** Whom the buttons are for, what they did last, and what is seldom wanted. */
function Whom({ some, open, toggle }: BarProps) {
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
      <DeedLine />
      <EndsAt />
      {desk.value?.timed === true && some(({ phase }) => phase !== 'ended') && (
        <Button compact look="quiet" pressed={open === 'end'} onClick={() => toggle('end')}>
          {t('desk.changeEnd')}
        </Button>
      )}
      <Button
        compact
        look="quiet"
        disabled={!some(({ phase }) => phase === 'reveal')}
        pressed={open === 'falter'}
        onClick={() => toggle('falter')}
      >
        {t('desk.falter')}
      </Button>
    </div>
  );
}

function Buttons({ some, open, toggle }: BarProps) {
  const frozen = some((district) => district.frozen === true);
  return (
    <div class="row">
      <Button
        look={some((district) => !isAtTheEnd(district)) ? 'strong' : 'plain'}
        disabled={frozen}
        onClick={() => simple('advance')}
      >
        {t('teach.advance')}
      </Button>
      <Button disabled={!some(({ phase }) => phase === 'plan')} onClick={() => simple('closeRound')}>
        {t('desk.closeRound')}
      </Button>
      {some(({ paused, phase }) => !paused && phase !== 'ended') && (
        <Button onClick={() => simple('pause')}>{t('teach.pause')}</Button>
      )}
      {some(({ paused, frozen: stopped }) => paused && stopped !== true) && (
        <Button onClick={() => simple('resume')}>{t('teach.resume')}</Button>
      )}
      <Button
        disabled={!some(({ deadline }) => deadline !== undefined)}
        onClick={() => ask({ type: 'extend', ms: EXTENSION_MS, ...target() })}
      >
        {t('teach.extend')}
      </Button>
      <Button disabled={!some(({ undoable }) => undoable === true)} onClick={() => simple('undo')}>
        {t('desk.undo')}
      </Button>
      <Button pressed={open === 'message'} onClick={() => toggle('message')}>
        {t('desk.message')}
      </Button>
      {frozen ? (
        <Button look="strong" onClick={() => simple('thaw')}>
          {t('desk.thaw')}
        </Button>
      ) : (
        <Button pressed={open === 'freeze'} onClick={() => toggle('freeze')}>
          {t('desk.freeze')}
        </Button>
      )}
    </div>
  );
}

function FalterForm({ onDone }: { readonly onDone: () => void }) {
  return (
    <div class="row notice warm">
      <p>{t('desk.falterSure', { whom: whom() })}</p>
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
