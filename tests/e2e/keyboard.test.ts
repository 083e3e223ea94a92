/** A whole game by keyboard alone: Tab, arrows, Enter and Space. The focus is never lost and always visible. */
import { expect, test } from 'vitest';
import { LAPTOP, person } from './support/browser.ts';
import { type Keyboard, keyboardOf } from './support/keys.ts';
import { streetAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const ROUNDS = 12;
const says = words('en');

const stage = streetAndBrowser();

/** A digit sets the points, limited to those left. */
async function placeAll(keys: Keyboard): Promise<void> {
  await keys.tabTo(new RegExp(`^${says('plan.use-trade')} .*${says('plan.chip', { budget: '6' })}$`), 'button');
  await keys.press('9');
}

test('a game is played from the first page to the last result without a mouse', async () => {
  const { page, complaints } = await person(stage.browser, { locale: 'en-GB', viewport: LAPTOP });
  const keys = keyboardOf(page);
  const kept = (where: string) =>
    expect.poll(async () => (await keys.here()).lost, { message: `focus lost ${where}` }).toBe(false);
  const arrived = async (heading: string) => {
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    await kept(`on the way to “${heading}”`);
  };
  const inPhase = async (phase: string, round: number) => {
    await page.getByText(says('play.roundOf', { round, rounds: ROUNDS })).waitFor();
    await page.getByRole('tab', { name: says(`play.tab-${phase}`), exact: true }).waitFor();
    await kept(`at the ${phase} of round ${round}`);
  };

  await page.goto(stage.street.url);
  await keys.tabTo(says('join.practice'), 'link');
  await keys.press('Enter');
  await arrived(says('practice.title'));

  await keys.tabTo(/^Lakelight/, 'radio');
  await keys.press('ArrowDown');
  await expect.poll(() => keys.here()).toMatchObject({ name: expect.stringMatching(/^North Star/), checked: true });
  await keys.tabTo(says('practice.start'), 'button');
  await keys.press('Enter');

  for (let round = 1; round <= ROUNDS; round += 1) {
    await inPhase('news', round);
    await keys.tabTo(says('play.toPlan'), 'button');
    await keys.press('Enter');
    await inPhase('plan', round);

    if (round === 1) {
      await keys.tabTo(says('plan.verb-cooperate'), 'button');
      await keys.press('Enter');
      await keys.tabTo(says('play.whatMeans', { term: says('glossary.pact') }), 'button');
      const meaning = page.getByText(says('glossary.pactMeaning'));
      await keys.press('Enter');
      await meaning.waitFor();
      await keys.press('Escape');
      await meaning.waitFor({ state: 'hidden' });
      await kept('by Escape');
      await keys.tabTo(/^Wish for a pact with/, 'checkbox');
      await keys.press(' ');
      await expect.poll(async () => (await keys.here()).checked).toBe(true);
      const research = (points: string) =>
        new RegExp(`^${says('plan.use-research')} .* ${points} ${says('plan.chip', { budget: '6' })}$`);
      await keys.tabTo(research('0'), 'button');
      await keys.press('ArrowRight', 3);
      await expect.poll(async () => (await keys.here()).name).toMatch(research('1.5'));
      await keys.press('+');
      await keys.press('-', 2);
      await expect.poll(async () => (await keys.here()).name).toMatch(research('0.5'));
      await keys.press('Shift+Tab', 4);
    }
    await placeAll(keys);
    await keys.tabTo(says('plan.file'), 'button');
    await keys.press('Enter');
    const sure = page.getByRole('alertdialog');
    const revealed = page.getByRole('tab', { name: says('play.tab-reveal'), exact: true });
    await sure.or(revealed).first().waitFor();
    if (await sure.isVisible()) {
      await expect.poll(() => keys.here()).toMatchObject({ name: says('plan.change'), lost: false });
      await keys.tabTo(says('plan.submitAll'), 'button');
      await keys.press('Enter');
    }
    await inPhase('reveal', round);
    if (round === 2) {
      await keys.tabTo(says('play.tab-reveal'), 'tab');
      await keys.press('ArrowRight', 2);
      await expect.poll(() => keys.here()).toMatchObject({ name: says('play.tab-street'), lost: false });
      await page.getByRole('table', { name: says('play.streetTitle') }).waitFor();
      await keys.press('Home');
    }
    if (round === ROUNDS) {
      await keys.tabTo(says('figures.figure4Name'), 'button');
      await keys.press('Enter');
      await page.getByRole('heading', { name: says('play.resultTitle') }).waitFor();
    }
    await keys.tabTo(says(round === ROUNDS ? 'play.toTheEnd' : 'play.toNextYear'), 'button');
    await keys.press('Enter');
  }
  await arrived(says('play.finalTitle'));
  await keys.tabTo(says('practice.again'), 'button');
  await keys.press('Enter');
  await arrived(says('practice.title'));
  expect(keys.faults).toEqual([]);
  expect(complaints).toEqual([]);
});
