/** What is written on the screen, so that a test looks for the words a person would look for. */
import { type Language, messages } from '../../../shared/i18n/messages.ts';

type Values = Readonly<Record<string, string | number>>;

/** The text of a key in one language, its placeholders filled. */
export function words(language: Language): (key: string, values?: Values) => string {
  return (key, values = {}) => {
    const [space = '', name = ''] = key.split('.');
    const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = messages[language];
    const text = texts[space]?.[name];
    if (text === undefined) throw new Error(`there is no text ${key} in ${language}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, value: string) => String(values[value] ?? ''));
  };
}
