/** The languages of the game. Apart from the texts, so that a page can know them without carrying every text. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];
