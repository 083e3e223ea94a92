/**
 * All words on the screen, in both languages. One file a subject, the same file name under `en/` and `zh/`.
 *
 * Plurals follow i18next: `key_one` and `key_other` in English; Chinese needs `key_other` only. Values take
 * `{{name}}` placeholders. `Translation` makes a missing or surplus Chinese key a type error.
 */
import { bots as enBots } from './en/bots.ts';
import { common as enCommon } from './en/common.ts';
import { bots as zhBots } from './zh/bots.ts';
import { common as zhCommon } from './zh/common.ts';

/** The keys that the Chinese file must have, given the English one. */
export type Translation<English> = {
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: string;
};

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const messages = {
  en: { bots: enBots, common: enCommon },
  zh: { bots: zhBots, common: zhCommon },
} as const;

/** `'common.appName'`, …: namespace and key, plural suffix cut. */
type Stem<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
type KeysOf<All> = {
  [Space in keyof All & string]: `${Space}.${Stem<keyof All[Space]> & string}`;
}[keyof All & string];
export type MessageKey = KeysOf<(typeof messages)['en']>;
