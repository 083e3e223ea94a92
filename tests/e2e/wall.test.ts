/** The wall opened on a phone, and by a link pasted into an open tab. */
import { expect, test } from 'vitest';
import { openClass } from '../../server/robots/classroom.ts';
import { KEY } from '../support/server.ts';
import { PHONE, person } from './support/browser.ts';
import { serverAndBrowser } from './support/stage.ts';
import { words } from './support/words.ts';

const stage = serverAndBrowser();

test('the wall opens by a pasted link, and fits a phone’s width', async () => {
  const { code, projectorLink } = await openClass(stage.server.url, KEY, { seatsPerDistrict: 4 });
  for (const language of ['en', 'zh'] as const) {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const { page, complaints, context } = await person(stage.browser, { locale, viewport: PHONE, touch: true });
    await page.goto(`${stage.server.url}/project`);
    await page.getByText(words(language)('project.noLink')).waitFor();
    await page.goto(`${stage.server.url}/project#code=${code}&link=${projectorLink}`);
    const shown = page.getByText(code, { exact: true });
    await shown.waitFor();
    const box = await shown.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(complaints).toEqual([]);
    await context.close();
  }
});
