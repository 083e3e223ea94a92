/** Can this room reach the server? Checked by the server, and by a phone that scans the code. */
import { useEffect, useState } from 'preact/hooks';
import type { Preflight } from '../../shared/protocol/class-http.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { preflight } from '../net/desk-http.ts';
import type { FailureCode } from '../net/http.ts';
import { socketOpens } from '../net/line.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { Qr } from '../ui/qr.tsx';
import { onlyHere } from './address.ts';

const AGAIN_MS = 2_000;

interface Seen {
  readonly answer?: Preflight;
  readonly failure?: FailureCode;
  /** Whether this page can open a WebSocket. */
  readonly opens?: boolean;
  /** Round trip of the request, in milliseconds. */
  readonly took?: number;
}

export function PreflightBox({ instructorKey, code }: { instructorKey: string; code: string }) {
  const [on, setOn] = useState(false);
  const [seen, setSeen] = useState<Seen>({});
  useEffect(() => {
    if (!on) return;
    let gone = false;
    let timer: number | undefined;
    const look = async () => {
      const start = performance.now();
      const answer = await preflight(instructorKey);
      if (gone) return;
      const took = performance.now() - start;
      const opens = await socketOpens();
      if (gone) return;
      setSeen(answer.ok ? { answer: answer.value, took, opens } : { failure: answer.code });
      timer = window.setTimeout(look, AGAIN_MS);
    };
    look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [on, instructorKey]);
  return (
    <section class="stack-tight">
      <h3>{t('desk.preflight')}</h3>
      <div class="row">
        <Button pressed={on} onClick={() => setOn(!on)}>
          {t(on ? 'desk.preflightStop' : 'desk.preflightStart')}
        </Button>
      </div>
      {on && <Findings seen={seen} code={code} />}
    </section>
  );
}

function Findings({ seen, code }: { seen: Seen; code: string }) {
  const { answer, failure, took = 0, opens = false } = seen;
  if (failure !== undefined) return <p class="error">{failureText(failure)}</p>;
  if (answer === undefined) return <p class="soft">{t('common.loading')}</p>;
  const { addresses, arrivals, echoPath, storeHealthy, wire } = answer;
  const [first] = addresses;
  const blocked = arrivals.filter(({ socket }) => socket === false).length;
  const base = onlyHere() && first !== undefined ? first : location.origin;
  return (
    <div class="stack-tight">
      <ul class="checks">
        <Check ok>{t('desk.serverAnswers', { ms: Math.round(took) })}</Check>
        <Check ok={opens}>{t(opens ? 'desk.socketFine' : 'desk.socketBad')}</Check>
        <Check ok={storeHealthy}>{t(storeHealthy ? 'desk.storeFine' : 'desk.storeBad')}</Check>
        <Check ok={wire === WIRE_VERSION}>{t(wire === WIRE_VERSION ? 'desk.wireFine' : 'desk.wireBad')}</Check>
        <Check ok={addresses.length > 0}>
          {addresses.length > 0 ? t('desk.addresses', { addresses: addresses.join('  ') }) : t('desk.noAddress')}
        </Check>
        {blocked > 0 && <Check ok={false}>{t('desk.arrivedBlocked', { count: blocked })}</Check>}
        <Check ok={arrivals.length > 0}>
          {arrivals.length > 0 ? t('desk.arrived', { count: arrivals.length }) : t('desk.nobodyArrived')}
        </Check>
      </ul>
      {(first !== undefined || !onlyHere()) && (
        <div class="row">
          <Qr text={new URL(echoPath, base).href} label={t('desk.echoQr')} />
          <p class="small echo-words">{t('desk.echoHow')}</p>
        </div>
      )}
      {onlyHere() && first !== undefined && (
        <p class="notice warm">
          {t('desk.openThere')} <a href={new URL(`/teach?code=${code}`, first).href}>{first}</a>
        </p>
      )}
    </div>
  );
}

function Check({ ok, children }: { ok: boolean; children: string }) {
  return (
    <li class={ok ? 'good' : 'warm'}>
      <span aria-hidden="true">{ok ? '✓' : '○'}</span>
      <span class="hidden-text">{t(ok ? 'desk.checkOk' : 'desk.checkOpen')}</span> {children}
    </li>
  );
}
