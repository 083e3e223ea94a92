/** A game played alone, played to its end by a program that makes the plainest plans. */
import { post } from './http.ts';
import { openTab, plainPlan, type Tab } from './player.ts';
import { until } from './waiting.ts';

export async function toTheEnd(tab: Tab): Promise<void> {
  let acted = '';
  const asked: Promise<unknown>[] = [];
  await until('the end', () => {
    const view = tab.view();
    const turn = `${view?.public.round} ${view?.public.phase}`;
    if (view !== undefined && turn !== acted) {
      acted = turn;
      if (view.public.phase === 'plan') asked.push(tab.act({ type: 'filePlan', plan: plainPlan(view) }));
      else if (view.public.phase !== 'ended') asked.push(tab.act({ type: 'signalReady' }));
    }
    return view?.public.phase === 'ended';
  });
  // Somebody who leaves before the last is answered has broken it off.
  await Promise.all(asked);
}

/** What the browser remembers of it. */
export async function playedAlone(url: string, token: string, seat: number) {
  const { body } = await post(`${url}/api/practice`, { token, name: 'Ada', seat });
  const tab = await openTab(url, String(body.districtId), token);
  await toTheEnd(tab);
  await tab.close();
  return { classId: String(body.classId), code: String(body.code), name: 'Ada' };
}
