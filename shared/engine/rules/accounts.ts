/** Step 6: tax, investors, upkeep, loans and tribute (rules A1 to A6). */

import { debtServiceOf, instalmentOf, investorsShare, taxRateOf, tributeRateOf, upkeepOf } from '../formulas.ts';
import type { Firm, Loan } from '../parts.ts';
import { at, forestOf, isListed, numberAt } from '../queries.ts';
import { zeros } from '../zeros.ts';
import { type Round, record } from './round.ts';

const DEBT_FREE: readonly Loan[] = [];

export function accounts(round: Round): void {
  const { state, effort } = round;
  const { parameters, actors, flows } = state;
  if (flows === undefined) throw new Error('accounts are settled after the market cleared');
  const count = actors.length;
  const forest = forestOf(state.firms);
  const tax = zeros(count);
  const upkeep = zeros(count);
  const debtService = zeros(count);
  const investorFees = zeros(count);
  const tribute = zeros(count);

  for (const { seat, kind } of actors) {
    if (kind !== 'firm') continue;
    const firm = at(state.firms, seat);
    const product = numberAt(flows.product, seat);
    const income = product + numberAt(flows.trade, seat);
    const head = numberAt(forest.head, seat);
    tax[seat] = taxRateOf(parameters, isListed(state, seat)) * income;
    investorFees[seat] = product * investorsShare(parameters, firm.ventureStakes, firm.foreignStakes);
    upkeep[seat] = upkeepOf(parameters, numberAt(forest.size, seat));
    debtService[seat] = debtServiceOf(parameters, firm.loans);
    if (head === seat) continue;
    const due = tributeRateOf(parameters, firm.forced) * income;
    tribute[seat] = numberAt(tribute, seat) - due;
    tribute[head] = numberAt(tribute, head) + due;
  }

  const firms = actors.map(({ seat }): Pick<Firm, 'cash' | 'loans' | 'ventureDue'> => {
    const { cash, loans, ventureDue } = at(state.firms, seat);
    const active = numberAt(effort.research, seat) + numberAt(effort.sharing, seat) >= parameters.ventureResearchNeeded;
    const earned = numberAt(flows.product, seat) + numberAt(flows.trade, seat) + numberAt(tribute, seat);
    const spent =
      numberAt(tax, seat) + numberAt(investorFees, seat) + numberAt(upkeep, seat) + numberAt(debtService, seat);
    return {
      cash: cash + earned - spent,
      loans: loans.length === 0 ? DEBT_FREE : loans.filter((loan) => loan.instalmentsLeft > 1).map(paidDown),
      ventureDue: active ? Math.max(0, ventureDue - parameters.ventureRelief) : ventureDue,
    };
  });
  record(round, { type: 'AccountsSettled', firms, tax, upkeep, debtService, investorFees, tribute });
}

function paidDown(loan: Loan): Loan {
  return { owed: loan.owed - instalmentOf(loan), instalmentsLeft: loan.instalmentsLeft - 1 };
}
