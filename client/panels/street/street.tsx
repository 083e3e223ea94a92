/** The street as a table with everything the map shows. */
import { HIGHEST_STANDING, type PublicSeat } from '../../../shared/engine/public-view.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { presence } from '../../state/game.ts';
import { list, num, percent, t, words } from '../../state/language.ts';
import { wide } from '../../state/media.ts';
import { selected } from '../../state/selection.ts';
import { Term } from '../../ui/term.tsx';
import { Figures, type LabelledFigure } from '../labelled.tsx';
import { kindOf } from '../names.ts';
import { pactsOf, seatNotes } from '../seat-words.ts';
import { SeatCard } from './seat-card.tsx';

function Row({ view, actor }: { view: SeatView; actor: PublicSeat }) {
  const { control, ready, online } = presence(actor.seat);
  const mine = actor.seat === view.seat;
  const pacts = pactsOf(view.public, actor.seat);
  const notes = seatNotes(view.public, actor);
  return (
    <tr class={mine ? 'mine' : ''}>
      <th scope="row">
        <button
          type="button"
          class="name"
          aria-pressed={selected.value === actor.seat}
          title={t('play.lookAt', { name: words(actor.name) })}
          onClick={() => {
            selected.value = selected.value === actor.seat ? undefined : actor.seat;
          }}
        >
          {words(actor.name)}
        </button>
        <span class="tags">
          {mine && <span class="tag">{t('play.you')}</span>}
          {!mine && (
            <span class="tag">
              {control === 'human' ? t(online ? 'common.human' : 'play.away') : t(`common.${control}`)}
            </span>
          )}
          {ready && <span class="tag good">{t(view.public.phase === 'plan' ? 'plan.filed' : 'play.done')}</span>}
        </span>
        <span class="small soft block">{kindOf(view.public, actor)}</span>
        {notes.length > 0 && <span class="small block">{notes.join(t('common.dot'))}</span>}
      </th>
      <td>{actor.kind === 'firm' || actor.kind === 'university' ? <Standing level={actor.standing} /> : '–'}</td>
      <td class="small">{pacts.length === 0 ? '–' : list(pacts)}</td>
    </tr>
  );
}

function Standing({ level }: { level: number }) {
  return (
    <span class="standing">
      <span aria-hidden="true">{'■'.repeat(level) + '□'.repeat(Math.max(0, 5 - level))}</span>
      <span class="hidden-text">{t('play.standingOf', { level, most: HIGHEST_STANDING })}</span>
    </span>
  );
}

export function Street({ view }: { view: SeatView }) {
  const { law, distance, commons, fund, history } = view.public;
  const chosen = selected.value;
  const last = history[history.length - 1];
  const facts: readonly LabelledFigure[] = [
    [t('glossary.law'), percent(law), 'law'],
    [t('glossary.ownershipDistance'), percent(distance), 'ownershipDistance'],
    [t('glossary.commonKnowledge'), num(commons), 'commonKnowledge'],
    [t('glossary.ventureFund'), num(fund), 'ventureFund'],
    ...(last === undefined
      ? []
      : ([
          [t('play.districtIncome'), num(last.income), 'income'],
          [t('play.districtInnovation'), num(last.innovation), 'innovation'],
          [t('play.districtTrade'), percent(last.tradeShare), 'trade'],
        ] as const)),
  ];
  return (
    <div class="stack">
      <section aria-labelledby="institutions-title" class="stack-tight">
        <h3 id="institutions-title">{t('play.districtTitle')}</h3>
        <Figures look="ledger" rows={facts} />
      </section>
      <table class="street">
        <caption>{t('play.streetTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('play.colWho')}</th>
            <th scope="col">
              <Term of="standing" word={t('glossary.standing')} />
            </th>
            <th scope="col">
              <Term of="pact" word={t('play.colPacts')} />
            </th>
          </tr>
        </thead>
        <tbody>
          {view.public.seats.map((actor) => (
            <Row key={actor.seat} view={view} actor={actor} />
          ))}
        </tbody>
      </table>
      {!wide.value && chosen !== undefined && (
        <div class="foot">
          <SeatCard view={view} seat={chosen} />
        </div>
      )}
    </div>
  );
}
