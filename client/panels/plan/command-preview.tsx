/** What an office's command would do, before filing; and what is saved for the end. */
import type { Parameters } from '../../../shared/engine/parameters.ts';
import type { PublicSeat, PublicView } from '../../../shared/engine/public-view.ts';
import { bureauInnovation, districtInnovation } from '../../../shared/engine/score.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import type { Draft } from '../../state/draft.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { num, passage, plainList, short, signed, t } from '../../state/language.ts';
import { nameOf } from '../names.ts';
import { commandReach, firmsThatMayLeave, otherOffice, type Reach } from './command-reach.ts';

export function CommandPreview({ draft, view }: { draft: Draft; view: SeatView }) {
  const numbers = numbersOf(view.public);
  const own = view.public.seats[view.seat];
  if (numbers === undefined || own === undefined) return null;
  const command = draft.uses.command ?? 0;
  return (
    <div class="stack-tight small">
      {command > 0 && <p role="status">{commandText(asListed(view, draft), numbers, command)}</p>}
      {own.kind === 'bureau' && (
        <p class="soft">
          {t('plan.saved', {
            points: num(bureauInnovation(numbers, districtInnovation(view.public.history))),
          })}
        </p>
      )}
    </div>
  );
}

/** The view with this year's certificates, which count before command (rules G7 and G6). */
export function asListed(view: SeatView, { list }: Pick<Draft, 'list'>): SeatView {
  const { seats } = view.public;
  if (seats[view.seat]?.kind !== 'commission') return view;
  const listed = seats.map(({ listed: _, ...seat }) =>
    list.includes(seat.seat) ? { ...seat, listed: true as const } : seat,
  );
  return { ...view, public: { ...view.public, seats: listed } };
}

/** Enough points take over one firm and hold all owned firms without a certificate (rules G6 and D9). */
export function commandText(view: SeatView, numbers: Parameters, command: number): string {
  const other = otherOffice(view);
  const missing = numbers.commandNeeded - command;
  if (missing > 0 && other !== undefined) {
    const { gave, seat } = other;
    const about = { points: short(missing), name: nameOf(view.public, seat), gave: short(gave) };
    return passage([alone(view, numbers, command), t(gave > 0 ? 'plan.commandMoreGave' : 'plan.commandMore', about)]);
  }
  if (missing > 0) return t('plan.commandNobody');
  const held = holds(view.public, numbers);
  const moves = held.length > 0 || (commandReach(view.public, numbers)?.firms ?? []).length > 0;
  return passage([...takes(view.public, numbers), ...held, ...last(view.public, moves)]);
}

/** Points too few to take a firm still score for the office (rules C3 and C4). */
function alone(view: SeatView, { scoreBureauCommand, scoreCommissionCommand }: Parameters, command: number): string {
  const each = view.public.seats[view.seat]?.kind === 'commission' ? scoreCommissionCommand : scoreBureauCommand;
  return each === 0 ? t('plan.commandAlone') : t('plan.commandAloneScores', { score: signed(each * command) });
}

function takes(view: PublicView, numbers: Parameters): readonly string[] {
  const reach = commandReach(view, numbers);
  const named = (seats: readonly PublicSeat[]) => plainList(seats.map(({ seat }) => nameOf(view, seat)));
  const safe = reach?.certified ?? [];
  const shielded = safe.length === 0 ? [] : [t('plan.commandShielded', { names: named(safe) })];
  if (reach === undefined || reach.firms.length === 0) return [t('plan.commandNoneLeft'), ...shielded];
  const head = nameOf(view, reach.head.seat);
  return [
    t('plan.commandTakes', { head, names: named(reach.firms) }),
    ...grows(view, numbers, head, reach),
    ...shielded,
  ];
}

/** How the street changes by it, if all firms that may be taken are independent. */
function grows(view: PublicView, numbers: Parameters, name: string, { head, firms }: Reach): readonly string[] {
  if (firms.some(({ treeSize }) => treeSize > 1)) return [];
  const all = view.seats.filter(({ kind }) => kind === 'firm').length;
  const count = head.treeSize + 1;
  const half = count / all >= numbers.figureHierarchyTree;
  return [t(half ? 'plan.commandHalf' : 'plan.commandGrows', { head: name, count, all })];
}

function holds(view: PublicView, numbers: Parameters): readonly string[] {
  const held = firmsThatMayLeave(view, numbers);
  if (held.length === 0) return [];
  return [t('plan.commandHolds', { names: plainList(held.map(({ seat }) => nameOf(view, seat))) })];
}

/** Changes of the last year are final. */
function last({ round, rounds }: PublicView, moved: boolean): readonly string[] {
  return round === rounds && moved ? [t('plan.commandLast')] : [];
}
