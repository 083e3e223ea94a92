/** Answers to this year's pleas, and whether the present plan keeps them. */
import { grants } from '../../../shared/engine/pleas.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { type Draft, planOf } from '../../state/draft.ts';
import { offers } from '../../state/game.ts';
import { t } from '../../state/language.ts';
import { nameOf } from '../names.ts';

export function SaidToPleas({ draft, view }: { draft: Draft; view: SeatView }) {
  const plan = planOf(draft, view);
  const said = offers.value.flatMap(({ id, kind, from, to, plea, status }) => {
    if (kind !== 'plea' || plea === undefined || to !== view.seat) return [];
    if (status !== 'accepted' && status !== 'declined') return [];
    const name = nameOf(view.public, from);
    const what = t(`plan.pleaFor-${plea}`);
    const state = status === 'declined' ? 'no' : grants(plan, plea, from) ? 'kept' : 'notYet';
    return [{ id, state, text: t(`plan.saidToPlea-${state}`, { name, what }) }];
  });
  if (said.length === 0) return null;
  return (
    <ul class="said-to-pleas">
      {said.map(({ id, state, text }) => (
        <li key={id} class={state === 'notYet' ? 'asked-words warm' : 'asked-words soft'}>
          {text}
        </li>
      ))}
    </ul>
  );
}
