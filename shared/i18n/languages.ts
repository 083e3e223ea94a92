/** The languages of the game, apart from the texts so that a page can load them alone. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Locales for the browser's formatters. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

/** Separators between names, clauses and sentences. */
export const MARKS: Readonly<
  Record<Language, { readonly names: string; readonly clauses: string; readonly sentences: string }>
> = {
  en: { names: ', ', clauses: '; ', sentences: ' ' },
  zh: { names: '、', clauses: '；', sentences: '' },
};
