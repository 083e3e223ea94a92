/** What a desk shows of a press before the server has answered it. */
import { expect, test } from 'vitest';
import { joinClass } from '../support/http.ts';
import { instructor, openClass } from './support/desk.ts';
import { serverAndBrowser } from './support/stage.ts';

const stage = serverAndBrowser();

declare global {
  interface Window {
    /** What the page has said since it was held; undefined: it says everything at once. */
    unsaid?: (() => void)[] | undefined;
  }
}

/** Runs in the page: lets it hear while what it says can be held. */
function holdable(): void {
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (...said) {
    if (window.unsaid === undefined) send.apply(this, said);
    else window.unsaid.push(() => send.apply(this, said));
  };
}

test('a switch stays as pressed while its answer is under way', async () => {
  const teacher = await instructor(stage.browser, stage.server.url);
  const { page, says, complaints } = teacher;
  await page.evaluate(holdable);
  const code = await openClass(teacher);
  await joinClass(stage.server.url, code, 'Ada');
  await page.getByRole('button', { name: 'Ada', exact: true }).waitFor();
  const names = page.getByRole('checkbox', { name: says('desk.showNames') });
  const before = await names.isChecked();
  await page.evaluate(() => {
    window.unsaid = [];
  });
  await names.click({ force: true });
  // Other news of the class redraws the desk meanwhile.
  await joinClass(stage.server.url, code, 'Bo');
  await page.getByRole('button', { name: 'Bo', exact: true }).waitFor();
  expect(await names.isChecked()).toBe(!before);
  await page.evaluate(() => {
    const { unsaid } = window;
    window.unsaid = undefined;
    for (const say of unsaid ?? []) say();
  });
  await page.getByText(says('desk.did-showNames')).first().waitFor();
  await expect.poll(() => names.isChecked()).toBe(!before);
  expect(complaints).toEqual([]);
  await teacher.context.close();
});
