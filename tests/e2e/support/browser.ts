/** A real Chromium for the tests, with people on devices of their own. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core';
import installed from '../../../scripts/browsers.json' with { type: 'json' };
import { PATIENCE_MS } from '../../support/waiting.ts';

const CHROMIUM = [process.env.CHROMIUM_PATH, ...installed.chromium];
/** The same engine without windows, tabs and profiles. */
const SHELL = [...installed.chromiumShell, ...CHROMIUM];

/**
 * Features that are off. Chromium reads only the last such list, so this one repeats Playwright's for headless Linux;
 * `honest-network` compares them.
 */
const OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  // The address bar's popups: each window would load two pages for them, at a second of CPU time.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** Options for starting Chromium, by default the one that people use. */
export function launchOptions(candidates = CHROMIUM): LaunchOptions {
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
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
      `--disable-features=${OFF.join(',')}`,
    ],
  };
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** For most tests: starting it, and each person in it, take half the CPU time. */
export function openShell(): Promise<Browser> {
  return chromium.launch(launchOptions(SHELL));
}

export const PHONE = { width: 360, height: 740 };
export const LAPTOP = { width: 1280, height: 800 };

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The page's uncaught errors and console errors. The test checks network errors itself. */
  readonly complaints: string[];
}

/** A person on a device with its own storage, language and screen. */
export async function person(
  browser: Browser,
  options: {
    readonly locale: 'en-GB' | 'zh-CN';
    readonly viewport: { readonly width: number; readonly height: number };
    /** Has not seen the trial years on this device. */
    readonly newcomer?: boolean;
    /** Animations are on; by default reduced motion is. */
    readonly moves?: boolean;
    /** Touch; by default narrow screens have it. */
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

/** Runs in the page before its own code: marks the trial years as seen. */
function passTrial(): void {
  if (location.protocol.startsWith('http')) localStorage.setItem('electronics-street.trial', 'seen');
}
