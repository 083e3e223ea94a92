/**
 * Which language the person reads, and every text in it.
 *
 * `t` and `words` read the language signal, so a component that shows a text is drawn again when the language
 * changes. The choice is remembered; the first one comes from the browser.
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
import { local } from './storage.ts';

const KEY = 'language';
const isLanguage = isOneOf(LANGUAGES);

function firstLanguage(): Language {
  const kept = local.get(KEY);
  if (isLanguage(kept)) return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export const language = signal<Language>(firstLanguage());

/** What the first page needs, in both languages, since it is small; `needTexts` fetches the rest in the one in use. */
const DOOR = {
  en: { common: enCommon, join: enJoin, refusals: enRefusals },
  zh: { common: zhCommon, join: zhJoin, refusals: zhRefusals },
} as const;

const dictionary = i18next.createInstance();
dictionary.init({
  initAsync: false,
  lng: language.value,
  fallbackLng: false,
  resources: { en: { translation: DOOR.en }, zh: { translation: DOOR.zh } },
  interpolation: { escapeValue: false },
});
const lookups = { en: dictionary.getFixedT('en'), zh: dictionary.getFixedT('zh') };

/** Texts without values, as they were looked up: pages ask for the same few again and again. */
const plain = new Map<string, string>();

const needed = new Set<TextSet>();
const fetched = new Set<string>();

async function fetchTexts(spoken: Language): Promise<void> {
  const missing = [...needed].filter((set) => !fetched.has(`${set}.${spoken}`));
  const found = await Promise.all(missing.map((set) => LOAD[set][spoken]()));
  for (const { texts } of found) dictionary.addResourceBundle(spoken, 'translation', texts, true, true);
  for (const set of missing) fetched.add(`${set}.${spoken}`);
  plain.clear();
}

/** Fetches what a page is about to show. Fails when the server cannot be reached. */
export async function needTexts(sets: readonly TextSet[]): Promise<void> {
  for (const set of sets) needed.add(set);
  let spoken: Language;
  do {
    spoken = language.peek();
    await fetchTexts(spoken);
  } while (spoken !== language.peek());
}

export type Values = Readonly<Record<string, string | number>>;

/** The text of a key in the present language. `count` in `values` chooses the plural. */
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

/** The language somebody has chosen while its texts cannot be fetched. */
export const awaited = signal<Language | undefined>(undefined);

/**
 * The page changes over once the texts are there; without the server it stays readable in the language it has, says so,
 * and tries again until the server answers or the wish changes.
 */
export async function setLanguage(next: Language): Promise<void> {
  wish = next;
  if (awaited.peek() !== next) awaited.value = undefined;
  try {
    await fetchTexts(next);
  } catch {
    if (wish !== next) return;
    awaited.value = next;
    setTimeout(() => awaited.peek() === next && setLanguage(next), AGAIN_MS);
    return;
  }
  if (wish !== next) return;
  awaited.value = undefined;
  language.value = next;
  local.set(KEY, next);
}

const before = signal<string | undefined>(undefined);

/** What stands before the game's name in the title of the page: enough to see from another tab that it is time. */
export function pageTitle(text: string | undefined): void {
  before.value = text;
}

export function followLanguage(page: Document): void {
  effect(() => {
    page.documentElement.lang = LOCALES[language.value];
    page.title = [before.value, t('common.appName')].filter((part) => part !== undefined).join(' · ');
  });
}

/** A formatter is dear to make and cheap to ask, so each is made once for a language. */
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

/** A number as the reader writes it; what rounds to nothing has no sign. */
export function num(value: number, digits = 1): string {
  return exactly(digits).format(value).replace('-', '−');
}

/** At most `digits` decimals, none that say nothing. */
export function short(value: number, digits = 1): string {
  return atMost(digits).format(value).replace('-', '−');
}

/** With its sign, plus included; nothing is plain 0. */
export function signed(value: number, digits = 1): string {
  return withSign(digits).format(value).replace('-', '−');
}

export function percent(share: number): string {
  return inHundredths().format(share).replace('-', '−');
}

/** Names in a row, joined as the language joins them. */
export function list(names: readonly string[]): string {
  return inARow().format(names);
}

/** Names in a row without a last "and". */
export function plainList(names: readonly string[]): string {
  return names.join(MARKS[language.value].names);
}

/** Sentences one after the other. */
export function passage(sentences: readonly string[]): string {
  return sentences.join(MARKS[language.value].sentences);
}

/** A day and a time of day, as the reader writes them. */
export function dateAndTime(at: number): string {
  return clockTime(at, { dateStyle: 'medium', timeStyle: 'short' });
}

export function clockTime(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language.value], options).format(at);
}
