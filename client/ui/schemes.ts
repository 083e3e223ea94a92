/**
 * The tokens of one colour scheme, read from the style sheets, so that a page can show both at once. Typefaces follow
 * the language instead.
 */
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

function tokensOf(rule: CSSStyleRule): readonly (readonly [string, string])[] {
  return [...rule.style]
    .filter((name) => /^--(?!font|lightningcss)/.test(name))
    .map((name) => [name, rule.style.getPropertyValue(name).trim()] as const);
}

function rootRules(rules: CSSRuleList): readonly CSSStyleRule[] {
  return [...rules].filter(
    (rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText === ':root',
  );
}

export function tokens(scheme: Scheme): Readonly<Record<string, string>> {
  const all = [...document.styleSheets].map(({ cssRules }) => cssRules);
  const media = all
    .flatMap((rules) => [...rules])
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule)
    .filter(({ conditionText }) => conditionText.includes('prefers-color-scheme: dark'));
  const light = all.flatMap(rootRules).flatMap(tokensOf);
  const dark = scheme === 'dark' ? media.flatMap(({ cssRules }) => rootRules(cssRules)).flatMap(tokensOf) : [];
  return Object.fromEntries([...light, ...dark]);
}
