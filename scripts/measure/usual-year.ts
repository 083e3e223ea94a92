/** A usual year on a phone: number of taps, and height of the form beside the map, with 0, 1 and 3 partners. */
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../shared/i18n/languages.ts';
import { courts, openNeighbours } from '../../tests/e2e/support/neighbours.ts';
import { planHand } from '../../tests/e2e/support/plan.ts';
import type { Street } from '../pictures/street.ts';

type Rows = readonly (readonly string[])[];

const PARTNERS = [0, 1, 3] as const;

/** Height to scroll to; 0 pixels if all is in sight. */
export async function formHeights(street: Street, browser: Browser, language: Language): Promise<Rows> {
  const { classId, student, tabs, advance, leave } = await openNeighbours(street, browser, { language });
  const { page, says } = student;
  const hand = planHand(page, says);
  const rows: (readonly string[])[] = [];
  for (const partners of PARTNERS) {
    await advance();
    await page.getByRole('form', { name: says('plan.title'), exact: true }).waitFor();
    const { form, map, hidden } = await page.evaluate(measured);
    rows.push([language, `${partners}`, `${form}`, `${map}`, `${hidden}`]);
    for (const tab of partners === 0 ? tabs.slice(2) : tabs) await courts(tab);
    await hand.open('cooperate');
    await hand.wishFor(PARTNERS.length);
    await hand.placeAll();
    await hand.submit();
    await street.ask(classId, { type: 'closeRound' });
    await advance();
  }
  await leave();
  return rows;
}

/** Runs in the page. */
function measured() {
  const box = (selector: string) => {
    const all = document.querySelectorAll(selector);
    return all[all.length - 1]?.getBoundingClientRect();
  };
  const strip = box('.map-pane.strip')?.height ?? 0;
  const gap = (box('.plan-foot')?.top ?? 0) - (box('.chip')?.bottom ?? 0);
  // Space reserved for offers is not part of the form.
  const inbox = box('.inbox');
  const free = (inbox?.bottom ?? 0) - (box('.inbox > *')?.bottom ?? inbox?.top ?? 0);
  const form = window.innerHeight - strip - Math.max(0, gap) - free;
  const below = document.documentElement.scrollHeight - window.innerHeight;
  return { form: Math.round(form), map: Math.round(strip), hidden: Math.round(Math.max(0, -gap, below)) };
}

/**
 * Ways to place a year's points by taps: on the chip itself, or by its side button for all that is left or half of
 * another.
 */
const WAYS = [
  ['all on one', ['fill 0']],
  ['five and one', ['more 0', 'fill 1']],
  ['three and three', ['fill 0', 'fill 1']],
  ['as last year', ['again']],
  ['as last year, one point moved', ['again', 'more 0']],
] as const;

/** From the news of one year to the next, with one way of placing points. */
export async function tapsOfAYear(street: Street, browser: Browser, language: Language): Promise<Rows> {
  const { classId, student, advance, leave } = await openNeighbours(street, browser, { language, moves: true });
  const { page, says } = student;
  let taps = 0;
  const tap = async (name: string) => {
    await named(page, name).click();
    taps += 1;
  };
  const rows: (readonly string[])[] = [];
  for (const [kind, placing] of WAYS) {
    taps = 0;
    await advance();
    await page.getByRole('form', { name: says('plan.title'), exact: true }).waitFor();
    for (const touch of placing) {
      const [what, place] = touch.split(' ');
      if (what === 'again') await tap(says('plan.sameAsLastYear'));
      else {
        await page
          .locator(what === 'fill' ? '.chip-less' : '.chip-more')
          .nth(Number(place))
          .click();
        taps += 1;
      }
    }
    await tap(says('plan.file'));
    await named(page, says('plan.filed')).waitFor();
    await street.ask(classId, { type: 'closeRound' });
    await tap(says('reveal.skip'));
    await tap(says('play.toNextYear'));
    // Counts the tap that leaves the news, which the desk does here.
    rows.push([language, kind, `${taps + 1}`]);
    await advance();
  }
  await leave();
  return rows;
}

function named(page: Page, name: string) {
  return page.getByRole('main').getByRole('button', { name, exact: true });
}
