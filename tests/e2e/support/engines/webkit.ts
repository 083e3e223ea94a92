/** The system's WebKitGTK through WebDriver, on a virtual screen. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder } from 'selenium-webdriver';
import { freePort } from '../../../support/ports.ts';
import { until } from '../../../support/waiting.ts';
import { PHONE } from '../browser.ts';
import { answerIn, inPage, isOfTheLine, type Screen } from './screen.ts';

export interface WebKitParts {
  readonly driver: string;
  readonly browser: string;
  readonly display: string;
}

export async function openWebKit(parts: WebKitParts): Promise<Screen> {
  const screen = spawn(parts.display, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let display = '';
  screen.stdio[3]?.on('data', (chunk) => {
    display += chunk;
  });
  await until('a screen', () => display.includes('\n'));
  // Tells WebKitGTK that the reader prefers reduced motion.
  const settings = await mkdtemp(join(tmpdir(), 'es-webkit-'));
  await mkdir(join(settings, 'gtk-3.0'));
  await writeFile(join(settings, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-enable-animations=false\n');
  const port = await freePort();
  const driver = spawn(parts.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display.trim()}`,
      GDK_BACKEND: 'x11',
      XDG_CONFIG_HOME: settings,
      // It opens pages of the test's own server only; its sandbox needs rights that containers rarely have.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  await listening(`http://127.0.0.1:${port}/status`);
  const session = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: parts.browser, args: ['--automation'] },
    })
    .build();
  await session
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...PHONE });

  const run = async <Given, Answer>(
    what: (given: Given) => Answer | Promise<Answer>,
    given: Given,
  ): Promise<Answer> => {
    const done = 'arguments[arguments.length - 1]';
    const script = `const done = ${done}; ${inPage(what, given)}.then(done, (error) => done({ failed: String(error) }))`;
    const answer = await session.executeAsyncScript<string | { readonly failed: string }>(script);
    if (typeof answer !== 'string') throw new Error(answer.failed);
    return answerIn(answer);
  };
  // It has no protocol for the console, so the page collects messages from its start.
  const earlier: string[] = [];
  const listen = () => run(listenToComplaints, undefined);
  const gather = async () => void earlier.push(...(await run(complaintsHeard, undefined)));

  return {
    async go(url) {
      await session.get(url);
      await listen();
    },
    async reload() {
      await gather();
      await session.navigate().refresh();
      await listen();
    },
    run,
    touch: (x, y) => session.actions({ async: false }).move({ x, y, duration: 0 }).press().release().perform(),
    type: (text) => session.actions({ async: false }).sendKeys(text).perform(),
    async complaints() {
      await gather();
      return earlier.filter((text) => !isOfTheLine(text));
    },
    async close() {
      await session.quit();
      await ended(driver);
      await ended(screen);
      await rm(settings, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function listening(url: string): Promise<void> {
  let answers = false;
  const asking = setInterval(() => {
    fetch(url).then(
      () => {
        answers = true;
      },
      () => undefined,
    );
  }, 100);
  await until('WebKitWebDriver', () => answers).finally(() => clearInterval(asking));
}

async function ended(process: ChildProcess): Promise<void> {
  process.kill('SIGTERM');
  await until('the process to end', () => process.exitCode !== null || process.signalCode !== null);
}

declare global {
  interface Window {
    complained?: string[];
  }
}

function listenToComplaints(): void {
  const heard: string[] = [];
  window.complained = heard;
  window.addEventListener('error', ({ message }) => heard.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => heard.push(String(reason)));
  const { error } = console;
  console.error = (...said: unknown[]) => {
    heard.push(said.map(String).join(' '));
    error(...said);
  };
}

/** Each message once. */
function complaintsHeard(): readonly string[] {
  return window.complained?.splice(0) ?? [];
}
