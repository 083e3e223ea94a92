/** The Commission's certificates (rule G7): last year's stay until withdrawn. */

import { useMemo, useState } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { Parameters } from '../../../shared/engine/parameters.ts';
import { HIGHEST_STANDING, STANDINGS } from '../../../shared/engine/public-view.ts';
import { pactsWith } from '../../../shared/engine/queries.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { newsOf } from '../../../shared/scenarios/index.ts';
import { type Draft, planOf, toggled } from '../../state/draft.ts';
import { numbersOf } from '../../state/game-parameters.ts';
import { percent, plainList, short, t } from '../../state/language.ts';
import { wide } from '../../state/media.ts';
import { type Moved, movedBySeals } from '../../state/office-forecast.ts';
import type { DraftProps } from '../deals/deal-verbs.tsx';
import { kindOf, nameOf } from '../names.ts';
import { reputationOf, sealBrings } from '../seat-words.ts';
import { ColumnHeads, Columns } from './chip-figures.tsx';

export function Certificates({ draft, view, onChange }: DraftProps & { view: SeatView }) {
  const firms = view.legal.list.filter(({ refused }) => refused !== 'list-not-a-firm');
  const numbers = numbersOf(view.public);
  const [open, setOpen] = useState(draft.list.length === 0 && wide.value);
  const moved = useMemo(() => (open ? sealsMove(draft, view) : undefined), [open, draft, view]);
  if (firms.length === 0 || numbers === undefined) return null;
  if (firms.every(({ refused }) => refused === 'list-too-early')) {
    const year = newsOf(view.public.scenario, numbers.listFrom)?.year ?? '';
    return <p class="small soft">{t('plan.sealsFrom', { year })}</p>;
  }
  const places = numbers.listPlaces;
  const lost = view.public.seats.filter(({ seat, listed }) => listed === true && !draft.list.includes(seat));
  return (
    <details class="seals-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <strong>{t('plan.sealsTitle')}</strong>{' '}
        <span class="small soft">
          {draft.list.length === 0
            ? t('plan.sealsGiven', { count: 0, limit: places })
            : plainList(draft.list.map((seat) => nameOf(view.public, seat)))}
        </span>
      </summary>
      <p class="small">{aboutSeals(numbers)}</p>
      <fieldset class="seals" aria-label={t('plan.sealsGiven', { count: draft.list.length, limit: places })}>
        {open && <ColumnHeads view={view}>{t('plan.sealsEach')}</ColumnHeads>}
        {firms.map(({ seat }) => {
          const chosen = draft.list.includes(seat);
          return (
            <label key={seat} class="choice">
              <input
                type="checkbox"
                checked={chosen}
                disabled={!chosen && draft.list.length >= places}
                onChange={() => onChange({ ...draft, list: toggled(draft.list, seat) })}
              />
              <span class="about">
                <strong>{nameOf(view.public, seat)}</strong>
                {open && <span class="small soft block">{knownOf(view, seat).join(t('common.dot'))}</span>}
              </span>
              <SealColumns view={view} seat={seat} moved={moved} />
            </label>
          );
        })}
      </fieldset>
      {lost.length > 0 && (
        <p class="notice warm" role="status">
          {t('plan.losesSeal', { name: plainList(lost.map(({ seat }) => nameOf(view.public, seat))) })}
        </p>
      )}
    </details>
  );
}

interface SealColumnsProps {
  readonly view: SeatView;
  readonly seat: Seat;
  readonly moved: ReadonlyMap<Seat, Moved> | undefined;
}

function SealColumns({ view, seat, moved }: SealColumnsProps) {
  const own = moved?.get(seat);
  return moved === undefined || own === undefined ? null : (
    <Columns view={view} moved={own} among={[...moved.values()]} />
  );
}

/** What a certificate gives a firm, and what it costs and brings the Commission. */
function aboutSeals(numbers: Parameters): string {
  return t('plan.sealsAbout', { ...sealBrings(numbers), share: percent(numbers.scoreCommissionInnovation) });
}

/** Facts that distinguish a firm for an office: promises, size, owner, certificate. */
function knownOf(view: SeatView, seat: Seat): readonly string[] {
  const actor = view.public.seats[seat];
  if (actor === undefined) return [];
  const { owner, listed } = actor;
  return [
    ...pactsKept(view, seat),
    ...reputationOf(actor),
    sizeText(actor.standing),
    owner === undefined ? kindOf(view.public, actor) : t('plan.sealFrees', { head: nameOf(view.public, owner) }),
    ...(listed === true ? [t('plan.sealStands')] : []),
  ];
}

function pactsKept({ public: { pacts } }: SeatView, seat: Seat): readonly string[] {
  const own = pactsWith(pacts, seat);
  if (own.length === 0) return [t('plan.sealNoPact')];
  const tested = own.filter(({ kept }) => kept !== undefined);
  const kept = tested.filter((pact) => pact.kept === true).length;
  const fresh = own.length - tested.length;
  return [
    ...(tested.length === 0 ? [] : [t('plan.sealKept', { kept, count: tested.length })]),
    ...(fresh === 0 ? [] : [t('plan.sealNew', { count: fresh })]),
  ];
}

function sizeText(level: number): string {
  const [from, to] = [STANDINGS[level - 2] ?? 0, STANDINGS[level - 1]];
  return to === undefined
    ? t('plan.sealSizeTop', { level, most: HIGHEST_STANDING, from: short(from) })
    : t('plan.sealSize', { level, most: HIGHEST_STANDING, from: short(from), to: short(to) });
}

/** By seat: the effect of its certificate, against the same plan without it. */
function sealsMove(draft: Draft, view: SeatView): ReadonlyMap<Seat, Moved> {
  const plan = planOf(draft, view);
  if (plan.kind !== 'government') return new Map();
  const firms = view.public.seats.filter(({ kind }) => kind === 'firm').map(({ seat }) => seat);
  return movedBySeals(view, plan, firms);
}
