/** The end of a game played alone: one's own story before the score, the bots by their policies, and the record. */
import { useEffect, useState } from 'preact/hooks';
import { ALL_BOTS } from '../../shared/bots/index.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { ownRecord } from '../net/own-record.ts';
import { t, words } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { saveFile } from '../ui/save-file.ts';
import { OwnCards } from './own-cards.tsx';
import { type OwnReading, openOwn, readOwn } from './own-reading.ts';

type Reading = { readonly text: string; readonly read: OwnReading } | 'reading' | 'failed';

export function OwnEnding({ view, classId }: { view: SeatView; classId: string }) {
  const [reading, setReading] = useState<Reading>('reading');
  const { seat } = view;
  const read = async () => {
    setReading('reading');
    const answer = await ownRecord(classId);
    const found = answer.ok ? readOwn(answer.value, seat) : undefined;
    setReading(answer.ok && found !== undefined ? { text: answer.value, read: found } : 'failed');
  };
  useEffect(() => {
    read();
  }, [classId, seat]);
  return (
    <section class="stack" aria-labelledby="own-title">
      <h2 id="own-title">{t('ending.title')}</h2>
      {reading === 'reading' && (
        <p class="soft" role="status">
          {t('ending.reading')}
        </p>
      )}
      {reading === 'failed' && (
        <div class="notice" role="alert">
          <span>{t('ending.failed')}</span>
          <Button compact onClick={read}>
            {t('ending.retry')}
          </Button>
        </div>
      )}
      {typeof reading === 'object' && (
        <>
          <OwnCards view={view} story={reading.read.story} />
          <div class="row">
            <Button onClick={() => openOwn(reading.text, t('ending.source'), seat)}>{t('ending.wholeDebrief')}</Button>
            <Button
              look="quiet"
              onClick={() =>
                saveFile(new Blob([reading.text], { type: 'application/jsonl' }), `electronics-street_${classId}.jsonl`)
              }
            >
              {t('ending.save')}
            </Button>
          </div>
          <Unmasked view={view} policies={reading.read.policies} />
        </>
      )}
    </section>
  );
}

function Unmasked({ view, policies }: { view: SeatView; policies: readonly string[] }) {
  const bots = view.public.seats.flatMap((actor) => {
    const policy = ALL_BOTS.find((name) => name === policies[actor.seat]);
    return actor.seat === view.seat || policy === undefined ? [] : [{ actor, policy }];
  });
  return (
    <details class="fold">
      <summary>{t('ending.unmasked')}</summary>
      <dl class="small own-bots">
        {bots.map(({ actor, policy }) => (
          <div key={actor.seat}>
            <dt>
              <strong>{t('ending.bot', { name: words(actor.name), bot: t(`bots.${policy}`) })}</strong>
            </dt>
            <dd>{t(`bots.${policy}-about`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
