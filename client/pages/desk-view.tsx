/** The desk of a running class: the code to project, who has come, and every district in one row. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskDistrict, DeskMessage, DeskRequestAction } from '../../shared/protocol/wire.ts';
import { type Desk, desk, deskOnline, deskRefusal, openDesk } from '../net/desk.ts';
import { leftUntil, minutes, runClock } from '../state/clock.ts';
import { list, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/failure.ts';
import { Qr } from '../ui/qr.tsx';
import type { OpenedClass } from './teach.tsx';

const EXTENSION_MS = 30_000;
/** Names by which nobody else can reach this server. */
const ONLY_HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

type Ask = (action: DeskRequestAction) => void;

export function DeskView({ opened, onLeave }: { opened: OpenedClass; onLeave: () => void }) {
  const link = useRef<Desk>(undefined);
  const [refused, setRefused] = useState<string>();
  const { classId, key } = opened;
  useEffect(() => {
    const joined = openDesk(classId, { key });
    link.current = joined;
    return () => joined.leave();
  }, [classId, key]);

  const ask: Ask = async (action) => {
    const answer = await link.current?.ask(action);
    setRefused(answer === undefined || answer.ok ? undefined : refusalText(answer.refused));
  };
  const shown = desk.value;
  if (deskRefusal.value !== undefined) {
    return (
      <main class="stack">
        <p class="error" role="alert">
          {refusalText(deskRefusal.value)}
        </p>
        <Button onClick={onLeave}>{t('teach.leave')}</Button>
      </main>
    );
  }
  return (
    <main class="stack">
      <div role="status">
        {!deskOnline.value && shown !== undefined && <p class="notice warm">{t('common.reconnecting')}</p>}
      </div>
      <Door opened={opened} shown={shown} />
      {refused !== undefined && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      {shown !== undefined && <Controls shown={shown} ask={ask} onLeave={onLeave} />}
      {shown !== undefined && shown.districts.length > 0 && <Districts shown={shown} ask={ask} />}
      {shown !== undefined && <Players shown={shown} />}
    </main>
  );
}

function Door({ opened, shown }: { opened: OpenedClass; shown: DeskMessage | undefined }) {
  const address = `${location.origin}/?code=${opened.code}`;
  return (
    <section class="door" aria-labelledby="door-title">
      <Qr text={address} label={t('teach.qr', { address })} />
      <div class="stack-tight">
        <h2 id="door-title">{t('teach.joinAt')}</h2>
        <p class="address">{location.host}</p>
        <p class="big-code figures">{opened.code}</p>
        {ONLY_HERE.includes(location.hostname) && <p class="notice warm">{t('teach.onlyHere')}</p>}
        <p role="status" class="soft">
          {shown === undefined ? t('common.loading') : t('teach.joined', { count: shown.players.length })}
        </p>
      </div>
    </section>
  );
}

function Controls({ shown, ask, onLeave }: { shown: DeskMessage; ask: Ask; onLeave: () => void }) {
  const [sure, setSure] = useState(false);
  if (shown.phase === 'ended') {
    return (
      <div class="row">
        <p>{t('teach.ended')}</p>
        <Button onClick={onLeave}>{t('teach.another')}</Button>
      </div>
    );
  }
  if (shown.phase === 'gathering') {
    return (
      <div class="row">
        <Button look="strong" onClick={() => ask({ type: 'startClass' })}>
          {t('teach.start')}
        </Button>
        <p class="soft small">{t('teach.startHint')}</p>
      </div>
    );
  }
  const allPaused = shown.districts.length > 0 && shown.districts.every(({ paused }) => paused);
  return (
    <fieldset class="row">
      <legend class="hidden-text">{t('teach.allDistricts')}</legend>
      <Button look="strong" onClick={() => ask({ type: 'advance' })}>
        {t('teach.advance')}
      </Button>
      <Button onClick={() => ask({ type: allPaused ? 'resume' : 'pause' })}>
        {t(allPaused ? 'teach.resume' : 'teach.pause')}
      </Button>
      <Button onClick={() => ask({ type: 'extend', ms: EXTENSION_MS })}>{t('teach.extend')}</Button>
      {sure ? (
        <>
          <Button look="strong" onClick={() => ask({ type: 'endClass' })}>
            {t('teach.reallyEnd')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('teach.keepOn')}</Button>
        </>
      ) : (
        <Button look="quiet" onClick={() => setSure(true)}>
          {t('teach.end')}
        </Button>
      )}
    </fieldset>
  );
}

function Districts({ shown, ask }: { shown: DeskMessage; ask: Ask }) {
  return (
    <div class="scroller">
      <table class="street desk">
        <caption>{t('teach.districts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('teach.colDistrict')}</th>
            <th scope="col">{t('teach.colPhase')}</th>
            <th scope="col">{t('teach.colClock')}</th>
            <th scope="col">{t('teach.colWaiting')}</th>
            <th scope="col">{t('teach.colPeople')}</th>
            <th scope="col">{t('teach.colFigure')}</th>
            <th scope="col">{t('teach.colDo')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.districts.map((district) => (
            <DistrictRow key={district.id} district={district} ask={shown.phase === 'playing' ? ask : undefined} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const PHASE_KEYS = ['opening', 'news', 'plan', 'reveal', 'ended'] as const;

function DistrictRow({ district, ask }: { district: DeskDistrict; ask: Ask | undefined }) {
  const phase = PHASE_KEYS.find((known) => known === district.phase) ?? 'opening';
  const one = { number: district.number };
  return (
    <tr>
      <th scope="row">{t('teach.district', one)}</th>
      <td>
        {t(`play.phase-${phase}`)}
        <span class="block small soft figures">
          {t('play.roundOf', { round: district.round, rounds: district.rounds })}
        </span>
      </td>
      <td class="figures">
        <Clock district={district} />
      </td>
      <td class="small">
        {district.waitingFor.length === 0 ? '–' : list(district.waitingFor.map(({ name }) => name))}
      </td>
      <td class="small">{t('teach.people', { humans: district.humans, bots: district.bots })}</td>
      <td class="small">{district.figure === undefined ? '–' : t('teach.figure', { figure: district.figure })}</td>
      <td>{ask !== undefined && phase !== 'ended' && <DistrictControls district={district} ask={ask} />}</td>
    </tr>
  );
}

function DistrictControls({ district, ask }: { district: DeskDistrict; ask: Ask }) {
  const { number, paused } = district;
  return (
    <span class="row">
      <Button
        compact
        label={t('teach.advanceOne', { number })}
        onClick={() => ask({ type: 'advance', district: number })}
      >
        {t('teach.advanceShort')}
      </Button>
      <Button
        compact
        label={t(paused ? 'teach.resumeOne' : 'teach.pauseOne', { number })}
        onClick={() => ask({ type: paused ? 'resume' : 'pause', district: number })}
      >
        {t(paused ? 'teach.resume' : 'teach.pause')}
      </Button>
      <Button
        compact
        label={t('teach.extendOne', { number })}
        onClick={() => ask({ type: 'extend', ms: EXTENSION_MS, district: number })}
      >
        {t('teach.extendShort')}
      </Button>
    </span>
  );
}

function Clock({ district }: { district: DeskDistrict }) {
  useEffect(runClock, []);
  if (district.paused) return <>{t('play.paused')}</>;
  return <>{district.deadline === undefined ? '–' : minutes(leftUntil(district.deadline))}</>;
}

function Players({ shown }: { shown: DeskMessage }) {
  if (shown.players.length === 0) return <p class="soft">{t('teach.nobodyYet')}</p>;
  return (
    <section class="stack-tight" aria-labelledby="players-title">
      <h3 id="players-title">{t('teach.players')}</h3>
      <ul class="players">
        {shown.players.map((player) => (
          <li key={player.id} class={player.online ? '' : 'soft'}>
            {player.name}
            {!player.online && <span class="tag">{t('play.away')}</span>}
            {player.districtNumber !== undefined && (
              <span class="small soft">{t('teach.district', { number: player.districtNumber })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
