/** A person's answer on research use: a sign beside the name, with text for screen readers. */
import type { DeskPlayer } from '../../shared/protocol/class-room.ts';
import { t } from '../state/language.ts';
import { players } from './desk-signals.ts';

const SIGNS = { yes: '✓', no: '✗', unanswered: '?' } as const;

export function ConsentMark({ research }: { readonly research: DeskPlayer['research'] }) {
  if (research === undefined) return null;
  const text = t(`desk.research-${research}`);
  return (
    <span class={`consent ${research}`} title={text}>
      <span aria-hidden="true">{SIGNS[research]}</span>
      <span class="hidden-text">{text}</span>
    </span>
  );
}

/** Count of each answer, which also explains the signs; empty if nobody was asked. */
export function ConsentCount() {
  const said = players.value.flatMap(({ research }) => research ?? []);
  if (said.length === 0) return null;
  const count = (which: (typeof said)[number]) => said.filter((each) => each === which).length;
  return (
    <p class="small">{t('desk.research', { yes: count('yes'), no: count('no'), unanswered: count('unanswered') })}</p>
  );
}
