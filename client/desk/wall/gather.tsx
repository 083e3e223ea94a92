/** The wall while a class gathers: how to join on one side, the street with everybody's names on the other. */
import { useMemo } from 'preact/hooks';
import type { ProjectorView } from '../../../shared/protocol/class-room.ts';
import { rosterIn } from '../../../shared/scenarios/index.ts';
import { list, t } from '../../state/language.ts';
import { Company } from '../../street/company.tsx';
import { CalmStatus } from '../../ui/calm-status.tsx';
import { Qr } from '../../ui/qr.tsx';
import { joinAddress } from '../address.ts';

export function Gather({ shown }: { shown: ProjectorView }) {
  const { code, joined, names = [], stage, doors, scenario, seatsPerDistrict, districts } = shown;
  const address = joinAddress(code);
  const roster = useMemo(() => rosterIn(scenario, seatsPerDistrict), [scenario, seatsPerDistrict]);
  const [district] = districts;
  const seated = districts.length === 1 ? district?.names : undefined;
  // One name per door: people keep their door until the street is full; later ones then take doors over.
  const last = names.slice(-roster.length);
  const waiting = last.map((name, place) => ({ seat: (joined - last.length + place) % roster.length, name }));
  // Names whose door was taken over. Once seats are dealt, phones show who sits where.
  const earlier = seated === undefined && stage === 'gathering' ? names.slice(0, -roster.length).toReversed() : [];
  return (
    <main class={stage === 'briefing' ? 'gather briefed' : earlier.length > 0 ? 'gather full' : 'gather'}>
      <div class="gather-way">
        <Qr text={address} label={t('teach.qr', { address })} />
        <p class="gather-host">{t('project.goTo', { host: location.host })}</p>
        <p class="gather-code figures">{code}</p>
        <CalmStatus
          look="gather-count"
          text={
            doors === undefined || stage === 'briefing'
              ? t('teach.joined', { count: joined })
              : t('play.company', { count: joined, doors })
          }
        />
        {stage === 'briefing' && <p class="gather-briefing">{t('project.briefing')}</p>}
        {earlier.length > 0 && <p class="gather-names">{list(earlier)}</p>}
      </div>
      <Company roster={roster} names={seated ?? (districts.length > 0 ? [] : waiting)} />
    </main>
  );
}
