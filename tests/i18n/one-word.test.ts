/** One word per concept: retired synonyms of glossary words appear in no text. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../shared/i18n/messages.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { textsOf } from './texts.ts';

/** Glossary word, with its retired synonyms. */
const RETIRED = {
  en: {
    government: /\bauthorit(?:y|ies)\b|\boffices\b|city government|municipal/i,
    'Zone Commission': /BEZ Commission|Administration of the/,
    'Industrial Bureau': /office of the city/i,
    'Submit plan': /File the plan/,
    'demand shift': /\bshock\b|times change|turn of demand|demand turns/i,
    'buy, sell your firm': /\btake (?:firms )?in\b/i,
    'not kept': /let down/i,
    certificate: /\bseals?\b(?! of its university)|\bsealed\b/i,
  },
  zh: {
    校办企业: /校办公司/,
    政府部门: /当局|公家|上面(?:发话|一道|一下|把)/,
    市工业局: /市政府(?:部门|的一个部门)/,
    融资: /找钱/,
    贸易: /买卖|倒卖|倒买/,
    自愿并入: /投靠/,
    本地网络: /地方网络/,
    行为主体: /行动者/,
    集聚区: /聚集区/,
    节点: /结子/,
    偏好等级制: /偏重等级/,
    风险投资基金: /风险基金/,
    预测: /估一估/,
    需求转向: /市场突变|行情变/,
    未守约: /辜负|失约/,
    多样化的产品: /花样|花色/,
    孤立: /一盘散沙/,
    证书: /认定|红印|印[盖没]|盖.?印|[枚张]印|发证(?!书)|有证(?!书|据)/,
    知识: /本事/,
    年: /回合/,
    试验区管委会: /BEZ|试验区管理机构/,
  },
} as const;

function breaches(language: Language, texts: readonly string[]): readonly string[] {
  return Object.entries(RETIRED[language]).flatMap(([word, retired]) =>
    texts.filter((text) => retired.test(text)).map((text) => `${word}: ${text}`),
  );
}

describe.each(LANGUAGES)('one word for one thing in %s', (language) => {
  test('in the texts of the pages', () => {
    expect(
      breaches(
        language,
        textsOf(language).map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  test('in the news and the names of the scenarios', () => {
    const texts = SCENARIOS.flatMap(({ calendar, roster }) => [
      ...calendar.flatMap(({ headline, body }) => [headline[language], body[language]]),
      ...roster.map(({ name }) => name[language]),
    ]);
    expect(breaches(language, texts)).toEqual([]);
  });

  test('a student reads years, and the desk alone counts rounds', () => {
    const spaces = ['trial', 'classroom', 'coaching', 'ending', 'map', 'plan', 'play', 'questions', 'reveal', 'roles'];
    const counted = textsOf(language).filter(
      ({ key, text }) =>
        spaces.includes(key.split('.')[0] ?? '') && /\brounds?\b|回合/i.test(text.replace(/\{\{\w+\}\}/g, '')),
    );
    expect(counted.map(({ key }) => key)).toEqual([]);
  });

  test('notices a retired word', () => {
    const retired = language === 'en' ? 'The authorities decide.' : '校办公司';
    expect(breaches(language, [retired])).toHaveLength(1);
  });
});
