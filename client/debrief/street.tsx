/** All seats at this moment as a table with everything the map shows; with open books, plans too. */

import type { Moment } from '../../shared/debrief/chronicle.ts';
import type { FiledPlan } from '../../shared/engine/parts.ts';
import type { PublicView } from '../../shared/engine/public-view.ts';
import { kindOf } from '../panels/names.ts';
import { pactsOf, seatNotes } from '../panels/seat-words.ts';
import { list, num, t, words } from '../state/language.ts';
import { Scroller } from '../ui/scroller.tsx';
import { Term } from '../ui/term.tsx';
import { booksOpen } from './debrief-signals.ts';
import { planText } from './plan-text.ts';

export function StreetAt({ moment, view }: { moment: Moment; view: PublicView }) {
  const { state } = moment;
  const open = booksOpen.value;
  const resolved = moment.phase === 'reveal' || moment.phase === 'ended';
  const incomes = resolved ? state.history.at(-1)?.incomeBySeat : undefined;
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
            {view.seats.map((actor) => {
              const { seat } = actor;
              const pacts = pactsOf(view, seat);
              const filed = state.plans[seat];
              const books = state.firms[seat];
              const isFirm = actor.kind === 'firm';
              const score = state.history.at(-1)?.scores[seat];
              return (
                <tr key={seat}>
                  <th scope="row">
                    {words(actor.name)}
                    <span class="small soft block">
                      {[kindOf(view, actor), ...seatNotes(view, actor)].join(t('common.dot'))}
                    </span>
                  </th>
                  <td class="small">{pacts.length === 0 ? '–' : list(pacts)}</td>
                  {open && (
                    <td class="small">
                      {filed === undefined ? '–' : planText(filed.plan)}
                      {filed !== undefined && filed.by !== 'human' && (
                        <span class="soft block">{t(deciderOf(filed))}</span>
                      )}
                    </td>
                  )}
                  {open && <td class="figures">{isFirm && incomes !== undefined ? num(incomes[seat] ?? 0) : '–'}</td>}
                  {open && (
                    <td class="figures">
                      {isFirm && books !== undefined ? `${num(books.cash)} / ${num(books.knowledge)}` : '–'}
                    </td>
                  )}
                  {open && <td class="figures">{score === undefined ? '–' : num(score)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
      {!open && <p class="small soft">{t('debrief.closedBooks')}</p>}
    </section>
  );
}

function deciderOf({ by, cut }: FiledPlan) {
  if (by === 'recorded') return cut === true ? 'debrief.byRecordedCut' : 'debrief.byRecorded';
  return by === 'bot' ? 'debrief.byBot' : 'debrief.byTimeout';
}
