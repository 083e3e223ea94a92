/** The role card, which can be folded. */

import { type Actor, type ActorKind, isGovernment } from '../../../shared/engine/actors.ts';
import type { MessageKey } from '../../../shared/i18n/messages.ts';
import { t, words } from '../../state/language.ts';
import { Tongues } from '../../ui/tongues.tsx';
import { Labelled } from '../labelled.tsx';

export const ROLES = ['spinOff', 'nonState', 'university', 'bureau', 'commission'] as const;
export type Role = (typeof ROLES)[number];

const OF_KIND: Readonly<Record<Exclude<ActorKind, 'firm'>, Role>> = {
  university: 'university',
  bureau: 'bureau',
  commission: 'commission',
};

export function roleOf(actor: { readonly kind: ActorKind; readonly parent?: number | undefined }): Role {
  if (actor.kind !== 'firm') return OF_KIND[actor.kind];
  return actor.parent === undefined ? 'nonState' : 'spinOff';
}

const PARTS = ['Title', 'Who', 'Decide', 'Score', 'Hint', 'Saying', 'SayingSource'] as const;
export function roleText(role: Role, part: (typeof PARTS)[number]): string {
  const key: MessageKey = `roles.${role}${part}`;
  return t(key);
}

/** As a list of terms. */
export function RoleFacts({ role }: { role: Role }) {
  return (
    <>
      <dt>{t('play.youDecide')}</dt>
      <dd>{roleText(role, 'Decide')}</dd>
      <dt>{t('play.youScore')}</dt>
      <dd>{roleText(role, 'Score')}</dd>
      <dt>{t('play.goodToKnow')}</dt>
      <dd>{roleText(role, 'Hint')}</dd>
    </>
  );
}

/** Folded, on demand. */
export function RoleFold({ actor, label }: { actor: Actor; label: string }) {
  return (
    <details class="fold">
      <summary>{label}</summary>
      <RoleCard actor={actor} />
    </details>
  );
}

export function RoleCard({ actor }: { actor: Actor }) {
  const role = roleOf(actor);
  const office = isGovernment(actor);
  return (
    <article class="role-card stack-tight" aria-labelledby="role-title">
      <header class="row">
        <span class="seal" aria-hidden="true">
          {actor.name.zh.slice(0, 1)}
        </span>
        <div>
          <h3 id="role-title">{t(office ? 'play.youAreThe' : 'play.youAre', { name: words(actor.name) })}</h3>
          <p class="soft small">
            <Labelled
              name={roleText(role, 'Title')}
              term={role === 'spinOff' || role === 'nonState' ? role : undefined}
            />
          </p>
        </div>
      </header>
      <p class="prose">{roleText(role, 'Who')}</p>
      <dl class="facts">
        <RoleFacts role={role} />
      </dl>
      <blockquote class="saying">
        <p>{roleText(role, 'Saying')}</p>
        <footer>
          <Tongues text={roleText(role, 'SayingSource')} />
        </footer>
      </blockquote>
    </article>
  );
}
