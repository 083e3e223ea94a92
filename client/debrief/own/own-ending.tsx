/**
 * The end of a game: the player's own story before the score, the bots' policies, and the record if it may be opened.
 */

import { useEffect, useState } from 'preact/hooks';
import { ALL_BOTS } from '../../../shared/bots/index.ts';
import type { SeatEnding } from '../../../shared/debrief/own-story.ts';
import type { Seat } from '../../../shared/engine/actors.ts';
import type { SeatView } from '../../../shared/engine/view.ts';
import { ownRecord, recordInClass, storyInClass } from '../../net/own-record.ts';
import { person } from '../../state/classroom.ts';
import { t, words } from '../../state/language.ts';
import { practiceOver } from '../../state/practice-game.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { BesideRecord } from './beside.tsx';
import { OwnCards } from './own-cards.tsx';
import { type Beside, openOwn, readOwn } from './own-reading.ts';

interface Told {
  readonly told: SeatEnding;
  /** The record, if it came with the story. */
  readonly text?: string;
  /** Homework only: the game it was played against. */
  readonly beside?: Beside;
}
type Reading = Told | 'reading' | 'failed';

interface OwnEndingProps {
  readonly view: SeatView;
  readonly classId: string;
  /** In a class the server makes the story, and the desk decides whether the record may be opened. */
  readonly inClass?: boolean;
}

async function readAlone(classId: string, seat: Seat): Promise<Told | undefined> {
  const answer = await ownRecord(classId);
  // The server gives the record only after the end.
  if (answer.ok) practiceOver(classId);
  const read = answer.ok ? readOwn(answer.value, seat) : undefined;
  return answer.ok && read !== undefined ? { ...read, text: answer.value } : undefined;
}

async function readInClass(classId: string): Promise<Told | undefined> {
  const answer = await storyInClass<SeatEnding>(classId);
  return answer.ok ? { told: answer.value } : undefined;
}

export function OwnEnding({ view, classId, inClass = false }: OwnEndingProps) {
  const [reading, setReading] = useState<Reading>('reading');
  const { seat } = view;
  const read = async () => {
    setReading('reading');
    setReading((await (inClass ? readInClass(classId) : readAlone(classId, seat))) ?? 'failed');
  };
  useEffect(() => {
    read();
  }, [classId, seat, inClass]);
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
          <OwnCards view={view} story={reading.told.story} />
          {reading.beside !== undefined && <BesideRecord beside={reading.beside} seat={seat} />}
          {reading.text !== undefined && <WholeRecord text={reading.text} classId={classId} seat={seat} />}
          {inClass && person.value?.debriefOpen === true && <OpenedDebrief classId={classId} seat={seat} />}
          {reading.beside === undefined && <Unmasked view={view} policies={reading.told.policies} />}
        </>
      )}
    </section>
  );
}

function WholeRecord({ text, classId, seat }: { text: string; classId: string; seat: Seat }) {
  return (
    <div class="row">
      <Button onClick={() => openOwn(text, 'ending.source', seat)}>{t('ending.wholeDebrief')}</Button>
      <Button
        look="quiet"
        onClick={() => saveFile(new Blob([text], { type: 'application/jsonl' }), `electronics-street_${classId}.jsonl`)}
      >
        {t('ending.save')}
      </Button>
    </div>
  );
}

/** A link to the district's debrief, once the desk has opened it to its people. */
function OpenedDebrief({ classId, seat }: { classId: string; seat: Seat }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const open = async () => {
    if (state === 'busy') return;
    setState('busy');
    const answer = await recordInClass(classId);
    if (answer.ok) openOwn(answer.value, 'ending.classSource', seat);
    else setState('failed');
  };
  return (
    <div class="row">
      <Button disabled={state === 'busy'} onClick={open}>
        {t('ending.districtDebrief')}
      </Button>
      <Alert text={state === 'failed' ? t('ending.failed') : undefined} />
    </div>
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
