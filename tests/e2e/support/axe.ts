/** What can be measured of a page's accessibility: axe's rules, the size of targets, and whether it reflows. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Half as long as the source with its comments, which every page would be sent and read through. */
const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** By evaluation, which a strict Content-Security-Policy does not concern, unlike an injected script. */
async function ready(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(SOURCE);
}

/** Every breach as one line: the rule, where, and what axe says to do. */
export async function breaches(page: Page): Promise<readonly string[]> {
  await ready(page);
  const run: axe.RunOptions = {
    runOnly: { type: 'tag', values: [...LEVELS] },
    resultTypes: ['violations'],
    preload: false,
  };
  const found = await page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    // What stands half under a bar that stays is measured where a reader would scroll it to.
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
    // All that axe looked at would be much to hand over, and nobody reads it.
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => ({ id, html: html.slice(0, 200), failureSummary })),
    );
  }, run);
  return found.map(({ id, html, failureSummary }) => `${id}: ${html} ${failureSummary.replace(/\s+/g, ' ')}`);
}

/**
 * Controls smaller than `least` pixels. Measured is what answers to a touch: the label around a box or a radio button,
 * else the control itself with what it lays around itself to be touched. Left out: what is hidden until it has the focus
 * (the skip link); what a button of its own opens (file fields); links in a sentence, as WCAG 2.5.8 does; the marks on
 * the line of moments, which the turning points list again. The handles of the sketch, which takes a finger anywhere, and
 * what is seen of a word that says what it means, are held to the least of WCAG 2.5.8.
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
      // Half a pixel of rounding is not a fault.
      const touches = box.width + x >= wanted - 0.5 && box.height + y >= wanted - 0.5;
      if (touches && box.width >= seen - 0.5 && box.height >= seen - 0.5) return [];
      const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
      return [`${control.tagName} “${name.trim()}” is ${Math.round(box.width + x)} × ${Math.round(box.height + y)}`];
    });
  }, least);
}

/** Controls that show a sign and no word, and have no name to be read out or no tooltip to be seen. */
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
 * Words of the game that say nothing of what they mean: headings and labels that are such a word and no button, and
 * pages with parts but without the list of all words at their end.
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

/** Whether a reader would have to scroll both ways. */
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
