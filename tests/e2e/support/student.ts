/** A student on a device, who finds things by role and name, as a screen reader does. */
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../shared/i18n/messages.ts';
import { type Person, person } from './browser.ts';
import { type PlanHand, planHand } from './plan.ts';
import { words } from './words.ts';

export type Leaning = 'network' | 'trade' | 'even';

export interface Student extends Person {
  readonly name: string;
  readonly says: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** Leaves the news of a round. */
  toPlan(): Promise<void>;
  /** Fills in the plan form and files it. */
  decide(): Promise<void>;
  /** Drafts without filing. */
  draft(): Promise<void>;
  file(): Promise<void>;
  /** Reads the result and goes on. */
  toNextYear(): Promise<void>;
}

export async function joinAsStudent(
  browser: Browser,
  url: string,
  code: string,
  options: {
    readonly name: string;
    readonly language: Language;
    readonly viewport: { readonly width: number; readonly height: number };
    readonly leaning: Leaning;
    readonly moves?: boolean;
    /** Ticks the consent on joining, where the class asks. */
    readonly consents?: boolean;
  },
): Promise<Student> {
  const { language, viewport, name, leaning, moves = false, consents = false } = options;
  const sat = await person(browser, { locale: language === 'zh' ? 'zh-CN' : 'en-GB', viewport, moves });
  const { page } = sat;
  const says = words(language);
  const button = (key: string) => page.getByRole('button', { name: says(key), exact: true });

  /** In the last year, before its result. */
  const guess = button('figures.figure3Name');
  const onward = button('play.toNextYear').or(button('play.toTheEnd'));

  await page.goto(`${url}/?code=${code}`);
  await page.getByLabel(says('join.name'), { exact: true }).fill(name);
  if (consents) await page.getByLabel(says('join.research'), { exact: true }).check();
  await button('join.join').click();
  // Before the game, or during it.
  await page
    .getByRole('heading', { name: says('play.seatKept', { name }) })
    .or(page.locator('#panels'))
    .waitFor();

  const plan = planHand(page, says);
  const draft = async () => {
    await button('plan.file').waitFor();
    if (leaning === 'network') await wishForTwo(plan, page, says('plan.verb-cooperate'));
    if (leaning === 'trade') await plan.tap(says('plan.use-trade'), 4);
    await plan.placeAll();
  };
  const file = async () => {
    await plan.submit();
    // Filed once the server says so. After the last plan of all the round may be over already.
    await button('plan.filed').or(onward).or(guess).first().waitFor();
  };
  return {
    ...sat,
    name,
    says,
    draft,
    file,
    async toPlan() {
      await button('play.toPlan').click();
      await button('plan.file').waitFor();
    },
    async decide() {
      await draft();
      await file();
    },
    async toNextYear() {
      await onward.or(guess).first().waitFor();
      if (await guess.isVisible()) await guess.click();
      await onward.click();
    },
  };
}

/** A government body has no wishes. */
async function wishForTwo(plan: PlanHand, page: Page, cooperate: string): Promise<void> {
  if ((await page.getByRole('button', { name: cooperate, exact: true }).count()) === 0) return;
  await plan.open('cooperate');
  await plan.wishFor(2);
}
