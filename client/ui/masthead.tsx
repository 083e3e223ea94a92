/** The newspaper's head, on every page that is not the game itself. */
import type { ComponentChildren } from 'preact';
import { messages } from '../../shared/i18n/messages.ts';
import { language, t } from '../state/language.ts';
import { LanguageSwitch } from './language-switch.tsx';

export function Masthead({ children }: { children?: ComponentChildren }) {
  const other = language.value === 'en' ? 'zh' : 'en';
  return (
    <header>
      <div class="masthead">
        <h1>{t('common.appName')}</h1>
        <span class="other-tongue" lang={other}>
          {messages[other].common.appName}
        </span>
      </div>
      <div class="dateline">
        <span>{children ?? t('common.tagline')}</span>
        <LanguageSwitch />
      </div>
    </header>
  );
}
