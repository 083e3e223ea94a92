/** A language whose texts cannot be loaded stays requested until they can, or another is chosen. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Texts = typeof import('../../client/state/language.ts');

/** Loading fails while this is set. */
const network = vi.hoisted(() => ({ down: true, fetched: [] as string[] }));
vi.mock('../../shared/i18n/sets/index.ts', async (original) => {
  const real = await original<typeof import('../../shared/i18n/sets/index.ts')>();
  const fetching = (set: 'play', spoken: 'en' | 'zh') => () => {
    network.fetched.push(`${set} ${spoken}`);
    return network.down ? Promise.reject(new Error('no network')) : Promise.resolve({ texts: {} });
  };
  const sets = Object.keys(real.LOAD).map((set) => [
    set,
    { en: fetching(set as 'play', 'en'), zh: fetching(set as 'play', 'zh') },
  ]);
  return { ...real, LOAD: Object.fromEntries(sets) };
});

let texts: Texts;
let kept: Map<string, string>;
/** Network and tab of the page. */
let page: EventTarget;

async function opened(spoken: string): Promise<Texts> {
  vi.resetModules();
  const memory = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  };
  page = new EventTarget();
  vi.stubGlobal('window', Object.assign(page, { localStorage: memory }));
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('navigator', { language: spoken });
  return import('../../client/state/language.ts');
}

beforeEach(async () => {
  kept = new Map();
  network.down = false;
  texts = await opened('en-GB');
  await texts.needTexts(['play']);
  network.fetched.length = 0;
  network.down = true;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const now = () => [texts.language.value, texts.awaited.value];

test('a language is retried every three seconds, then applied and stored', async () => {
  await texts.setLanguage('zh');
  expect([now(), network.fetched]).toEqual([['en', 'zh'], ['play zh']]);
  await passes(2_999);
  expect(network.fetched).toHaveLength(1);
  await passes(1);
  expect(network.fetched).toHaveLength(2);
  network.down = false;
  await passes(2_999);
  expect(now()).toEqual(['en', 'zh']);
  await passes(1);
  expect([now(), [...kept.values()]]).toEqual([['zh', undefined], ['zh']]);
  await passes(10_000);
  expect(network.fetched).toHaveLength(3);
});

test('choosing the present language cancels a pending one', async () => {
  await texts.setLanguage('zh');
  await texts.setLanguage('en');
  expect(now()).toEqual(['en', undefined]);
  network.down = false;
  await passes(10_000);
  expect([now(), network.fetched]).toEqual([['en', undefined], ['play zh']]);
});

test('of two chosen languages the last one counts, whichever loads first', async () => {
  const first = texts.setLanguage('zh');
  const second = texts.setLanguage('en');
  await Promise.all([first, second]);
  expect(now()).toEqual(['en', undefined]);
  network.down = false;
  const third = texts.setLanguage('zh');
  await texts.setLanguage('en');
  await third;
  expect(now()).toEqual(['en', undefined]);
});

test('texts are fetched once, and none of them is left in another language', async () => {
  network.down = false;
  await texts.needTexts(['play', 'debrief']);
  await texts.needTexts(['debrief']);
  expect(network.fetched).toEqual(['debrief en']);
  const asked = texts.needTexts(['teach']);
  await texts.setLanguage('zh');
  await asked;
  expect(network.fetched.filter((each) => each.endsWith('zh')).toSorted()).toEqual([
    'debrief zh',
    'play zh',
    'teach zh',
  ]);
});

test('the first language is the one remembered, else the browser’s', async () => {
  expect(texts.language.value).toBe('en');
  expect((await opened('zh-CN')).language.value).toBe('zh');
  expect((await opened('ZH')).language.value).toBe('zh');
  kept.set('electronics-street.language', 'en');
  expect((await opened('zh-CN')).language.value).toBe('en');
  kept.set('electronics-street.language', 'fr');
  expect((await opened('zh-CN')).language.value).toBe('zh');
});

test('the title of the page has what is new before the game’s name, in the page’s language', async () => {
  const page = { documentElement: { lang: '' }, title: '' };
  texts.followLanguage(page as Document);
  const name = page.title;
  expect([page.documentElement.lang, name]).toEqual(['en-GB', texts.t('common.appName')]);
  texts.pageTitle('Your turn');
  expect(page.title).toBe(`Your turn · ${name}`);
  texts.pageTitle(undefined);
  expect(page.title).toBe(name);
});

test('a language is asked for again at once when the network returns', async () => {
  await texts.setLanguage('zh');
  network.down = false;
  page.dispatchEvent(new Event('online'));
  await passes(0);
  expect(now()).toEqual(['zh', undefined]);
});

test('a language on offer is taken, unless one was chosen on this device', async () => {
  network.down = false;
  texts.offerLanguage('zh');
  await passes(0);
  expect(texts.language.value).toBe('zh');
  texts.offerLanguage('en');
  await passes(0);
  expect(texts.language.value).toBe('zh');
});
