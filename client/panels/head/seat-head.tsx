/** The head of a seat's page in every phase, with messages and polls of the class. */
import type { SeatView } from '../../../shared/engine/view.ts';
import { t } from '../../state/language.ts';
import { wide } from '../../state/media.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { SoundSwitch } from '../../ui/sound-switch.tsx';
import { ClassNotices } from '../class/class-notices.tsx';
import { ClassPolls } from '../class/class-polls.tsx';
import { ClassReflection } from '../class/class-reflection.tsx';
import { HomeworkOver } from '../class/homework.tsx';
import { HandButton, HandForm } from '../class/raise-hand.tsx';
import { beginsLater } from '../news/late-start.tsx';
import { BotPlays } from './bot-plays.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
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
