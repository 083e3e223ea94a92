/** Beside a slide: how many have answered on their phones; once closed how the answers spread, and what was held back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Poll } from '../../../shared/protocol/polls.ts';
import { PollSpread } from '../../panels/class/poll-spread.tsx';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { asked, askPhones, closeOnPhones, isHeldBack } from './phones.ts';
import { gate } from './show-state.ts';

interface OnPhonesProps {
  readonly poll: Poll;
  /** The answer that turned out so. */
  readonly right?: string | undefined;
  /** Shown once it is closed, or where no phones are asked. */
  readonly children?: ComponentChildren;
}

export function OnPhones({ poll, right, children }: OnPhonesProps) {
  const shown = asked(poll);
  const held = isHeldBack(poll);
  const [warned, setWarned] = useState(false);
  const nobody = (shown?.answered ?? 0) === 0;
  useEffect(() => {
    if (held && shown === undefined) askPhones(poll);
  }, [held, shown === undefined]);
  useEffect(() => {
    if (!held) return;
    // One key too many must not throw a question away before anybody has read it.
    gate.value = () => (nobody && !warned ? setWarned(true) : closeOnPhones(poll));
    return () => {
      gate.value = undefined;
    };
  }, [held, shown?.id, nobody, warned]);
  if (!held) {
    if (shown?.spread === undefined) return <>{children}</>;
    return (
      <div class={children === undefined ? 'show-told' : 'show-told split'}>
        <PollSpread poll={shown} right={right} />
        {children !== undefined && <div class="show-held">{children}</div>}
      </div>
    );
  }
  return (
    <div class="show-asked">
      <p class="show-count figures" role="status">
        {t('polls.answered', { answered: shown?.answered ?? 0, asked: shown?.asked ?? 0 })}
      </p>
      {warned && nobody && <p role="status">{t('show.nobodyYet')}</p>}
      <Button look="strong" onClick={() => closeOnPhones(poll)}>
        {t('desk.closePoll')}
      </Button>
    </div>
  );
}
