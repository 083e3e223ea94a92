/** Failed wishes, and how many of them the page explains: practices with random wishes. */
import type { Browser, Page } from 'playwright-core';
import type { SeatOption } from '../../shared/engine/legal.ts';
import type { Deal, Plan } from '../../shared/engine/plans.ts';
import { draw } from '../../shared/engine/random.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { type Language, messages } from '../../shared/i18n/messages.ts';
import { PHONE, person } from '../../tests/e2e/support/browser.ts';
import { words } from '../../tests/e2e/support/words.ts';
import { newToken, post } from '../../tests/support/http.ts';
import { openTab, plainPlan, type Tab } from '../../tests/support/player.ts';
import { until } from '../../tests/support/waiting.ts';

/** A spin-off, a non-state firm, a university and both offices. */
const SEATS = [0, 1, 8, 10, 11] as const;
const ROUNDS = 8;

export interface Lines {
  readonly wishes: number;
  readonly told: number;
  readonly silent: readonly string[];
}

export async function failedWishes(url: string, browser: Browser, language: Language): Promise<Lines> {
  const found: Lines[] = [];
  for (const seat of SEATS) found.push(await gameOf(url, browser, language, seat));
  return {
    wishes: found.reduce((sum, { wishes }) => sum + wishes, 0),
    told: found.reduce((sum, { told }) => sum + told, 0),
    silent: found.flatMap(({ silent }) => silent),
  };
}

async function gameOf(url: string, browser: Browser, language: Language, seat: number): Promise<Lines> {
  const token = newToken();
  const { body } = await post(`${url}/api/practice`, { token, name: 'Ada', seat });
  const kept = JSON.stringify({ classId: String(body.classId), code: String(body.code), name: 'Ada' });
  const { page, context } = await person(browser, { locale: language === 'zh' ? 'zh-CN' : 'en-GB', viewport: PHONE });
  await context.addInitScript(
    ([own, member]) => {
      localStorage.setItem('electronics-street.token', own);
      localStorage.setItem('electronics-street.membership.practice', member);
    },
    [token, kept] as const,
  );
  await page.goto(`${url}/practice`);
  await page.getByRole('button', { name: words(language)('practice.resume'), exact: true }).click();
  const tab = await openTab(url, String(body.districtId), token);
  const silent: string[] = [];
  let wishes = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const view = await inPhase(tab, 'news', round, page);
    await tab.act({ type: 'signalReady' });
    const planning = await inPhase(tab, 'plan', round, page);
    await pleads(tab, planning);
    await tab.act({ type: 'filePlan', plan: wishful(planning, round) });
    const after = await inPhase(tab, 'reveal', round, page);
    await page.locator('.reveal .foot').waitFor();
    const lines = await page.locator('.own-lines li').allTextContents();
    for (const { what, name } of unfulfilled(after, language)) {
      wishes += 1;
      if (!lines.some((line) => line.includes(name))) silent.push(`${language} ${seat} ${round}: ${what} ${name}`);
    }
    await tab.act({ type: 'signalReady' });
    if (view.public.round !== round) throw new Error('the game went on by itself');
  }
  await tab.close();
  await context.close();
  return { wishes, told: wishes - silent.length, silent };
}

function inPhase(tab: Tab, phase: string, round: number, page: Page): Promise<SeatView> {
  page.setDefaultTimeout(20_000);
  return until(`the ${phase} of round ${round}`, () => {
    const view = tab.view();
    return view?.public.phase === phase && view.public.round === round ? view : undefined;
  });
}

function pick<Item>(items: readonly Item[], count: number, ...key: readonly (number | string)[]): readonly Item[] {
  const at = (item: Item) => draw(1, 'wish', ...key, items.indexOf(item));
  return items.toSorted((one, other) => at(one) - at(other)).slice(0, count);
}

function open(options: readonly SeatOption[]): readonly number[] {
  return options.flatMap(({ seat, refused }) => (refused === undefined ? [seat] : []));
}

async function pleads(tab: Tab, view: SeatView): Promise<void> {
  if (view.public.seats[view.seat]?.kind !== 'firm') return;
  const asked = [
    { to: 8, plea: 'openLab' },
    { to: 10, plea: 'noOrders' },
    { to: 11, plea: 'certify' },
  ] as const;
  for (const { to, plea } of asked) await tab.act({ type: 'makeOffer', kind: 'plea', to, plea });
}

