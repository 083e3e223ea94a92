/** A student's page: returns to the seat of this browser, or shows the way into a class. */
import '../style/classroom.css';
import '../style/seat.css';
import type { SeatView } from '../../shared/engine/view.ts';
import { Homework } from '../panels/class/homework.tsx';
import { person } from '../state/classroom.ts';
import { t } from '../state/language.ts';
import { forget, membership } from '../state/membership.ts';
import { navigate } from '../state/route.ts';
import { Link } from '../ui/link.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { OwnStory } from './own-story.tsx';
import { Table } from './seat.tsx';

function leave() {
  forget('class');
  navigate('/');
}

export function Play() {
  const member = membership('class');
  if (member !== undefined) {
    const { classId, code } = member;
    const inClass = person.value?.homework === undefined;
    const story = (view: SeatView) => <OwnStory view={view} classId={classId} inClass={inClass} />;
    const waysOn = <Link to="/">{t('common.toStart')}</Link>;
    return <Table member={member} onGone={leave} waysOn={waysOn} story={story} aside={<Homework code={code} />} />;
  }
  return (
    <div class="sheet">
      <Masthead />
      <main class="stack gathering">
        <h2>{t('play.noSeat')}</h2>
        <p class="prose">{t('play.noSeatAbout')}</p>
        <p>
          <Link to="/" look="button">
            {t('common.toStart')}
          </Link>
        </p>
      </main>
    </div>
  );
}
