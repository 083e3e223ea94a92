/**
 * Step 8: the head of a tree rescues a firm that cannot pay; otherwise the firm fails and starts again (rules F1, F2).
 */
import { at, headOf } from '../queries.ts';
import { type Round, record } from './round.ts';

export function distress(round: Round): void {
  for (const { seat: firm } of round.state.actors) {
    const { firms } = round.state;
    const { cash } = at(firms, firm);
    if (cash >= 0) continue;
    const head = headOf(firms, firm);
    const amount = 0 - cash;
    if (head !== firm && at(firms, head).cash > amount) record(round, { type: 'FirmRescued', firm, head, amount });
    else record(round, { type: 'FirmFailed', firm });
  }
}
