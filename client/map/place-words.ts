/** Place names in the sheet's language: all the text the first page's map needs. */
import { places as en } from '../../shared/i18n/en/places.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { places as zh } from '../../shared/i18n/zh/places.ts';

const PLACES = { en, zh } as const;

export type SayPlace = (key: keyof typeof en) => string;

export function placeWords(language: Language): SayPlace {
  const texts = PLACES[language];
  return (key) => texts[key];
}
