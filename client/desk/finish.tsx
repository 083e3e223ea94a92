/** When the game will be over at the pace so far, and how to have it over by another time. */
import { useState } from 'preact/hooks';
import type { DeskDistrict, Where } from '../../shared/protocol/class-room.ts';
import { serverNow } from '../state/clock.ts';
import { desk } from '../state/desk.ts';
import { clockTime, t } from '../state/language.ts';
import { TextField } from '../ui/text-field.tsx';
import { ask } from './deeds.ts';
import { SideForm } from './side-form.tsx';

const HOUR_MINUTE: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
const APART_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** A phase ends by its deadline, or sooner if it goes as the ones before. */
function endOf({ outlook, deadline, phase }: DeskDistrict): number | undefined {
  if (outlook === undefined || phase === 'ended') return undefined;
  const { began, phaseMs, restMs } = outlook;
  const now = serverNow();
  const phaseEnds = Math.max(now, began === undefined ? now : began + phaseMs);
  return Math.min(phaseEnds, Math.max(now, deadline ?? phaseEnds)) + restMs;
}

/** In words, once anything tells. */
export function endTime(district: DeskDistrict): string | undefined {
  const end = endOf(district);
  return end === undefined ? undefined : clockTime(end, HOUR_MINUTE);
}

function ends(): readonly number[] {
  return (desk.value?.districts ?? []).flatMap((district) => endOf(district) ?? []);
}

/** Districts at their own pace: each says when it ends. */
export function endsApart(): boolean {
  return Math.max(...ends()) - Math.min(...ends()) > APART_MS;
}

/** When the last district will be over. */
function classEnd(): number | undefined {
  return ends().length === 0 ? undefined : Math.max(...ends());
}

export function EndsAt() {
  const end = classEnd();
  if (end === undefined) return null;
  const waiting = desk.value?.stage === 'briefing';
  return (
    <span class="ends-at figures">
      {t(waiting ? 'desk.startedNow' : 'desk.endsAt', { time: clockTime(end, HOUR_MINUTE) })}
    </span>
  );
}

function asField(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The next time the clock on the wall shows it. */
function nextTime(field: string, now: number): number {
  const [hours = 0, minutes = 0] = field.split(':').map(Number);
  const at = new Date(now).setHours(hours, minutes, 0, 0);
  return at > now ? at : at + DAY_MS;
}

export function EndForm({ to, onDone }: { to: Where; onDone: () => void }) {
  const [time, setTime] = useState(() => asField(classEnd() ?? serverNow()));
  return (
    <SideForm
      ready={time !== ''}
      send={t('desk.endBySet')}
      onSend={() => ask({ type: 'endBy', at: nextTime(time, serverNow()), ...to })}
      onDone={onDone}
    >
      <TextField label={t('desk.endBy')} hint={t('desk.endByHint')} type="time" value={time} onInput={setTime} />
    </SideForm>
  );
}
