/**
 * Sets of texts: a page fetches the sets it shows, in one language. A phone in Chinese thus loads no English beyond the
 * first page. A set is one file on the wire.
 */
import type { Language } from '../languages.ts';

export const TEXT_SETS = ['play', 'teach', 'debrief', 'components'] as const;
export type TextSet = (typeof TEXT_SETS)[number];

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Load = () => Promise<{ readonly texts: Texts }>;

export const LOAD: Readonly<Record<TextSet, Readonly<Record<Language, Load>>>> = {
  play: { en: () => import('./play.en.ts'), zh: () => import('./play.zh.ts') },
  teach: { en: () => import('./teach.en.ts'), zh: () => import('./teach.zh.ts') },
  debrief: { en: () => import('./debrief.en.ts'), zh: () => import('./debrief.zh.ts') },
  components: { en: () => import('./components.en.ts'), zh: () => import('./components.zh.ts') },
};
