/** Who else is here: names while a class gathers, then each with the name of their seat. */
import type { SeatView } from '../../../shared/engine/view.ts';
import { company } from '../../state/classroom.ts';
import { joinedCount } from '../../state/game.ts';
import { t, words } from '../../state/language.ts';
import { CalmStatus } from '../../ui/calm-status.tsx';

export function Come() {
  const come = company.value;
  const here = come?.joined ?? joinedCount.value;
  const names = come?.names ?? [];
  const count = here ?? 0;
  return (
    <>
      <CalmStatus
        look="soft"
        text={
          here === undefined
            ? t('common.loading')
            : come === undefined
              ? t('play.joined', { count })
              : t('play.company', { count, doors: come.doors })
        }
      />
      {names.length > 0 && (
        <ul class="come" aria-label={t(names.length < count ? 'play.lastToCome' : 'play.everybodyHere')}>
          {names.map((name, place) => (
            <li key={`${place} ${name}`} class="person">
              {name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function Neighbours({ view }: { view: SeatView }) {
  const behind = (company.value?.neighbours ?? []).filter(({ seat }) => seat !== view.seat);
  if (behind.length === 0) return null;
  return (
    <section class="stack-tight" aria-labelledby="neighbours-title">
      <h3 id="neighbours-title">{t('play.neighbours')}</h3>
      <ul class="come">
        {behind.map(({ seat, name }) => {
          const sign = view.public.seats[seat];
          return (
            sign !== undefined && (
              <li key={seat}>
                <strong>{words(sign.name)}</strong>
                {t('common.dot')}
                <span class="person">{name}</span>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
