/** The newspaper's head on every page except the game. */
import type { ComponentChildren } from 'preact';
import { common as en } from '../../shared/i18n/en/common.ts';
import { common as zh } from '../../shared/i18n/zh/common.ts';
import { language, t } from '../state/language.ts';
import { LanguageSwitch } from './language-switch.tsx';

const NAMES = { en: en.appName, zh: zh.appName } as const;

interface MastheadProps {
  readonly children?: ComponentChildren;
  /** On one line, without the game's subtitle. */
  readonly bare?: boolean;
}

export function Masthead({ children, bare = false }: MastheadProps) {
  const other = language.value === 'en' ? 'zh' : 'en';
  return (
    <header class={bare ? 'bare' : undefined}>
      <div class="masthead">
        <h1>{t('common.appName')}</h1>
        <span class="other-tongue" lang={other}>
          {NAMES[other]}
        </span>
      </div>
      <div class="dateline">
        {!bare && <span>{children ?? t('common.tagline')}</span>}
        <LanguageSwitch />
      </div>
    </header>
  );
}
