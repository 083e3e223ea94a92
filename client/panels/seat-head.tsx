/** The head of a seat's page, the same in every phase, and what the class is asked or told. */
import type { SeatView } from '../../shared/engine/view.ts';
import { t } from '../state/language.ts';
import { wide } from '../state/media.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { SoundSwitch } from '../ui/sound-switch.tsx';
import { BotPlays } from './bot-plays.tsx';
import { ClassNotices } from './class-notices.tsx';
import { ClassPolls } from './class-polls.tsx';
import { ClassReflection } from './class-reflection.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { HomeworkOver } from './homework.tsx';
import { beginsLater } from './late-start.tsx';
import { HandButton, HandForm } from './raise-hand.tsx';
import { Timeline } from './timeline.tsx';

export function SeatHead({ view }: { readonly view: SeatView }) {
  return (
    <>
      <header class="table-head">
        <h1 class="hidden-text">{t('common.appName')}</h1>
        <Timeline view={view} />
        <div class="switches">
          <HandButton />
          {wide.value && <SoundSwitch />}
          <LanguageSwitch />
        </div>
        <ConnectionBanner />
      </header>
      <div class="announced">
        <HomeworkOver />
        <HandForm />
        {!beginsLater(view) && <BotPlays view={view} />}
        <ClassNotices view={view} />
        <ClassReflection />
        <ClassPolls view={view.public} />
      </div>
    </>
  );
}
