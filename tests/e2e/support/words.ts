/** Texts on screen, so that tests search for what a person would read. */
import { type Language, messages } from '../../../shared/i18n/messages.ts';

type Values = Readonly<Record<string, string | number>>;

/** The text of a key in one language with placeholders filled. */
export function words(language: Language): (key: string, values?: Values) => string {
  return (key, values = {}) => {
    const [space = '', name = ''] = key.split('.');
    const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = messages[language];
    const text = texts[space]?.[name];
    if (text === undefined) throw new Error(`there is no text ${key} in ${language}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, value: string) => String(values[value] ?? ''));
  };
}
