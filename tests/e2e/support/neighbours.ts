/** A street of four people: one at a phone's screen, three neighbours driven by the test. Luck is fixed. */
import type { Browser } from 'playwright-core';
import type { Street } from '../../../scripts/pictures/street.ts';
import type { Plan } from '../../../shared/engine/plans.ts';
import type { Language } from '../../../shared/i18n/messages.ts';
import { enrol, openTab, plainPlan, seatOf, type Tab } from '../../support/player.ts';
import { until } from '../../support/waiting.ts';
import { PHONE } from './browser.ts';
import { joinAsStudent, type Student } from './student.ts';

/** Two firms and the university. */
const NEIGHBOURS = [
  ['Bo', 0],
  ['Cy', 2],
  ['Di', 3],
] as const;
/** Seat of the phone: the remaining firm. */
export const OWN_SEAT = 1;

export interface Neighbours {
  readonly classId: string;
  readonly student: Student;
  /** The university's tab is the last. */
  readonly tabs: readonly Tab[];
  /** Moves on, and waits until every neighbour has heard of it. */
  advance(): Promise<void>;
  closeRound(): Promise<void>;
  leave(): Promise<void>;
}

export async function openNeighbours(
  street: Street,
  browser: Browser,
  options: { readonly language: Language; readonly moves?: boolean },
): Promise<Neighbours> {
  const { classId, code } = await street.openClass({ seed: 5, clockMode: 'desk', seatsPerDistrict: 4 });
  const student = await joinAsStudent(browser, street.url, code, {
    name: 'Ada',
    viewport: PHONE,
    leaning: 'even',
    ...options,
  });
  const people = [];
  for (const [name, seat] of NEIGHBOURS) {
    const one = await enrol(street.url, code, name);
    await street.ask(classId, { type: 'move', player: one.playerId, district: 1, seat });
    people.push(one);
  }
  await street.ask(classId, { type: 'startClass' });
  const tabs: Tab[] = [];
  for (const one of people) tabs.push(await openTab(street.url, (await seatOf(street.url, one)).districtId, one.token));
  const moves = async (type: 'advance' | 'closeRound') => {
    const before = tabs.map(momentOf);
    await street.ask(classId, { type });
    await until(`${type} at every neighbour`, () => tabs.every((tab, at) => momentOf(tab) !== before[at]));
  };
  return {
    classId,
    student,
    tabs,
    advance: () => moves('advance'),
    closeRound: () => moves('closeRound'),
    leave: async () => {
      for (const tab of tabs) await tab.close();
      await student.context.close();
    },
  };
}

function momentOf(tab: Tab): string {
  const { round, phase } = tab.view()?.public ?? {};
  return `${round} ${phase}`;
}

/** The plainest plan, with a wish for a pact with the phone's firm, and points for it. */
export async function courts(tab: Tab, points = 0): Promise<void> {
  const view = tab.view();
  if (view === undefined) return;
  const plain = plainPlan(view);
  const shares = points > 0 ? [{ to: OWN_SEAT, points }] : [];
  const known = view.legal.partners.includes(OWN_SEAT);
  const wishes = known ? [] : [OWN_SEAT];
  const plan: Plan =
    plain.kind === 'firm'
      ? { ...plain, research: plain.research - points, shares, deal: { kind: 'cooperate', wishes, breaks: [] } }
      : plain.kind === 'university'
        ? { ...plain, publish: plain.publish - points, shares, wishes }
        : plain;
  await tab.act({ type: 'filePlan', plan });
}
