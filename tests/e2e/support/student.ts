/** A student at a device: finds things by role and name, as a person with or without eyes would. */
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../../shared/i18n/messages.ts';
import { type Person, person } from './browser.ts';
import { words } from './words.ts';

export type Leaning = 'network' | 'trade' | 'even';

export interface Student extends Person {
  readonly name: string;
  readonly says: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** Goes on from the news of a round. */
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
  },
): Promise<Student> {
  const { language, viewport, name, leaning } = options;
  const sat = await person(browser, { locale: language === 'zh' ? 'zh-CN' : 'en-GB', viewport });
  const { page } = sat;
  const says = words(language);
  const button = (key: string) => page.getByRole('button', { name: says(key), exact: true });

  await page.goto(`${url}/?code=${code}`);
  await page.getByLabel(says('join.name'), { exact: true }).fill(name);
  await button('join.join').click();
  await page.getByRole('heading', { name: says('play.seatKept', { name }) }).waitFor();

  const draft = async () => {
    await button('plan.file').waitFor();
    if (leaning === 'network') await wishForTwo(page, says('plan.verb-cooperate'));
    if (leaning === 'trade') await press(page, says('plan.more', { name: says('plan.use-trade') }), 4);
    const spread = button('plan.spread');
    if (await spread.isEnabled()) await spread.click();
  };
  const file = async () => {
    await button('plan.file').click();
    // Filed when the server says so; when this was the last plan of all, the round is over already.
    await button('plan.filed').or(button('play.toNextYear')).first().waitFor();
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
      await button('play.toNextYear').click();
    },
  };
}

/** A university wishes without choosing a verb first; a government body has nothing to wish for. */
async function wishForTwo(page: Page, cooperate: string): Promise<void> {
  const verb = page.getByRole('radio', { name: cooperate, exact: true });
  if ((await verb.count()) > 0) await verb.check({ force: true });
  const wishes = page.getByRole('main').getByRole('checkbox', { disabled: false, checked: false });
  for (let wish = 0; wish < 2 && (await wishes.count()) > 0; wish += 1) await wishes.first().check({ force: true });
}

async function press(page: Page, name: string, times: number): Promise<void> {
  const more = page.getByRole('button', { name, exact: true });
  if ((await more.count()) === 0) return;
  for (let time = 0; time < times && (await more.isEnabled()); time += 1) await more.click();
}
