/**
 * Reading with zoom, wide spacing, keyboard or screen reader: finds cut-off text, invisible focus, and unmarked
 * languages. Each fault is one line.
 */
import type { Page } from 'playwright-core';

/** Text and controls beyond the page's edge, or cut off by their own box. Scrolling elements may be wider. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const boxes = 'button, [role="tab"], summary, label, select, .tag, .badge, th, td, a.link, .button';
    // Hidden on purpose, drawn as a picture, or a list that says it is shortened.
    const apart = '.hidden-text, svg, .skip, .print-only, .gather-names';
    const called = (element: Element) =>
      `${element.tagName} ${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
    const scrolled = (element: Element): boolean =>
      element.parentElement !== null &&
      (/auto|scroll/.test(getComputedStyle(element.parentElement).overflowX) || scrolled(element.parentElement));
    return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const shown = element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
      if (!shown || element.closest(apart) !== null || getComputedStyle(element).clipPath === 'inset(50%)') return [];
      const worded = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
      const touched = element.matches('button, input, select, textarea');
      if ((worded || touched) && (box.right > edge + 1 || box.left < -1) && !scrolled(element)) {
        return [`beyond the edge: ${called(element)}`];
      }
      const { overflowX, overflowY } = getComputedStyle(element);
      if (/hidden|clip/.test(overflowX + overflowY)) {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        const cut = worded && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
        return cut ? [`cut off: ${called(element)}`] : [];
      }
      if (!element.matches(boxes) || element.querySelector('.hidden-text, .meaning') !== null) return [];
      const text = document.createRange();
      text.selectNodeContents(element);
      const spilt = [...text.getClientRects()].some(
        ({ width, left, right, top, bottom }) =>
          width > 0 &&
          (left < box.left - 2 || right > box.right + 2 || top < box.top - 4 || bottom > box.bottom + 4) &&
          !/inline$/.test(getComputedStyle(element).display),
      );
      return spilt ? [`spilt: ${called(element)}`] : [];
    });
  });
}

/** Runs `act` with the letter, word, line and paragraph spacing of WCAG 1.4.12. */
export async function spaced<Found>(page: Page, act: () => Promise<Found>): Promise<Found> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const found = await act();
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return found;
}

/** Each keyboard stop takes the focus, shows a ring, and is not covered by a sticky element (WCAG 2.4.11). */
export async function unseenFocus(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    const modal = document.querySelector('dialog[open]') ?? document;
    const faults: string[] = [];
    for (const stop of modal.querySelectorAll<HTMLElement>(stops)) {
      const off = stop.tabIndex < 0 || stop.matches(':disabled');
      if (off || !stop.checkVisibility({ visibilityProperty: true })) continue;
      stop.focus();
      const name = `${stop.tagName} “${(stop.getAttribute('aria-label') ?? stop.textContent ?? '').trim().slice(0, 40)}”`;
      if (document.activeElement !== stop) faults.push(`takes no focus: ${name}`);
      const frame = stop.closest('label') ?? stop;
      const ringed = [stop, frame].some((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      if (!ringed) faults.push(`no ring: ${name}`);
      const { left, top, width, height } = frame.getBoundingClientRect();
      const shares = [0.05, 0.5, 0.95];
      const seen = shares.some((across) =>
        shares.some((down) => {
          const found = document.elementFromPoint(left + width * across, top + height * down);
          return found !== null && (frame.contains(found) || found.contains(stop));
        }),
      );
      if (!seen) faults.push(`out of sight: ${name}`);
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const element of [document.scrollingElement, ...document.querySelectorAll('.panels')]) element?.scrollTo(0, 0);
    return faults;
  });
}

/**
 * Chinese text not marked as Chinese, and English sentences within it, except what people wrote. Title and language of
 * the page must be those of `tag`.
 */
export function wrongTongue(page: Page, tag: string, game: string): Promise<readonly string[]> {
  return page.evaluate(
    ({ tag, game }) => {
      const faults: string[] = [];
      if (document.documentElement.lang !== tag) faults.push(`the page is in ${document.documentElement.lang}`);
      if (!document.title.includes(game)) faults.push(`its title is “${document.title}”`);
      const typed =
        '.person, .seat-person, .gather-names, .answers, .acts, .reflection, .line, .banner, .wall-notice, textarea';
      const read = (text: string | null, element: Element | null) => {
        if (text === null || element === null || element.closest(`[aria-hidden="true"], ${typed}`) !== null) return;
        const chinese = element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') === true;
        if (/\p{Script=Han}/u.test(text) && !chinese) faults.push(`not marked as Chinese: “${text.trim()}”`);
        if (chinese && /[a-z]{3,} [a-z]{2,} [a-z]{2,}/i.test(text)) faults.push(`English in Chinese: “${text.trim()}”`);
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { parentElement, textContent } = texts.currentNode;
        if (parentElement?.checkVisibility({ visibilityProperty: true })) read(textContent, parentElement);
      }
      for (const named of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
        for (const attribute of ['aria-label', 'title', 'placeholder']) read(named.getAttribute(attribute), named);
      }
      return faults;
    },
    { tag, game },
  );
}
