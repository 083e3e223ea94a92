/** Takes one screen in every size, language and colour scheme without leaving it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { LANGUAGES, type Language, messages } from '../../shared/i18n/messages.ts';

export const SIZES = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  laptop: { width: 1280, height: 800 },
  projector: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];
const HANDHELD: readonly Size[] = ['phone', 'tablet', 'laptop'];

/** Time for the map to follow a new size; reduced motion is on. */
const SETTLE_MS = 350;
const PATIENCE_MS = 5_000;

/**
 * Called at each screen of a scene. The page returns in English, light, at laptop size. `again` reopens what closes
 * when the window changes.
 */
export type Look = (page: Page, name: string, sizes?: readonly Size[], again?: () => Promise<void>) => Promise<void>;

export interface Camera {
  readonly look: Look;
  taken(): number;
}

export function openCamera(folder: string, schemes: readonly Scheme[] = SCHEMES): Camera {
  let taken = 0;
  const take = async (page: Page, size: Size, language: Language, scheme: Scheme, name: string) => {
    const into = join(folder, size);
    await mkdir(into, { recursive: true });
    await page.screenshot({ path: join(into, `${name}.${language}.${scheme}.jpg`), type: 'jpeg', quality: 80 });
    taken += 1;
  };
  return {
    taken: () => taken,
    async look(page, name, sizes = HANDHELD, again = async () => undefined) {
      for (const language of LANGUAGES) {
        await speak(page, language);
        for (const size of sizes) {
          await page.setViewportSize(SIZES[size]);
          await settle(page);
          await again();
          for (const scheme of schemes) {
            await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
            await still(page);
            await take(page, size, language, scheme, name);
            if (scheme === 'dark' || !(await scrollToEnd(page))) continue;
            await take(page, size, language, scheme, `${name}-end`);
            await scrollToStart(page);
          }
        }
      }
      await backToLaptop(page);
      await settle(page);
      await again();
    },
  };
}

export async function backToLaptop(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(SIZES.laptop);
  await speak(page, 'en');
}

/** Uses the page's own switch; returns whether it has one, or has this language already. */
export async function speak(page: Page, language: Language): Promise<boolean> {
  if ((await page.locator('html').getAttribute('lang'))?.startsWith(language)) return true;
  const name = messages[language].common.languageName;
  const change = page.getByRole('button', { name, exact: true, includeHidden: true });
  if ((await change.count()) === 0) return false;
  // Not by mouse, since a touch elsewhere would close what is to be seen.
  await change.first().evaluate((button) => (button as HTMLElement).click());
  await page.locator(`html[lang^="${language}"]`).waitFor();
  await page.waitForFunction(mapsSpeak, language);
  return true;
}

/** In the page: maps follow the language a frame or more after the texts. */
function mapsSpeak(language: Language): boolean {
  const maps = [...document.querySelectorAll('canvas[aria-label]')];
  return maps.every((map) => /\p{Script=Han}/u.test(map.ariaLabel ?? '') === (language === 'zh'));
}

export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout((await page.locator('canvas').count()) > 0 ? SETTLE_MS : 0);
  await still(page);
}

/** Waits two frames and for the end of every transition. */
export function still(page: Page): Promise<void> {
  return page.evaluate(async (patienceMs) => {
    // Limits the wait, because a page on a busy machine may get no frame.
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
    const soon = (what: Promise<unknown>) => Promise.race([what, patience]);
    for (let frame = 0; frame < 2; frame += 1) {
      await soon(new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    await soon(Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  }, PATIENCE_MS);
}

/** Whether the page, or a scrolling column in it, had more below. */
function scrollToEnd(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const scrollers = [document.scrollingElement, document.querySelector('.panels')];
    const longer = scrollers.filter((element) => element !== null && element.scrollHeight > element.clientHeight + 40);
    for (const element of longer) element?.scrollTo(0, element.scrollHeight);
    return longer.length > 0;
  });
}

export function scrollToStart(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of [document.scrollingElement, document.querySelector('.panels')]) element?.scrollTo(0, 0);
  });
}
