/**
 * The first page: the street, a house to choose, and the way into a class. It is the smallest page, because a class of
 * phones loads it at once.
 */
import { Alert } from '../ui/alert.tsx';
import './join.css';
import { useEffect, useState } from 'preact/hooks';
import type { Seat } from '../../shared/engine/actors.ts';
import { roster } from '../../shared/scenarios/zhongguancun/roster.ts';
import { type Failure, openPractice } from '../net/http.ts';
import { ownToken } from '../net/token.ts';
import { roleLine } from '../panels/news/role-line.ts';
import { t } from '../state/language.ts';
import { enterPractice, inPractice, practiceGame } from '../state/practice-game.ts';
import { navigate } from '../state/route.ts';
import { offerTrial } from '../state/trial.ts';
import { Street } from '../street/street.tsx';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { Link } from '../ui/link.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { ClassDoor, calledToClass } from './class-door.tsx';

export function Join() {
  const [called] = useState(calledToClass);
  return (
    <div class={called ? 'sheet join called' : 'sheet join'}>
      <Masthead bare />
      <main>
        <OwnHouse />
        <div class="join-doors">
          <ClassDoor />
          <nav class="row" aria-label={t('join.otherWays')}>
            <Link to="/practice">{t('join.practice')}</Link>
            <Link to="/teach">{t('join.teach')}</Link>
          </nav>
        </div>
      </main>
    </div>
  );
}

function OwnHouse() {
  const [seat, setSeat] = useState<Seat>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure['code']>();
  const unfinished = practiceGame.value !== undefined && practiceGame.value.over !== true;

  // Preloads the next page while the role line is read.
  useEffect(() => {
    if (seat !== undefined) import('./practice.tsx').catch(() => undefined);
  }, [seat]);

  const begin = async () => {
    if (seat === undefined || busy) return;
    setBusy(true);
    setFailure(undefined);
    const name = t('join.you');
    const answer = await openPractice({ token: ownToken(), name, seat });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.code);
    enterPractice(answer.value, name);
    offerTrial({ seat });
    navigate('/practice');
  };

  return (
    <section class="own-house" aria-label={t('join.houses')}>
      <Street chosen={seat} onChoose={setSeat} onEnter={begin} />
      <div class="house-line">
        <p role="status">{seat === undefined ? t('join.streetSay') : lineOf(seat)}</p>
        {seat !== undefined && (
          <Button look="strong" disabled={busy} onClick={begin}>
            {t('join.begin')}
          </Button>
        )}
        {seat === undefined && unfinished && (
          <Button
            label={`${t('join.unfinished')} ${t('join.resume')}`}
            onClick={() => {
              inPractice.value = true;
              navigate('/practice');
            }}
          >
            {t('join.resume')}
          </Button>
        )}
      </div>
      <Alert text={failure && failureText(failure)} />
    </section>
  );
}

function lineOf(seat: Seat): string {
  const entry = roster[seat];
  if (entry === undefined) return '';
  return roleLine(entry.kind, roster.filter(({ kind }) => kind === 'university')[entry.parent ?? -1]);
}
