/**
 * A poll beside a slide: how many have answered on their phones; once closed, the spread of answers and the hidden part
 * of the slide.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Poll } from '../../../shared/protocol/polls.ts';
import { PollSpread } from '../../panels/class/poll-spread.tsx';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { asked, askPhones, closeOnPhones, isHeldBack } from './phones.ts';
import { gate } from './show-state.ts';

interface OnPhonesProps {
  readonly poll: Poll;
  /** The answer that came true. */
  readonly right?: string | undefined;
  /** Shown once the poll is closed, or if no phones are polled. */
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
  // Before painting, so that a key pressed as the slide appears does not pass the poll by.
  useLayoutEffect(() => {
    if (!held) return;
    // Asks once more before closing a poll without answers, in case of a key pressed by mistake.
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
