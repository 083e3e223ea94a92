/** A role in one line under the name. */
import type { ActorKind, Words } from '../../../shared/engine/actors.ts';
import { t, words } from '../../state/language.ts';

/** `parent`: the university that founded the firm. */
export function roleLine(kind: ActorKind, parent: { readonly name: Words } | undefined): string {
  switch (kind) {
    case 'university':
      return t('join.lineUniversity');
    case 'bureau':
      return t('join.lineBureau');
    case 'commission':
      return t('join.lineCommission');
    case 'firm':
      return parent === undefined ? t('join.lineNonState') : t('join.lineSpinOff', { parent: words(parent.name) });
  }
}
