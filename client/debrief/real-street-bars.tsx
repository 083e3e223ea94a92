/** The paper's street and the class's, as pairs of bars. */
import { FIRM_COUNTS } from '../../shared/debrief/paper.ts';
import { besideTheStreet, COMPARISONS, housesByRound } from '../../shared/debrief/real-street.ts';
import { firmsIn } from '../../shared/debrief/series.ts';
import { percent, short, t } from '../state/language.ts';
import type { Column } from './own-columns.ts';

export function RealStreet({ columns }: { readonly columns: readonly Column[] }) {
  const own = columns.map(({ title, chronicles }) => ({ title, found: besideTheStreet(chronicles) }));
  return (
    <section class="stack-tight real-street">
      <h3>{t('debrief.realTitle')}</h3>
      <p class="small soft">{t('debrief.realIntro')}</p>
      <FirmCounts columns={columns} />
      {COMPARISONS.map((of, place) => (
        <figure key={of} class="pair-of-bars">
          <figcaption>{t(`debrief.real-${of}`)}</figcaption>
          <Bar name={t('debrief.realPaper')} share={own[0]?.found[place]?.paper} paper />
          {own.map(({ title, found }) => (
            <Bar key={title} name={title} share={found[place]?.own} />
          ))}
        </figure>
      ))}
    </section>
  );
}

function Bar({ name, share, paper = false }: { name: string; share: number | undefined; paper?: boolean }) {
  return (
    <div class="bar-row small">
      <span class="bar-name">{name}</span>
      <span class="bar-room" aria-hidden="true">
        <span class={paper ? 'bar of-paper' : 'bar'} style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <span class="figures">{share === undefined ? '–' : percent(share)}</span>
    </div>
  );
}

const MOST = Math.max(...FIRM_COUNTS.map(({ firms }) => firms));

function FirmCounts({ columns }: { readonly columns: readonly Column[] }) {
  const [chronicle] = columns[0]?.chronicles ?? [];
  const houses = chronicle === undefined ? [] : housesByRound(chronicle);
  return (
    <figure class="pair-of-bars">
      <figcaption>{t('debrief.realFirms')}</figcaption>
      {FIRM_COUNTS.map(({ year, firms }) => (
        <div key={year} class="bar-row small">
          <span class="bar-name figures">{year}</span>
          <span class="bar-room" aria-hidden="true">
            <span class="bar of-paper" style={{ width: `${(firms / MOST) * 100}%` }} />
          </span>
          <span class="figures">{short(firms, 0)}</span>
        </div>
      ))}
      {chronicle !== undefined && (
        <p class="small">
          {t('debrief.realFirmsOwn', {
            first: houses[0] ?? 0,
            last: houses.at(-1) ?? 0,
            all: firmsIn(chronicle).length,
          })}
        </p>
      )}
      <p class="small soft">{t('debrief.realGrowth')}</p>
    </figure>
  );
}
