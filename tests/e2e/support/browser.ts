/** A real Chromium for the tests, and people with devices of their own in it. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import installed from '../../../scripts/browsers.json' with { type: 'json' };
import { PATIENCE_MS } from '../../support/waiting.ts';

const CANDIDATES = [process.env.CHROMIUM_PATH, ...installed.chromium];

/** How it is started. */
export function launchOptions(): LaunchOptions {
  const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error('No Chromium found. `npm test` installs it; or set CHROMIUM_PATH.');
  return {
    executablePath,
    timeout: PATIENCE_MS,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      // Nobody types an address: each window would make two pages for it, at a second of processor time.
      '--disable-features=OptimizationHints,MediaRouter,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    ],
  };
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

export const PHONE = { width: 360, height: 740 };
export const LAPTOP = { width: 1280, height: 800 };

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about: uncaught errors and console errors. Network errors are left to the test. */
  readonly complaints: string[];
}

/** One person on one device: storage of its own, a language, a screen. */
export async function person(
  browser: Browser,
  options: {
    readonly locale: 'en-GB' | 'zh-CN';
    readonly viewport: { readonly width: number; readonly height: number };
    /** Has not played the two trial years on this device. */
    readonly newcomer?: boolean;
    /** Likes things to move; else all stand still at once. */
    readonly moves?: boolean;
    /** Else what is narrow has it. */
    readonly touch?: boolean;
  },
): Promise<Person> {
  const context = await browser.newContext({
    locale: options.locale,
    viewport: options.viewport,
    hasTouch: options.touch ?? options.viewport.width < 600,
    reducedMotion: options.moves === true ? 'no-preference' : 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (options.newcomer !== true) await context.addInitScript(passTrial);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::ERR_|WebSocket|Failed to load resource/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  return { page, context, complaints };
}

/** Runs in the page, before anything of its own. */
function passTrial(): void {
  if (location.protocol.startsWith('http')) localStorage.setItem('electronics-street.trial', 'seen');
}
