/** Measurable accessibility: axe's rules, target sizes, and reflow. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The minified file, half as large, because every page loads it. */
const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** Evaluated instead of injected, because of the strict content security policy. */
async function ready(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(SOURCE);
}

/** Every violation as a line: rule, place, and axe's advice. */
export async function breaches(page: Page): Promise<readonly string[]> {
  await ready(page);
  const run: axe.RunOptions = {
    runOnly: { type: 'tag', values: [...LEVELS] },
    resultTypes: ['violations'],
    preload: false,
  };
  const found = await page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    // Targets below a sticky bar are measured where a reader would scroll them.
    for (const breach of violations.filter(({ id }) => id === 'target-size')) {
      const again: typeof breach.nodes = [];
      for (const node of breach.nodes) {
        const target = document.querySelector(String(node.target[0]));
        target?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { violations } = await window.axe.run(target ?? document, { runOnly: [breach.id] });
        if (violations.length > 0) again.push(node);
      }
      breach.nodes = again;
    }
    // Returns violations only, since axe's full result is large.
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => ({ id, html: html.slice(0, 200), failureSummary })),
    );
  }, run);
  return found.map(({ id, html, failureSummary }) => `${id}: ${html} ${failureSummary.replace(/\s+/g, ' ')}`);
}

/**
 * Controls smaller than `least` pixels. It measures what reacts to touch: the label around a box or radio button, else
 * the control with its touch padding.
 *
 * Left out are controls hidden until focused (the skip link), file fields behind a button, links in a sentence (as in
 * WCAG 2.5.8), and the timeline's marks, which the turning points repeat. Handles of the sketch, which takes touches
 * anywhere, and glossary words need only the minimum of WCAG 2.5.8.
 */
export function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const LEAST = 24;
    const controls =
      'button, input, select, textarea, summary, a[href], [role="tab"], [role="button"], [role="slider"]';
    const around = (element: HTMLElement) => {
      const { position, content, top, right, bottom, left } = getComputedStyle(element, '::after');
      if (position !== 'absolute' || content === 'none') return { x: 0, y: 0 };
      const outwards = (inset: string) => Math.max(0, -(Number.parseFloat(inset) || 0));
      return { x: outwards(left) + outwards(right), y: outwards(top) + outwards(bottom) };
    };
    return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
      const style = getComputedStyle(control);
      const touched = control.closest('label') ?? control;
      const box = touched.getBoundingClientRect();
      const unseen = box.width === 0 || box.height === 0 || style.visibility === 'hidden';
      const inText = control.matches('a') && style.display === 'inline' && control.closest('p, li, td') !== null;
      if (unseen || inText || control.matches('.skip, .mark, [type="file"][tabindex="-1"]')) return [];
      const { x, y } = around(control);
      const wanted = control.matches('.sliders input') ? LEAST : least;
      const seen = control.matches('.term') ? LEAST : 0;
      // Half a pixel of rounding is allowed.
      const touches = box.width + x >= wanted - 0.5 && box.height + y >= wanted - 0.5;
      if (touches && box.width >= seen - 0.5 && box.height >= seen - 0.5) return [];
      const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
      return [`${control.tagName} “${name.trim()}” is ${Math.round(box.width + x)} × ${Math.round(box.height + y)}`];
    });
  }, least);
}

/** Controls with a sign only that lack an accessible name or a visible tooltip. */
export function unexplained(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isWord = (text: string | null) => /\p{L}|\p{N}/u.test(text ?? '');
    return [...document.querySelectorAll<HTMLElement>('button, summary, a[href], [role="button"]')].flatMap(
      (control) => {
        if (!control.checkVisibility() || isWord(shownIn(control))) return [];
        const [name, tooltip] = [control.getAttribute('aria-label'), control.getAttribute('title')];
        return isWord(name) && isWord(tooltip)
          ? []
          : [`“${control.outerHTML.slice(0, 160)}” does not say what it does`];
      },
    );

    function shownIn(control: HTMLElement): string {
      const copy = control.cloneNode(true) as HTMLElement;
      for (const unseen of copy.querySelectorAll('.hidden-text, svg, [hidden]')) unseen.remove();
      return copy.textContent ?? '';
    }
  });
}

/**
 * Glossary terms without explanation: headings and labels that are a term but no button, and pages with such parts but
 * without a word list at their end.
 */
export function undefinedWords(page: Page, glossary: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const words = Object.keys(glossary).flatMap((key) => (`${key}Meaning` in glossary ? [glossary[key] ?? ''] : []));
  return page.evaluate(
    ({ words, list }) => {
      const singular = (text: string) => text.trim().toLowerCase().replace(/s$/, '');
      const known = new Set(words.map(singular));
      const labels = [...document.querySelectorAll<HTMLElement>('th, dt')].filter(
        (label) => label.checkVisibility() && label.closest('.terms') === null,
      );
      const bare = labels.filter(
        (label) => known.has(singular(label.textContent ?? '')) && label.querySelector('.term') === null,
      );
      const listed = [...document.querySelectorAll('summary')].some(({ textContent }) => textContent === list);
      const parted = document.querySelector('[role="tablist"]') !== null;
      return [
        ...bare.map(({ textContent }) => `“${textContent}” does not say what it means`),
        ...(parted && !listed ? ['the words of the game are not listed'] : []),
      ];
    },
    { words, list: glossary.wordsTitle ?? '' },
  );
}

/** Whether a reader would have to scroll in both directions. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  const pixels = await page.evaluate(() => {
    const sheet = document.scrollingElement ?? document.documentElement;
    return sheet.scrollWidth - sheet.clientWidth;
  });
  return pixels > 0 ? [`${pixels} px too wide`] : [];
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
