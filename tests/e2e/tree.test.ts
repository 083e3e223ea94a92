/**
 * A whole game through roles and names alone, as a screen reader presents it. Every pact, sale and failure of the
 * record is in the sentences of its year, and in the street's table.
 */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { KEY } from '../../scripts/pictures/street.ts';
import { parse } from '../../shared/log/jsonl.ts';
import { replay } from '../../shared/log/replay.ts';
import { calendar } from '../../shared/scenarios/zhongguancun/calendar.ts';
import { ask } from '../support/http.ts';
import { PHONE, person } from './support/browser.ts';
import { streetAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const ROUNDS = 12;
const says = words('en');

const stage = streetAndBrowser();

/** Like assistive technology: focuses the control and presses a key. */
async function activate(control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await control.focus();
  await control.press(key);
}

const button = (page: Page, key: string) => page.getByRole('button', { name: says(key), exact: true });

async function textsOf(items: Locator): Promise<readonly string[]> {
  return (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}

test('a screen reader follows a game from the class code to the final figure', async () => {
  const { code, classId } = await stage.street.openClass({ seed: 5, clockMode: 'wait' });
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: PHONE });
  const main = page.getByRole('main');
  const heard = new Map<number, readonly string[]>();
  const rows = new Map<number, readonly string[]>();

  await page.goto(`${stage.street.url}/?code=${code}`);
  await page.getByRole('textbox', { name: says('join.name') }).fill('Ada');
  await activate(button(page, 'join.join'));
  await page.getByRole('heading', { name: says('play.seatKept', { name: 'Ada' }) }).waitFor();
  await stage.street.ask(classId, { type: 'startClass' });

  /** The focus is on the panels, whose name announces round and phase. */
  const announced = async (round: number, phase: string) => {
    const year = calendar[round - 1]?.year;
    const panels = page.getByRole('main', { name: `${year} ${says(`play.phase-${phase}`)}`, exact: true });
    await panels.waitFor();
    await expect.poll(() => panels.evaluate((element) => element === document.activeElement)).toBe(true);
  };

  for (let round = 1; round <= ROUNDS; round += 1) {
    await button(page, 'play.toPlan').waitFor();
    await announced(round, 'news');
    await activate(button(page, 'play.toPlan'));
    await announced(round, 'plan');
    const plan = page.getByRole('form', { name: says('plan.title') });
    await plan.waitFor();
    await activate(plan.getByRole('button', { name: says('plan.verb-cooperate'), exact: true }));
    const wish = plan.getByRole('checkbox', { name: /^Wish for a pact with/, checked: false }).first();
    if ((await wish.count()) > 0) await activate(wish, 'Space');
    // A digit sets the points, limited to those left.
    const trade = plan
      .getByRole('button', { name: new RegExp(`^${says('plan.use-trade')} .*${says('plan.chip', { budget: '6' })}$`) })
      .first();
    await trade.focus();
    await trade.press('9');
    await activate(plan.getByRole('button', { name: says('plan.file'), exact: true }));
    const sure = plan.getByRole('alertdialog').getByRole('button', { name: says('plan.submitAll'), exact: true });
    const onward = button(page, 'play.toNextYear').or(button(page, 'play.toTheEnd'));
    // The last reveal begins with a prediction.
    const guess = button(page, 'figures.figure4Name');
    await sure.or(onward).or(guess).first().waitFor();
    if (await sure.isVisible()) await activate(sure);
    await onward.or(guess).first().waitFor();
    await announced(round, 'reveal');
    if (await guess.isVisible()) await activate(guess);
    await onward.waitFor();
    const news = main.getByRole('region', { name: says('play.onTheStreet') });
    heard.set(round, await textsOf(news.getByRole('listitem')));
    await activate(page.getByRole('tab', { name: says('play.tab-street'), exact: true }));
    const table = page.getByRole('table', { name: says('play.streetTitle') });
    rows.set(round, await textsOf(table.getByRole('row')));
    await activate(page.getByRole('tab', { name: says('play.tab-reveal'), exact: true }));
    await activate(onward);
  }
  await page.getByRole('heading', { name: says('play.finalTitle'), exact: true }).waitFor();
  const figure = await page.getByRole('heading', { name: /^Your district became: / }).textContent();
  expect(await textsOf(page.getByRole('table', { name: says('play.firms') }).getByRole('row'))).toHaveLength(8 + 1);

  const { text } = await ask(`${stage.street.url}/api/classes/${classId}/export/events.jsonl`, {
    headers: { authorization: `Bearer ${KEY}` },
  });
  const parsed = parse(text);
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed));
  const [log] = parsed.logs;
  if (log === undefined) throw new Error('the class has a district');
  const { state } = replay(log);
  const name = (seat: number) => state.actors[seat]?.name.en ?? '';
  let told = 0;
  for (const { events, round } of log.records) {
    const sentences = heard.get(round) ?? [];
    // In a sentence of its own, or among others of its kind in one line.
    const expectHeard = (sentence: string, amongOthers: readonly string[] = [sentence]) => {
      const heardAs = (line: string) => line === sentence || amongOthers.every((part) => line.includes(part));
      expect(sentences.filter(heardAs), `${sentence} in round ${round}`).toHaveLength(1);
      told += 1;
    };
    const beginning = (key: string) => says(key, { names: '' }).slice(0, -2);
    for (const event of events) {
      if (event.type === 'PactFormed') {
        const pair = says('play.pair', { a: name(event.a), b: name(event.b) });
        expectHeard(says('play.happened-formed', { name: name(event.a), other: name(event.b) }), [pair]);
        const row = rows.get(round)?.find((line) => line.startsWith(name(event.a)));
        expect(row, `${name(event.a)} in round ${round}`).toContain(name(event.b));
      }
      if (event.type === 'PactBroken') {
        const pair = says('play.pairLeft', { a: name(event.by), b: name(event.with) });
        expectHeard(says('play.happened-broken', { name: name(event.by), other: name(event.with) }), [pair]);
      }
      if (event.type === 'FirmSold') {
        const sold = [beginning('play.year-ship'), name(event.seller)];
        expectHeard(says('play.happened-sold', { name: name(event.seller), other: name(event.buyer) }), sold);
      }
      if (event.type === 'FirmAbsorbed') {
        expectHeard(says('play.happened-absorbed', { name: name(event.firm), head: name(event.head) }));
      }
      if (event.type === 'FirmFailed') {
        const failed = [beginning('play.year-credit'), name(event.firm)];
        expectHeard(says('play.happened-failed', { name: name(event.firm) }), failed);
      }
    }
  }
  expect(told).toBeGreaterThan(5);
  const reading = state.history[ROUNDS - 1]?.figure;
  const became = reading?.isolated ? 'isolated' : `figure${reading?.figure}`;
  expect(figure).toBe(says('play.figureTitle', { name: says(`figures.${became}Name`) }));
  expect(complaints).toEqual([]);
});
