/** The address bar as the page reads and writes it. */
import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const page = Object.assign(new EventTarget(), { scrollTo: vi.fn() });
const pushed: string[] = [];
const bar = { pathname: '/' };

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('window', page);
  vi.stubGlobal('location', bar);
  vi.stubGlobal('history', { pushState: (_state: unknown, _title: string, to: string) => pushed.push(to) });
});
afterAll(() => void vi.unstubAllGlobals());

test.each([
  ['/', '/'],
  ['', '/'],
  ['/play', '/play'],
  ['/play/', '/play'],
  ['/teach//', '/teach'],
  ['/nowhere', '/'],
])('%s is the page %s', async (pathname, shown) => {
  bar.pathname = pathname;
  const { path } = await import('../../client/state/route.ts');
  expect(path.value).toBe(shown);
});

test('a step is written to the bar and shown from its top, and the way back is followed', async () => {
  bar.pathname = '/';
  const { navigate, path } = await import('../../client/state/route.ts');
  navigate('/play');
  expect([path.value, pushed]).toEqual(['/play', ['/play']]);
  expect(page.scrollTo).toHaveBeenCalledWith(0, 0);
  bar.pathname = '/teach';
  page.dispatchEvent(new Event('popstate'));
  expect(path.value).toBe('/teach');
});
