/** The plan form by role and name: deals, wishes, points, and the button with its confirmation. */
import type { Locator, Page } from 'playwright-core';

export type Says = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export interface PlanHand {
  /** Opens a kind of deal, if it is closed. */
  open(verb: 'cooperate' | 'merge' | 'capital' | 'leave'): Promise<void>;
  wishFor(count: number): Promise<void>;
  /** Chooses from the open deal: a loan, an investor, a foreign partner. */
  seek(capital: 'loan' | 'venture' | 'foreign'): Promise<void>;
  /** Taps a use, as far as points are left. */
  tap(name: string, times: number): Promise<void>;
  /** Taps uses in turn until no point is left. */
  placeAll(): Promise<void>;
  /** Submits, confirms if asked, and waits until the plan is filed. */
  submit(): Promise<void>;
}

/** Clicks without scrolling. */
function press(control: Locator): Promise<void> {
  return control.evaluate((element) => (element as HTMLElement).click());
}

export function planHand(page: Page, says: Says): PlanHand {
  const form = page.getByRole('form', { name: says('plan.title'), exact: true });
  /** Matches only while points are left. */
  const chips = page.locator('form:has(.token:not(.spent)) .chip-more[aria-disabled="false"]');
  return {
    async open(verb) {
      const button = form.getByRole('button', { name: says(`plan.verb-${verb}`), exact: true });
      if ((await button.getAttribute('aria-expanded')) !== 'true') await press(button);
    },
    async wishFor(count) {
      const wishes = form.locator('input[name="wish"]:not(:checked):not(:disabled)');
      for (let wish = 0; wish < count && (await wishes.count()) > 0; wish += 1) await press(wishes.first());
    },
    async seek(capital) {
      const choice = form.locator('.choice', { hasText: says(`plan.${capital}`) });
      await press(choice.locator('input[name="capital"]'));
    },
    async tap(name, times) {
      const chip = form.locator('.chip', { has: page.getByText(name, { exact: true }) }).locator('.chip-more');
      if ((await chip.count()) === 0) return;
      for (let tap = 0; tap < times && (await chip.getAttribute('aria-disabled')) !== 'true'; tap += 1) {
        await press(chip);
      }
    },
    async placeAll() {
      await form.waitFor();
      for (let tap = 0; (await chips.count()) > 0 && tap < 24; tap += 1) {
        await press(chips.nth(tap % (await chips.count())));
      }
    },
    async submit() {
      await press(form.locator('button[type="submit"][aria-disabled="false"]'));
      const sure = form.getByRole('alertdialog').getByRole('button', { name: says('plan.submitAll'), exact: true });
      const done = page.getByRole('button', { name: says('plan.filed'), exact: true });
      const over = page
        .getByRole('button', { name: says('play.toNextYear'), exact: true })
        .or(page.getByRole('button', { name: says('play.toTheEnd'), exact: true }));
      const guess = page.getByRole('heading', { name: says('prediction.guess'), exact: true });
      const filed = done.or(over).or(guess);
      await sure.or(filed).first().waitFor();
      if (await sure.isVisible()) await press(sure);
      await filed.first().waitFor();
    },
  };
}