/** Plans with many wishes of every kind in turn. */
function wishful(view: SeatView, round: number): Plan {
  const plain = plainPlan(view);
  const wanted = pick(open(view.legal.pactWishes), 3, view.seat, round);
  if (plain.kind === 'government') return { ...plain, command: round % 2, law: 1 };
  const [first] = wanted;
  const shares = first === undefined ? [] : [{ to: first, points: 1 }];
  if (plain.kind === 'university') return { ...plain, publish: plain.publish - shares.length, wishes: wanted, shares };
  const deal = dealFor(view, round, wanted);
  const sharing = deal.kind === 'cooperate' ? shares : [];
  return { ...plain, research: plain.research - sharing.length, shares: sharing, deal };
}

function dealFor({ legal, seat }: SeatView, round: number, wishes: readonly number[]): Deal {
  const sellers = pick(open(legal.buy), 2, seat, round);
  const [buyer] = pick(open(legal.sell), 1, seat, round);
  switch (round % 4) {
    case 0:
      return legal.venture.refused === undefined ? { kind: 'venture' } : { kind: 'cooperate', wishes, breaks: [] };
    case 2:
      return sellers.length > 0 ? { kind: 'buy', sellers } : { kind: 'cooperate', wishes, breaks: [] };
    case 3:
      if (legal.leave.refused === undefined) return { kind: 'leave' };
      return buyer === undefined ? { kind: 'cooperate', wishes, breaks: [] } : { kind: 'sell', buyer };
    default:
      return { kind: 'cooperate', wishes, breaks: [] };
  }
}

interface Unfulfilled {
  readonly what: string;
  /** Text that the explanation must contain. */
  readonly name: string;
}

/** Failed wishes of a plan, from its result. */
function unfulfilled(view: SeatView, language: Language): readonly Unfulfilled[] {
  const { result, seat, said = [] } = view;
  if (result === undefined) throw new Error('a round was played');
  const { plan, happenings } = result;
  const { pacts, seats } = view.public;
  const partners = pacts.flatMap(({ a, b }) => (a === seat ? [b] : b === seat ? [a] : []));
  const named = (what: string, those: readonly number[]) =>
    those.map((of) => ({ what, name: seats[of]?.name[language] ?? '' }));
  const pleasLost = said.flatMap(({ kind, from, to, status }) =>
    kind === 'plea' && from === seat && status === 'declined' && seats[to]?.kind === 'university' ? [to] : [],
  );
  if (plan.kind === 'government') {
    const took = view.public.happenings.some(({ type }) => type === 'FirmAbsorbed');
    return plan.command > 0 && !took ? [{ what: 'command', name: commandWord(language) }] : [];
  }
  const wishes =
    plan.kind === 'university' ? plan.wishes : plan.deal.kind === 'cooperate' ? plan.deal.wishes : ([] as const);
  const sold = happenings.flatMap((event) => (event.type === 'FirmSold' ? [event.seller, event.buyer] : []));
  const deal = plan.kind === 'firm' ? plan.deal : undefined;
  const traded = deal?.kind === 'buy' ? deal.sellers : deal?.kind === 'sell' ? [deal.buyer] : [];
  const ordered = happenings.flatMap((event) =>
    event.type === 'FirmAbsorbed' && event.firm === seat ? [event.head] : [],
  );
  const refused = (type: string) => happenings.some((event) => event.type === type);
  return [
    ...named(
      'pact',
      wishes.filter((of) => !partners.includes(of)),
    ),
    ...named(
      'points',
      plan.shares.flatMap(({ to, points }) => (points > 0 && !partners.includes(to) ? [to] : [])),
    ),
    ...(ordered.length > 0 && traded.length > 0
      ? named('deal', ordered)
      : named(
          'deal',
          traded.filter((of) => !sold.includes(of)),
        )),
    ...(refused('VentureRefused') ? [{ what: 'venture', name: firstWords(language, 'own-ventureUnlucky') }] : []),
    ...(refused('LeaveRefused') ? [{ what: 'leaving', name: firstWords(language, 'own-leaveCash') }] : []),
    ...named('plea', pleasLost),
  ];
}

function commandWord(language: Language): string {
  return language === 'en' ? 'ommand' : '指令';
}

/** What both variants of the sentence have in common. */
function firstWords(language: Language, key: 'own-ventureUnlucky' | 'own-leaveCash'): string {
  const text = messages[language].play[key];
  return language === 'en' ? (key === 'own-leaveCash' ? 'leave' : 'nvestors said no') : text.slice(0, 2);
}
