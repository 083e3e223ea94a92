/** The system's Firefox through its own WebDriver BiDi. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Bidi from 'selenium-webdriver/bidi/index.js';
import { z } from 'zod';
import { until } from '../../../support/waiting.ts';
import { PHONE } from '../browser.ts';
import { answerIn, inPage, isOfTheLine, type Screen } from './screen.ts';

const Done = z.object({ type: z.literal('success'), result: z.unknown() });
const Made = z.object({ context: z.string() });
const Ran = z.object({ type: z.literal('success'), result: z.object({ value: z.string() }) });
const Entry = z.object({ level: z.string(), text: z.string().nullable() });

export async function openFirefox(executable: string, language: string): Promise<Screen> {
  const profile = await mkdtemp(join(tmpdir(), 'es-firefox-'));
  const settings = { 'intl.accept_languages': language, 'ui.prefersReducedMotion': 1 };
  const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  await writeFile(join(profile, 'user.js'), lines.join(''));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'];
  const browser = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const line = new Bidi(`${await addressOf(browser)}/session`);
  const send = async (method: string, params: object) => {
    const answer = Done.safeParse(await line.send({ method, params }));
    if (!answer.success) throw new Error(`${method} failed in Firefox: ${answer.error.message}`);
    return answer.data.result;
  };

  const complaints: string[] = [];
  line.on('log.entryAdded', (entry: unknown) => {
    const { level, text } = Entry.parse(entry);
    if (level === 'error' && text !== null && !isOfTheLine(text)) complaints.push(text);
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { context } = Made.parse(await send('browsingContext.create', { type: 'tab' }));
  await send('browsingContext.setViewport', { context, viewport: PHONE });
  const act = (source: object) => send('input.performActions', { context, actions: [source] });

  return {
    go: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await send('browsingContext.reload', { context, wait: 'complete' })),
    async run(what, given) {
      const expression = inPage(what, given);
      const ran = Ran.parse(await send('script.evaluate', { expression, awaitPromise: true, target: { context } }));
      return answerIn(ran.result.value);
    },
    touch: async (x, y) =>
      void (await act({
        type: 'pointer',
        id: 'finger',
        parameters: { pointerType: 'touch' },
        actions: [
          { type: 'pointerMove', x, y },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      })),
    type: async (text) =>
      void (await act({
        type: 'key',
        id: 'keys',
        actions: [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      })),
    complaints: async () => complaints,
    async close() {
      await line.close();
      browser.kill('SIGKILL');
      await until('Firefox to end', () => browser.exitCode !== null || browser.signalCode !== null);
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function addressOf(browser: ChildProcess): Promise<string> {
  let said = '';
  browser.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  return until('Firefox', () => /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1]);
}
