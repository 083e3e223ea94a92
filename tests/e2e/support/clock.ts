/** The page's clock, which `page.clock.install()` has put into the test's hands. */
import type { Page } from 'playwright-core';

/** Stops the clock within its next second. */
export async function holdClock(page: Page): Promise<void> {
  const soon = async () => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  // Playwright stops the clock first, then complains if the moment has passed meanwhile.
  await soon().catch(soon);
}
