/** All texts as flat lists. */
import { type Language, messages } from '../../shared/i18n/messages.ts';

export interface Text {
  /** `namespace.key`. */
  readonly key: string;
  readonly text: string;
}

export function textsOf(language: Language): readonly Text[] {
  return Object.entries(messages[language]).flatMap(([space, texts]) =>
    Object.entries<string>(texts).map(([key, text]) => ({ key: `${space}.${key}`, text })),
  );
}

export function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((found) => found[1] ?? '').sort();
}

/** Latin words in a Chinese sentence, except placeholders. */
export function leftoverEnglish(text: string): readonly string[] {
  return text.replace(/\{\{[^}]*\}\}/g, '').match(/[A-Za-z’']+(?:\s+[A-Za-z’']+)+/g) ?? [];
}

/** Half-width punctuation after a Chinese character, or a single-width ellipsis. */
export function westernPunctuation(text: string): boolean {
  const western = /\p{Script=Han}[,;:?!]|\p{Script=Han}\.(?:$|\s|\p{Script=Han})|\p{Script=Han}\s*\(|…(?!…)(?<!……)/u;
  return western.test(text);
}
