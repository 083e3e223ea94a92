/** The map's texts in the language of the sheet, which may differ from the page's while it changes over. */
import { type Language, messages } from '../../shared/i18n/messages.ts';

type MapKey = keyof (typeof messages)['en']['map'];
export type Say = (key: MapKey, values?: Readonly<Record<string, string | number>>) => string;

export function mapWords(language: Language): Say {
  const texts = messages[language].map;
  return (key, values = {}) => texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
