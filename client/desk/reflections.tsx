/** The class's answers in its stops for reflection. */

import { useState } from 'preact/hooks';
import type { DeskReflection } from '../../shared/protocol/class-room.ts';
import { desk } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Switch } from '../ui/switch.tsx';
import { nameOf } from './desk-signals.ts';

export function Reflections() {
  const [named, setNamed] = useState(false);
  const reflections = (desk.value?.reflections ?? []).toReversed();
  if (reflections.length === 0) return <p class="soft">{t('desk.noReflections')}</p>;
  return (
    <div class="stack">
      <Switch on={named} onChange={setNamed}>
        {t('desk.withNames')}
      </Switch>
      {reflections.map((reflection) => (
        <Reflection key={reflection.id} reflection={reflection} named={named} />
      ))}
    </div>
  );
}

function Reflection({ reflection, named }: { reflection: DeskReflection; named: boolean }) {
  const { id: asked, question, open } = reflection;
  const answers = (desk.value?.answers ?? []).filter((answer) => answer.reflection === asked);
  return (
    <section class="stack-tight">
      <h3>{question}</h3>
      <p class="soft small" role={open ? 'status' : undefined}>
        {t('desk.answers', { count: answers.length })}
        {open && <span class="tag warm">{t('desk.stillOpen')}</span>}
      </p>
      <ul class="answers">
        {answers.map(({ player, text }) => (
          <li key={player}>
            {text}
            {named && <span class="small soft block">{nameOf(player)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
