/**
 * The reader's language, and every text in it.
 *
 * `t` and `words` read the language signal, so a component redraws when the language changes. The choice is stored; the
 * default is the browser's language.
 */

import { effect, signal } from '@preact/signals';
import i18next from 'i18next';
import type { Words } from '../../shared/engine/actors.ts';
import { common as enCommon } from '../../shared/i18n/en/common.ts';
import { join as enJoin } from '../../shared/i18n/en/join.ts';
import { refusals as enRefusals } from '../../shared/i18n/en/refusals.ts';
import { LANGUAGES, type Language, LOCALES, MARKS } from '../../shared/i18n/languages.ts';
import type { MessageKey } from '../../shared/i18n/messages.ts';
import { LOAD, type TextSet } from '../../shared/i18n/sets/index.ts';
import { common as zhCommon } from '../../shared/i18n/zh/common.ts';
import { join as zhJoin } from '../../shared/i18n/zh/join.ts';
import { refusals as zhRefusals } from '../../shared/i18n/zh/refusals.ts';
import { isOneOf } from './guards.ts';
import { pause } from './pause.ts';
import { local } from './storage.ts';

const KEY = 'language';
const isLanguage = isOneOf(LANGUAGES);

function firstLanguage(): Language {
  const kept = local.get(KEY);
  if (isLanguage(kept)) return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export const language = signal<Language>(firstLanguage());

/** Texts of the first page in both languages, since they are few; `needTexts` loads others in one. */
const DOOR = {
  en: { common: enCommon, join: enJoin, refusals: enRefusals },
  zh: { common: zhCommon, join: zhJoin, refusals: zhRefusals },
} as const;

const dictionary = i18next.createInstance();
dictionary.init({
  lng: language.value,
  fallbackLng: false,
  resources: { en: { translation: DOOR.en }, zh: { translation: DOOR.zh } },
  interpolation: { escapeValue: false },
});
const lookups = { en: dictionary.getFixedT('en'), zh: dictionary.getFixedT('zh') };

/** Cache of texts without values, which are looked up often. */
const plain = new Map<string, string>();

const needed = new Set<TextSet>();
const fetched = new Set<string>();

async function fetchTexts(spoken: Language): Promise<void> {
  const missing = [...needed].filter((set) => !fetched.has(`${set}.${spoken}`));
  const found = await Promise.all(missing.map((set) => LOAD[set][spoken]()));
  for (const { texts } of found) dictionary.addResourceBundle(spoken, 'translation', texts);
  for (const set of missing) fetched.add(`${set}.${spoken}`);
  plain.clear();
}

/** Loads the texts of a page. Rejects if the server cannot be reached. */
export async function needTexts(sets: readonly TextSet[]): Promise<void> {
  for (const set of sets) needed.add(set);
  let spoken: Language;
  do {
    spoken = language.peek();
    await fetchTexts(spoken);
  } while (spoken !== language.peek());
}

export type Values = Readonly<Record<string, string | number>>;

/** The text of a key in the present language. `count` in `values` selects the plural. */
export function t(key: MessageKey, values?: Values): string {
  const spoken = language.value;
  if (values !== undefined) return lookups[spoken](key, values);
  const place = `${spoken} ${key}`;
  const text = plain.get(place) ?? lookups[spoken](key);
  plain.set(place, text);
  return text;
}

/** A scenario's own text in the present language. */
export function words(text: Words): string {
  return text[language.value];
}

let wish: Language = language.peek();
const AGAIN_MS = 3_000;

/** The chosen language while its texts cannot be loaded. */
export const awaited = signal<Language | undefined>(undefined);

/**
 * Changes the language once its texts are loaded. Without the server the page stays as it is, says so, and retries
 * until the server answers or another language is chosen.
 */
export async function setLanguage(next: Language): Promise<void> {
  wish = next;
  if (awaited.peek() !== next) awaited.value = undefined;
  try {
    await fetchTexts(next);
  } catch {
    if (wish !== next) return;
    awaited.value = next;
    pause(AGAIN_MS).then(() => {
      if (awaited.peek() === next) setLanguage(next);
    });
    return;
  }
  if (wish !== next) return;
  awaited.value = undefined;
  language.value = next;
  local.set(KEY, next);
}

/** Changes to this language unless somebody has chosen one on this device. */
export function offerLanguage(next: Language): void {
  if (local.get(KEY) === undefined) setLanguage(next);
}

const before = signal<string | undefined>(undefined);

/** Sets the text before the game's name in the page title, visible from other tabs. */
export function pageTitle(text: string | undefined): void {
  before.value = text;
}

export function followLanguage(page: Document): void {
  effect(() => {
    page.documentElement.lang = LOCALES[language.value];
    page.title = [before.value, t('common.appName')].filter((part) => part !== undefined).join(t('common.dot'));
  });
}

/** Cache of formatters, which are expensive to create. */
function madeOnce<Formatter>(make: (locale: string, digits: number) => Formatter): (digits?: number) => Formatter {
  const made = new Map<string, Formatter>();
  return (digits = 0) => {
    const key = `${language.value} ${digits}`;
    const formatter = made.get(key) ?? make(LOCALES[language.value], digits);
    made.set(key, formatter);
    return formatter;
  };
}

const exactly = madeOnce(
  (locale, digits) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    }),
);
const atMost = madeOnce(
  (locale, digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits, signDisplay: 'negative' }),
);
const withSign = madeOnce(
  (locale, digits) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'exceptZero',
    }),
);
const inHundredths = madeOnce(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'negative' }),
);
const inARow = madeOnce((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

/** A localised number; values that round to zero have no sign. */
export function num(value: number, digits = 1): string {
  return exactly(digits).format(value).replace('-', '−');
}

/** At most `digits` decimals, without trailing zeros. */
export function short(value: number, digits = 1): string {
  return atMost(digits).format(value).replace('-', '−');
}

/** With its sign, plus included; zero is plain 0. */
export function signed(value: number, digits = 1): string {
  return withSign(digits).format(value).replace('-', '−');
}

export function percent(share: number): string {
  return inHundredths().format(share).replace('-', '−');
}

/** Names joined by the language's rules. */
export function list(names: readonly string[]): string {
  return inARow().format(names);
}

/** Names joined without a final "and". */
export function plainList(names: readonly string[]): string {
  return names.join(MARKS[language.value].names);
}

/** Joins sentences. */
export function passage(sentences: readonly string[]): string {
  return sentences.join(MARKS[language.value].sentences);
}

/** Localised date and time of day. */
export function dateAndTime(at: number): string {
  return clockTime(at, { dateStyle: 'medium', timeStyle: 'short' });
}

/** Hours and minutes. */
export function timeOfDay(at: number): string {
  return clockTime(at, { hour: '2-digit', minute: '2-digit' });
}

export function clockTime(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language.value], options).format(at);
}
