/** A question as text above its answer. */
import { ALL_BOTS } from '../../../shared/bots/index.ts';
import type { Chronicle } from '../../../shared/debrief/chronicle.ts';
import { list, t } from '../../state/language.ts';
import { planText } from '../plan-text.ts';
import { seatName } from '../sentences.ts';
import type { Answered, Draft } from './what-if-state.ts';

export function questionText(chronicle: Chronicle, answer: Pick<Answered, 'draft' | 'question'>): string {
  const { draft, question } = answer;
  const parts = [t('debrief.askedFrom', { round: draft.from }), changeText(chronicle, answer)];
  return [...parts, ...decidersText(chronicle, question.deciders)].join(t('common.dot'));
}

function changeText(chronicle: Chronicle, { draft, question }: Pick<Answered, 'draft' | 'question'>): string {
  const [change] = question.changes;
  if (change?.kind === 'plan') {
    const plan = draft.preset === 'own' ? planText(change.plan) : t(`debrief.preset-${draft.preset}`);
    return t('debrief.askedPlan', { name: seatName(change.seat), plan });
  }
  if (change?.kind === 'parameter') {
    const was = chronicle.log.header.parameters[change.name];
    return t('debrief.askedNumber', { name: t(`debrief.number-${change.name}`), value: change.value, was });
  }
  return t(`debrief.change-${draft.change}`);
}

/** Each bot, with the seats it decides for. */
function decidersText({ final }: Chronicle, deciders: readonly string[]): readonly string[] {
  const bots = ALL_BOTS.filter((bot) => deciders.includes(bot));
  const firms = final.actors.filter(({ kind }) => kind === 'firm');
  return bots.map((bot) => {
    const seats = final.actors.filter(({ seat }) => deciders[seat] === bot);
    const all = seats.length === firms.length && seats.every(({ kind }) => kind === 'firm');
    const names = all ? t('debrief.allFirms') : list(seats.map(({ seat }) => seatName(seat)));
    return t('debrief.askedBot', { names, bot: t(`bots.${bot}`) });
  });
}

/** Whether the form has changed since the answer. */
export function isOutdated(draft: Draft, answer: Pick<Answered, 'draft'>): boolean {
  return JSON.stringify(draft) !== JSON.stringify(answer.draft);
}
