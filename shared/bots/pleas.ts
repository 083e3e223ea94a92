/** What a bot's firm asks of a person in a university or an office: the first thing it lacks, in its turn. */
import type { SeatAction } from '../engine/commands.ts';
import type { Plea } from '../engine/parts.ts';
import type { Plan } from '../engine/plans.ts';
import { type PublicSeat, spentIn } from '../engine/public-view.ts';
import { at, isSideOf, numberAt } from '../engine/queries.ts';
import type { SeatView } from '../engine/view.ts';

type MakeOffer = Extract<SeatAction, { type: 'makeOffer' }>;

/** Each firm may plead once in this many years, so that two or three of eight firms speak in any year. */
const TURNS = 3;
/** Cash below which a firm is poor. */
const POOR = 2;
/** Points a round shared with a partner that count as giving. */
const GIVEN = 0.5;

export function botPleas(view: SeatView, plan: Plan, listFrom: number): readonly MakeOffer[] {
  const { round, seats, talkOn } = view.public;
  if (!talkOn || plan.kind !== 'firm' || (round + view.seat) % TURNS !== 0) return [];
  const own = at(seats, view.seat);
  return seats.flatMap((asked): readonly MakeOffer[] => {
    if (asked.control !== 'human') return [];
    const plea = pleaTo(asked, own, view, round >= listFrom);
    const made = view.offers.some(({ kind, from, to }) => kind === 'plea' && from === view.seat && to === asked.seat);
    return plea === undefined || made ? [] : [{ type: 'makeOffer', kind: 'plea', to: asked.seat, plea }];
  });
}

/** The first thing the firm lacks and the asked seat could give. */
function pleaTo(asked: PublicSeat, own: PublicSeat, view: SeatView, lists: boolean): Plea | undefined {
  switch (asked.kind) {
    case 'university':
      if (own.parent !== asked.seat) return undefined;
      return own.held === true ? 'loosen' : 'openLab';
    case 'bureau':
      if (own.parent === undefined || own.listed === true) return undefined;
      if (orderedBy(asked, view)) return 'noOrders';
      return own.owner === undefined && view.books.cash < POOR ? 'takeUsIn' : undefined;
    case 'commission':
      if (lists && own.listed !== true && keepsItsPacts(view)) return 'certify';
      return isLetDown(view) ? 'makeLaw' : undefined;
    case 'firm':
      return undefined;
  }
}

function orderedBy({ seat }: PublicSeat, { public: { happenings } }: SeatView): boolean {
  const spent = spentIn(happenings);
  return spent.some((office) => office.seat === seat && office.points.command > 0);
}

function ownPacts({ seat, public: { pacts } }: SeatView) {
  return pacts.filter((pact) => pact.kept !== undefined && isSideOf(pact, seat));
}

function keepsItsPacts(view: SeatView): boolean {
  const tested = ownPacts(view);
  return tested.length > 0 && tested.every(({ kept }) => kept === true);
}

function isLetDown(view: SeatView): boolean {
  return ownPacts(view).some(({ a, b }) => {
    const partner = a === view.seat ? b : a;
    return numberAt(view.given, partner) >= GIVEN && numberAt(view.received, partner) < GIVEN;
  });
}
