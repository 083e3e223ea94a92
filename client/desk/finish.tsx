/** When the game ends, and how to make it end at another time. */
import { useState } from 'preact/hooks';
import type { PhaseTimes } from '../../shared/engine/parts.ts';
import type { DeskDistrict, Where } from '../../shared/protocol/class-room.ts';
import { serverNow } from '../state/clock.ts';
import { desk } from '../state/desk.ts';
import { t, timeOfDay } from '../state/language.ts';
import { TextField } from '../ui/text-field.tsx';
import { isAtTheEnd } from './onward.ts';
import { ask } from './results.ts';
import { SideForm } from './side-form.tsx';

const APART_MS = 60_000;
const ROUGHLY_MS = 5 * 60_000;
/** Tolerance in milliseconds, because phase times set for a common end are rounded. */
const ROUNDED_MS = 2_000;
const DAY_MS = 24 * 60 * 60_000;

/** End by the clock if there is one, else by the pace so far. */
function endOf(district: DeskDistrict): number | undefined {
  const { outlook, deadline, byHand, times } = district;
  if (outlook === undefined || isAtTheEnd(district)) return undefined;
  const { began, phaseMs, restMs } = outlook;
  const now = serverNow();
  if (byHand === true && times !== undefined) return now + restMs;
  const phaseEnds = deadline ?? (began === undefined ? now : began + phaseMs);
  return Math.max(now, phaseEnds) + restMs;
}

/** The end as text, once it can be estimated. */
export function endTime(district: DeskDistrict): string | undefined {
  const end = endOf(district);
  if (end === undefined) return undefined;
  return district.times === undefined ? about(end) : latest(end);
}

/** Rounds an estimated end to five minutes. */
function about(end: number): string {
  return timeOfDay(Math.ceil(end / ROUGHLY_MS) * ROUGHLY_MS);
}

function latest(end: number): string {
  return timeOfDay(Math.ceil((end - ROUNDED_MS) / APART_MS) * APART_MS);
}

function ends(): readonly number[] {
  return (desk.value?.districts ?? []).flatMap((district) => endOf(district) ?? []);
}

/** Whether districts at their own pace end at different times. */
export function endsApart(): boolean {
  return Math.max(...ends()) - Math.min(...ends()) > APART_MS;
}

/** End of the last district. */
function classEnd(): number | undefined {
  return ends().length === 0 ? undefined : Math.max(...ends());
}

/** Latest end by the clock, and the clock's times if all districts have the same. */
export function EndsAt() {
  const end = classEnd();
  if (end === undefined) return null;
  const going = (desk.value?.districts ?? []).filter(({ phase }) => phase !== 'ended');
  const [times] = going.map((district) => district.times);
  const alike = times !== undefined && going.every((each) => JSON.stringify(each.times) === JSON.stringify(times));
  return (
    <span class="ends-at figures">
      {going.every((each) => each.times !== undefined)
        ? t(wording(going), { time: latest(end) })
        : t('course.endsAbout', { time: about(end) })}{' '}
      {alike && t('course.times', secondsOf(times))}
    </span>
  );
}

function wording(going: readonly DeskDistrict[]) {
  if (desk.value?.stage === 'briefing') return 'course.startedNow';
  return going.some(({ byHand }) => byHand === true) ? 'course.endsFromHere' : 'course.endsLatest';
}

function secondsOf({ newsMs, planMs, revealMs }: PhaseTimes) {
  const seconds = (ms: number) => Math.round(ms / 1_000);
  return { news: seconds(newsMs), plan: seconds(planMs), reveal: seconds(revealMs) };
}

function asField(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The next time that a clock shows this time of day. */
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
