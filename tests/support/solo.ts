/** A practice played to its end with the plainest plans. */
import type { SeatView } from '../../shared/engine/view.ts';
import { post } from './http.ts';
import { openTab, plainPlan, type Tab } from './player.ts';
import { until } from './waiting.ts';

export async function toTheEnd(tab: Tab): Promise<void> {
  await playUntil(tab, 'the end', ({ public: { phase } }) => phase === 'ended');
}

export async function playUntil(tab: Tab, what: string, there: (view: SeatView) => boolean): Promise<void> {
  let acted = '';
  const asked: Promise<unknown>[] = [];
  await until(what, () => {
    const view = tab.view();
    const turn = `${view?.public.round} ${view?.public.phase}`;
    if (view !== undefined && there(view)) return true;
    if (view !== undefined && turn !== acted) {
      acted = turn;
      if (view.public.phase === 'plan') asked.push(tab.act({ type: 'filePlan', plan: plainPlan(view) }));
      else if (view.public.phase !== 'ended') asked.push(tab.act({ type: 'signalReady' }));
    }
    return false;
  });
  // Leaving before the last answer would abort it.
  await Promise.all(asked);
}

/** What the browser remembers of a practice. */
export async function playedAlone(url: string, token: string, seat: number, play = toTheEnd) {
  const { body } = await post(`${url}/api/practice`, { token, name: 'Ada', seat });
  const tab = await openTab(url, String(body.districtId), token);
  await play(tab);
  await tab.close();
  return { classId: String(body.classId), code: String(body.code), name: 'Ada' };
}
