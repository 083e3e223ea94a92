/** Tools before and beside the class: network check, dry run, printing, and links to hand out. */
import type { LinkRole } from '../../shared/protocol/class-room.ts';
import { keepClass, type LedClass, secretOf } from '../net/led-class.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { saveFile } from '../ui/save-file.ts';
import { assistantAddress, inviteAddress, joinAddress, projectAddress } from './address.ts';
import { Records } from './class-records.tsx';
import { roster } from './desk-signals.ts';
import { DryRunBox } from './dry-run.tsx';
import { ClassSwitch } from './fields.tsx';
import { originForOthers } from './origin.ts';
import { PlayOn } from './play-on.tsx';
import { PreflightBox } from './preflight.tsx';
import { print, type Slip } from './print.tsx';
import { WithResults } from './result-line.tsx';
import { ask } from './results.ts';
import { linksTable } from './roster-table.ts';
import { TeachingLinks } from './teaching-links.tsx';

/** The class's links, and a callback for a new one. */
interface ToolsProps {
  readonly led: LedClass;
  readonly onLed: (led: LedClass) => void;
}

export function Tools({ led, onLed }: ToolsProps) {
  const key = 'key' in led.opener ? led.opener.key : undefined;
  return (
    <div class="tools">
      <TeachingLinks />
      <Paper led={led} />
      <WithResults place="links">
        <Links led={led} onLed={onLed} />
      </WithResults>
      <Records classId={led.classId} code={led.code} secret={secretOf(led.opener)} mayDelete={key !== undefined} />
      {key !== undefined && <PlayOn led={led} instructorKey={key} onLed={onLed} />}
      {key !== undefined && <PreflightBox instructorKey={key} code={led.code} />}
      {key !== undefined && <DryRunBox instructorKey={key} />}
    </div>
  );
}

function Paper({ led }: { led: LedClass }) {
  const { code, links } = led;
  const slips: readonly Slip[] = (links.roster ?? []).map(({ label, invite, reentry }) => ({
    label,
    link: inviteAddress(code, invite, originForOthers()),
    code: reentry,
  }));
  return (
    <section class="stack-tight">
      <h3>{t('desk.paper')}</h3>
      <div class="row">
        <Button onClick={() => print({ kind: 'code', code, address: joinAddress(code, originForOthers()) })}>
          {t('desk.printCode')}
        </Button>
        <Button onClick={() => print({ kind: 'roles', roster: roster.value })}>{t('desk.printRoles')}</Button>
        {slips.length > 0 && (
          <Button onClick={() => print({ kind: 'slips', slips, code })}>
            {t('desk.printSlips', { count: slips.length })}
          </Button>
        )}
        {slips.length > 0 && (
          <Button onClick={() => saveFile(linksTable(slips), `links-${code}-NAMES.csv`)}>{t('desk.saveLinks')}</Button>
        )}
      </div>
      {slips.length > 0 && <Expected slips={slips} />}
    </section>
  );
}

/** How many people of the roster have come. */
function Expected({ slips }: { slips: readonly Slip[] }) {
  const there = new Set(
    (desk.value?.roster ?? []).flatMap(({ label, player }) => (player === undefined ? [] : [label])),
  );
  return (
    <details class="fold">
      <summary>{t('desk.rosterCame', { came: there.size, expected: slips.length })}</summary>
      <ul class="roster">
        {slips.map(({ label, link, code }) => (
          <li key={label}>
            <span class={there.has(label) ? 'good' : ''}>
              {there.has(label) ? '✓ ' : ''}
              {label}
            </span>
            {code !== undefined && <span class="figures soft">{code}</span>}
            <CopyButton text={() => link} label={t('desk.copyLinkOf', { name: label })}>
              {t('desk.copyLink')}
            </CopyButton>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Links({ led, onLed }: ToolsProps) {
  const { code, links, opener } = led;
  const renew = async (to: LinkRole) => {
    const answer = await ask({ type: 'issueLink', to });
    const link = answer.ok ? answer.done?.link : undefined;
    if (link === undefined) return;
    const next = { ...led, links: { ...links, [to === 'projector' ? 'projectorLink' : 'assistantLink']: link } };
    keepClass(next);
    onLed(next);
  };
  const mayRenew = 'key' in opener;
  const { projectorLink, assistantLink } = links;
  return (
    <section class="stack-tight">
      <h3>{t('desk.links')}</h3>
      <div class="row">
        <strong>{t('desk.projector')}</strong>
        {projectorLink !== undefined && (
          <>
            <a
              class="button"
              href={projectAddress(code, projectorLink, originForOthers())}
              target="_blank"
              rel="noreferrer"
            >
              {t('desk.openProjector')}
            </a>
            <CopyButton
              text={() => projectAddress(code, projectorLink, originForOthers())}
              label={t('desk.copyProjector')}
            >
              {t('desk.copyLink')}
            </CopyButton>
          </>
        )}
        {mayRenew && (
          <Button compact look="quiet" onClick={() => renew('projector')}>
            {t(projectorLink === undefined ? 'desk.makeLink' : 'desk.renewLink')}
          </Button>
        )}
      </div>
      <ClassSwitch on={desk.value?.debriefOpen === true} onAsk={(on) => ask({ type: 'openDebrief', on })}>
        {t('desk.letDebrief')}
      </ClassSwitch>
      {(mayRenew || assistantLink !== undefined) && (
        <div class="row">
          <strong>{t('desk.assistant')}</strong>
          {assistantLink !== undefined && (
            <CopyButton
              text={() => assistantAddress(code, assistantLink, originForOthers())}
              label={t('desk.copyAssistant')}
            >
              {t('desk.copyLink')}
            </CopyButton>
          )}
          {mayRenew && (
            <Button compact look="quiet" onClick={() => renew('assistant')}>
              {t(assistantLink === undefined ? 'desk.makeLink' : 'desk.renewLink')}
            </Button>
          )}
        </div>
      )}
      <p class="small soft">{t('desk.linksHint')}</p>
    </section>
  );
}
