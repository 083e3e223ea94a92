/**
 * Print sheets: the class code, role cards, and a slip per name of the roster. They are in the page only while
 * printing, so that screen readers skip them.
 */
import '../style/print.css';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { RosterEntry } from '../../shared/engine/scenario.ts';
import { RoleFacts, roleOf, roleText } from '../panels/news/role-card.tsx';
import { t, words } from '../state/language.ts';
import { Qr } from '../ui/qr.tsx';

export interface Slip {
  readonly label: string;
  readonly link: string;
  readonly code?: string;
}

type Sheets =
  | { readonly kind: 'code'; readonly code: string; readonly address: string }
  | { readonly kind: 'roles'; readonly roster: readonly RosterEntry[] }
  | { readonly kind: 'slips'; readonly slips: readonly Slip[]; readonly code: string };

const printing = signal<Sheets | undefined>(undefined);

/** Opens the browser's print dialog with only these sheets. */
export function print(sheets: Sheets): void {
  printing.value = sheets;
}

/** Time for QR codes to be drawn. */
const DRAWN_MS = 50;

function whenDrawn(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('.sheets [aria-busy="true"]') === null) resolve();
      else setTimeout(look, DRAWN_MS);
    };
    setTimeout(look, DRAWN_MS);
  });
}

export function PrintSheets() {
  const sheets = printing.value;
  const [ready, setReady] = useState<Sheets>();
  useEffect(() => {
    if (sheets === undefined) return;
    let gone = false;
    whenDrawn().then(() => !gone && setReady(sheets));
    return () => {
      gone = true;
    };
  }, [sheets]);
  useEffect(() => {
    if (ready === undefined) return;
    const done = () => {
      if (printing.peek() === ready) printing.value = undefined;
      setReady(undefined);
    };
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [ready]);
  if (sheets === undefined) return null;
  return (
    <div class="sheets" aria-hidden="true">
      {sheets.kind === 'code' && <CodeSheet code={sheets.code} address={sheets.address} />}
      {sheets.kind === 'roles' && <RoleSheets roster={sheets.roster} />}
      {sheets.kind === 'slips' && <SlipSheets slips={sheets.slips} code={sheets.code} />}
    </div>
  );
}

function CodeSheet({ code, address }: { code: string; address: string }) {
  return (
    <section class="code-sheet">
      <p class="code-sheet-title">{t('common.appName')}</p>
      <p>{t('desk.scanOrType')}</p>
      <Qr text={address} label={address} />
      <p class="code-sheet-host">{new URL(address).host}</p>
      <p class="code-sheet-code">{code}</p>
    </section>
  );
}

function RoleSheets({ roster }: { roster: readonly RosterEntry[] }) {
  return (
    <div class="card-sheets">
      {roster.map((entry) => {
        const role = roleOf(entry);
        return (
          <article key={entry.name.en} class="paper-card">
            <header>
              <h2>{words(entry.name)}</h2>
              <p>{roleText(role, 'Title')}</p>
            </header>
            <p>{roleText(role, 'Who')}</p>
            <dl>
              <RoleFacts role={role} />
            </dl>
            <blockquote>
              {roleText(role, 'Saying')} <cite>{roleText(role, 'SayingSource')}</cite>
            </blockquote>
          </article>
        );
      })}
    </div>
  );
}

function SlipSheets({ slips, code }: { slips: readonly Slip[]; code: string }) {
  return (
    <div class="slips">
      {slips.map((slip) => (
        <article key={slip.label} class="slip">
          <Qr text={slip.link} label={slip.link} />
          <div>
            <h2>{slip.label}</h2>
            <p>{t('play.classCode', { code })}</p>
            <p>{new URL(slip.link).host}</p>
            {slip.code !== undefined && <p class="slip-code">{t('desk.reentryIs', { code: slip.code })}</p>}
          </div>
        </article>
      ))}
    </div>
  );
}
