/** All seats at this moment as a table with everything the map shows; with open books, plans too. */

import type { Moment } from '../../shared/debrief/chronicle.ts';
import type { FiledPlan } from '../../shared/engine/parts.ts';
import type { PublicSeat, PublicView } from '../../shared/engine/public-view.ts';
import { kindOf } from '../panels/names.ts';
import { pactsOf, seatNotes } from '../panels/seat-words.ts';
import { list, num, t, words } from '../state/language.ts';
import { Scroller } from '../ui/scroller.tsx';
import { Term } from '../ui/term.tsx';
import { booksOpen } from './debrief-signals.ts';
import { planText } from './plan-text.ts';

export function StreetAt({ moment, view }: { moment: Moment; view: PublicView }) {
  const open = booksOpen.value;
  return (
    <section class="everyone stack-tight">
      <h3>{t('debrief.streetTitle')}</h3>
      <Scroller>
        <table class={open ? 'street books' : 'street'}>
          <caption class="hidden-text">{t('debrief.streetTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('debrief.colWho')}</th>
              <th scope="col">
                <Term of="pact" word={t('debrief.colPacts')} />
              </th>
              {open && (
                <>
                  <th scope="col">
                    <Term of="plan" word={t('debrief.colPlan')} />
                  </th>
                  <th scope="col">
                    <Term of="income" word={t('debrief.colIncome')} />
                  </th>
                  <th scope="col">
                    <Term of="knowledge" word={t('debrief.colBooks')} />
                  </th>
                </>
              )}
              {open && <th scope="col">{t('common.score')}</th>}
            </tr>
          </thead>
          <tbody>
            {view.seats.map((actor) => (
              <SeatRow key={actor.seat} actor={actor} moment={moment} view={view} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {!open && <p class="small soft">{t('debrief.closedBooks')}</p>}
    </section>
  );
}

function SeatRow({ actor, moment, view }: { actor: PublicSeat; moment: Moment; view: PublicView }) {
  const pacts = pactsOf(view, actor.seat);
  return (
    <tr>
      <th scope="row">
        {words(actor.name)}
        <span class="small soft block">{[kindOf(view, actor), ...seatNotes(view, actor)].join(t('common.dot'))}</span>
      </th>
      <td class="small">{pacts.length === 0 ? '–' : list(pacts)}</td>
      {booksOpen.value && <OpenBooks actor={actor} moment={moment} />}
    </tr>
  );
}

/** Plan, income, cash, knowledge and score, which only open books show. */
function OpenBooks({ actor: { seat, kind }, moment: { state, phase } }: { actor: PublicSeat; moment: Moment }) {
  const filed = state.plans[seat];
  const books = kind === 'firm' ? state.firms[seat] : undefined;
  const last = state.history.at(-1);
  const income = phase === 'reveal' || phase === 'ended' ? last?.incomeBySeat : undefined;
  const score = last?.scores[seat];
  return (
    <>
      <td class="small">
        {filed === undefined ? '–' : planText(filed.plan)}
        {filed !== undefined && filed.by !== 'human' && <span class="soft block">{t(deciderOf(filed))}</span>}
      </td>
      <td class="figures">{kind === 'firm' && income !== undefined ? num(income[seat] ?? 0) : '–'}</td>
      <td class="figures">{books === undefined ? '–' : `${num(books.cash)} / ${num(books.knowledge)}`}</td>
      <td class="figures">{score === undefined ? '–' : num(score)}</td>
    </>
  );
}

function deciderOf({ by, cut }: FiledPlan) {
  if (by === 'recorded') return cut === true ? 'debrief.byRecordedCut' : 'debrief.byRecorded';
  return by === 'bot' ? 'debrief.byBot' : 'debrief.byTimeout';
}
