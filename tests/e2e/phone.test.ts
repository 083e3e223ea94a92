/**
 * A phone's notch and home bar cover no control for good: everything can be scrolled clear of both, upright and
 * sideways, and reacts to touch.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, PHONE, person } from './support/browser.ts';
import { streetAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Insets of phones with a notch, in pixels. Upright is a page on the home screen, which extends below the clock. */
const HELD: Readonly<Record<string, { readonly insets: Insets; readonly viewport: typeof PHONE }>> = {
  upright: { insets: { top: 47, right: 0, bottom: 34, left: 0 }, viewport: PHONE },
  'on its side': {
    insets: { top: 0, right: 47, bottom: 21, left: 47 },
    viewport: { width: PHONE.height, height: PHONE.width },
  },
};

const stage = streetAndBrowser();
const says = words('en');

/** Controls that stay below notch or bar at every scroll position. */
function covered(page: Page, insets: Insets): Promise<readonly string[]> {
  return page.evaluate(({ top, right, bottom, left }) => {
    const controls = 'button, input, select, textarea, summary, a[href], [role="tab"]';
    const modal = document.querySelector('dialog[open]') ?? document;
    return [...modal.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.matches('.skip, .hidden-text')) return [];
      const touched = control.closest('label') ?? control;
      touched.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const at = touched.getBoundingClientRect();
      const slack = 0.5;
      const sides = [
        at.top < top - slack ? 'top' : '',
        at.bottom > innerHeight - bottom + slack ? 'bottom' : '',
        at.left < left - slack ? 'left' : '',
        at.right > innerWidth - right + slack ? 'right' : '',
      ].filter((side) => side !== '');
      const name = (control.getAttribute('aria-label') ?? control.textContent ?? '').trim().slice(0, 40);
      return sides.length === 0 ? [] : [`${control.tagName} “${name}”: ${sides.join(', ')}`];
    });
  }, insets);
}

describe.each(Object.entries(HELD))('on a phone held %s', (_, { insets, viewport }) => {
  let phone: Person;
  const button = (key: string) => phone.page.getByRole('button', { name: says(key), exact: true });
  const nothingIsCovered = async (where: string) => expect(await covered(phone.page, insets), where).toEqual([]);

  beforeAll(async () => {
    phone = await person(stage.browser, { locale: 'en-GB', viewport, touch: true });
    const devtools = await phone.context.newCDPSession(phone.page);
    await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets });
  });
  afterAll(() => phone.context.close());

  test.each(['/', '/practice', '/teach', '/debrief', '/play'])('nothing lies under its edges at %s', async (path) => {
    await phone.page.goto(`${stage.street.url}${path}`);
    await phone.page.locator('h2').first().waitFor();
    await nothingIsCovered(path);
  });

  test('nothing lies under its edges in a game, and a touch is enough for all of it', async () => {
    const { page, complaints } = phone;
    await page.goto(`${stage.street.url}/practice`);
    await button('practice.start').tap();
    await button('play.toPlan').waitFor();
    await nothingIsCovered('news');
    await button('play.toPlan').tap();
    await button('plan.file').waitFor();
    await nothingIsCovered('plan');
    const chip = page.locator('form:has(.token:not(.spent)) .chip-more[aria-disabled="false"]');
    while ((await chip.count()) > 0) await chip.first().tap();
    await button('plan.file').tap();
    const sure = button('plan.submitAll');
    await sure.or(button('play.toNextYear')).first().waitFor();
    if (await sure.isVisible()) await sure.tap();
    await button('play.toNextYear').waitFor();
    await nothingIsCovered('reveal');
    for (const tab of ['talk', 'street', 'map']) {
      await page.getByRole('tab', { name: says(`play.tab-${tab}`) }).tap();
      await nothingIsCovered(tab);
    }
    expect(complaints).toEqual([]);
  });
});
