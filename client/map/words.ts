/** The map's texts in the sheet's language, which may differ from the page's during a change. */
import { figures as enFigures } from '../../shared/i18n/en/figures.ts';
import { map as enMap } from '../../shared/i18n/en/map.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { figures as zhFigures } from '../../shared/i18n/zh/figures.ts';
import { map as zhMap } from '../../shared/i18n/zh/map.ts';

const MAP = { en: enMap, zh: zhMap } as const;
const FIGURES = { en: enFigures, zh: zhFigures } as const;

type MapKey = keyof typeof enMap;
export type Say = (key: MapKey, values?: Readonly<Record<string, string | number>>) => string;

/** The paper's name of a figure. */
export function figureName(language: Language, figure: '2' | '3' | '4'): string {
  return FIGURES[language][`figure${figure}Name`];
}

export function mapWords(language: Language): Say {
  const texts = MAP[language];
  return (key, values = {}) => texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
