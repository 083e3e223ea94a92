/** The languages of the game. Apart from the texts, so that a page can know them without carrying every text. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How the browser's own formatters are told which language it is. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

/** What stands between the parts of a row: names, clauses, sentences. */
export const MARKS: Readonly<
  Record<Language, { readonly names: string; readonly clauses: string; readonly sentences: string }>
> = {
  en: { names: ', ', clauses: '; ', sentences: ' ' },
  zh: { names: '、', clauses: '；', sentences: '' },
};
