/** Models a reader who reads every word once and takes in numbers at a glance: number of words, and reading time. */
import type { Page } from 'playwright-core';
import type { Language } from '../../shared/i18n/languages.ts';

/** Words per minute of a second-language reader, or of a hurried first reading. */
const PACE = { en: 150, zh: 200 } as const;
/** Seconds between reading and touching. */
const ACT_SECONDS = 1;

export interface Reader {
  /** Reads new text on screen, below the edge too. Names of languages and text for screen readers do not count. */
  read(): Promise<void>;
  /** Reads, touches, and waits for the result. */
  act(touch: () => Promise<void>): Promise<void>;
  readonly words: number;
  /** Reading and touching at these rates, plus the page's real delays. */
  readonly seconds: number;
}

export function readerOf(page: Page, language: Language): Reader {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const known = new Set<string>();
  let words = 0;
  let acts = 0;
  let waited = 0;
  const read = async () => {
    for (const text of await page.evaluate(shown)) {
      if (known.has(text)) continue;
      known.add(text);
      for (const { segment, isWordLike } of segmenter.segment(text))
        if (isWordLike === true && /\p{L}/u.test(segment)) words += 1;
    }
  };
  return {
    read,
    async act(touch) {
      await read();
      const began = performance.now();
      await touch();
      waited += performance.now() - began;
      acts += 1;
    },
    get words() {
      return words;
    },
    get seconds() {
      return (words * 60) / PACE[language] + acts * ACT_SECONDS + waited / 1_000;
    },
  };
}

/** Runs in the page. */
function shown(): string[] {
  const apart = '.hidden-text, .language, .skip, noscript, svg, [aria-hidden="true"]';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    const text = textContent?.trim() ?? '';
    if (text === '' || parentElement === null || parentElement.closest(apart) !== null) continue;
    if (parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) found.push(text);
  }
  return found;
}
