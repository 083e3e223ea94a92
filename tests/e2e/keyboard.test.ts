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
  const arrived = async (heading: string) => {
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    expect((await keys.here()).lost, `focus lost on the way to “${heading}”`).toBe(false);
  };
  const inPhase = async (phase: string, round: number) => {
    await page.getByText(says('play.roundOf', { round, rounds: ROUNDS })).waitFor();
    await page.getByRole('tab', { name: says(`play.tab-${phase}`), exact: true }).waitFor();
    expect((await keys.here()).lost, `focus lost at the ${phase} of round ${round}`).toBe(false);
  };

  await page.goto(stage.street.url);
  await keys.tabTo(says('join.practice'), 'link');
  await keys.press('Enter');
  await arrived(says('practice.title'));

  await keys.tabTo(/^Lakelight/, 'radio');
  await keys.press('ArrowDown');
  expect(await keys.here()).toMatchObject({ name: expect.stringMatching(/^North Star/), checked: true });
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
      expect((await keys.here()).lost).toBe(false);
      await keys.tabTo(/^Wish for a pact with/, 'checkbox');
      await keys.press(' ');
      expect((await keys.here()).checked).toBe(true);
      const research = (points: string) =>
        new RegExp(`^${says('plan.use-research')} .* ${points} ${says('plan.chip', { budget: '6' })}$`);
      await keys.tabTo(research('0'), 'button');
      await keys.press('ArrowRight', 3);
      expect((await keys.here()).name).toMatch(research('1.5'));
      await keys.press('+');
      await keys.press('-', 2);
      expect((await keys.here()).name).toMatch(research('0.5'));
      await keys.press('Shift+Tab', 4);
    }
    await placeAll(keys);
    await keys.tabTo(says('plan.file'), 'button');
    await keys.press('Enter');
    const sure = page.getByRole('alertdialog');
    if (await sure.isVisible()) {
      expect(await keys.here()).toMatchObject({ name: says('plan.change'), lost: false });
      await keys.tabTo(says('plan.submitAll'), 'button');
      await keys.press('Enter');
    }
    await inPhase('reveal', round);
    if (round === 2) {
      await keys.tabTo(says('play.tab-reveal'), 'tab');
      await keys.press('ArrowRight', 2);
      expect(await keys.here()).toMatchObject({ name: says('play.tab-street'), lost: false });
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
