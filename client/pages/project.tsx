/** The projector: only what everyone in the room may see. Opened by a secret link of its own. */
import '../style/project.css';
import { useEffect, useState } from 'preact/hooks';
import { FIGURES } from '../../shared/engine/figure-reading.ts';
import type { ProjectorDistrict, ProjectorView } from '../../shared/protocol/class-room.ts';
import { newsOf, rosterIn } from '../../shared/scenarios/index.ts';
import { linkIn } from '../desk/address.ts';
import { Finale, finaleOn } from '../desk/wall/finale.tsx';
import { Gather } from '../desk/wall/gather.tsx';
import { MapTile, phaseName } from '../desk/wall/map-tile.tsx';
import { PollOnWall, usePollOnWall } from '../desk/wall/poll-on-wall.tsx';
import { gridFor, pagesOf } from '../desk/wall/wall.ts';
import { type Opener, openProjector } from '../net/desk-room.ts';
import { classInfo, type Failure } from '../net/http.ts';
import { watchForBlocks } from '../net/line.ts';
import { isPressing, leftUntil, minutes, runClock } from '../state/clock.ts';
import { deskRefusal, projected } from '../state/desk.ts';
import { list, offerLanguage, t, words } from '../state/language.ts';
import { placeInTime } from '../state/years.ts';
import { Button } from '../ui/button.tsx';
import { failureText, refusalText } from '../ui/failure.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { LineNotice } from '../ui/line-notice.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { useOtherLinks } from '../ui/other-links.ts';
import { Tongues } from '../ui/tongues.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Waiting } from '../ui/waiting.tsx';

const TURN_MS = 20_000;
const NOTICE_MS = 90_000;

interface Found {
  readonly classId: string;
  readonly opener: Opener;
}

export function Project() {
  useOtherLinks();
  const [found, setFound] = useState<Found>();
  const [failure, setFailure] = useState<Failure['code'] | 'no-link'>();
  useEffect(() => {
    const link = linkIn(location.hash);
    if (link === undefined) return setFailure('no-link');
    classInfo(link.code).then((answer) => {
      if (!answer.ok) return setFailure(answer.code);
      if (answer.value.language !== undefined) offerLanguage(answer.value.language);
      setFound({ classId: answer.value.classId, opener: { link: link.link } });
    });
  }, []);
  const why = failure === undefined ? undefined : failure === 'no-link' ? t('project.noLink') : failureText(failure);
  const refused = deskRefusal.value === undefined ? undefined : refusalText(deskRefusal.value);
  if (why !== undefined || refused !== undefined) {
    return (
      <div class="sheet">
        <Masthead />
        <main>
          <p class="error" role="alert">
            {refused ?? why}
          </p>
        </main>
      </div>
    );
  }
  return found === undefined ? <Seeking /> : <Projector {...found} />;
}

/** Shown before the class is found, since the connection may be blocked. */
function Seeking() {
  useEffect(watchForBlocks, []);
  return (
    <>
      <Waiting />
      <WallLine />
    </>
  );
}

function Projector({ classId, opener }: Found) {
  useEffect(() => openProjector(classId, opener), [classId, opener]);
  useEffect(runClock, []);
  usePageTitle(t('desk.projector'));
  const shown = projected.value;
  const asked = usePollOnWall(shown?.poll);
  if (shown === undefined) {
    return (
      <>
        <Waiting />
        <WallLine />
      </>
    );
  }
  const { stage, reflection, notice } = shown;
  const step = finaleOn(shown);
  const early = stage === 'gathering' || stage === 'briefing';
  return (
    <div class="projector">
      <WallHead shown={shown} />
      {reflection !== undefined ? (
        <main class="wall-question">
          <p>
            <Tongues text={reflection.question} />
          </p>
          <p class="wall-question-count figures">{t('project.answers', { count: reflection.answers })}</p>
        </main>
      ) : early ? (
        <Gather shown={shown} />
      ) : asked !== undefined ? (
        <PollOnWall poll={asked} />
      ) : step !== undefined ? (
        <Finale shown={shown} step={step} />
      ) : (
        <Wall shown={shown} opener={opener} />
      )}
      {notice !== undefined && <Notice key={notice} text={notice} />}
      <WallLine />
    </div>
  );
}

function WallLine() {
  return (
    <div role="status">
      <LineNotice lost={t('project.reconnecting')} look="wall-notice" />
    </div>
  );
}

/** Shown long enough to be read, then the maps return. */
function Notice({ text }: { text: string }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), NOTICE_MS);
    return () => clearTimeout(timer);
  }, []);
  return over ? null : (
    <p class="wall-notice" role="status">
      <Tongues text={text} />
    </p>
  );
}

/** The phase of the slowest district, which holds up the class. */
function paceOf(districts: readonly ProjectorDistrict[]): ProjectorDistrict | undefined {
  return districts.toSorted((one, other) => placeInTime(one) - placeInTime(other))[0];
}

function WallHead({ shown }: { shown: ProjectorView }) {
  const { stage, code, scenario, districts } = shown;
  const pace = paceOf(districts);
  const playing = stage === 'practice' || stage === 'game';
  const between = stage === 'practice' && pace?.phase === 'opening';
  const news = playing && pace !== undefined ? newsOf(scenario, pace.round) : undefined;
  return (
    <header class="wall-head">
      <h1>
        <Tongues text={shown.title ?? t('common.appName')} />
      </h1>
      {stage === 'practice' && <span class="wall-phase">{t(between ? 'project.practiceOver' : 'desk.practice')}</span>}
      {news !== undefined && <span class="wall-year figures">{news.year}</span>}
      {playing && pace !== undefined && !between && (
        <>
          <span class="wall-phase">
            {phaseName(pace)}
            <span class="wall-round figures">{t('play.roundOf', { round: pace.round, rounds: pace.rounds })}</span>
          </span>
          {shown.reflection === undefined && shown.finale === undefined && <WallClock district={pace} />}
        </>
      )}
      {stage === 'ended' && <span class="wall-phase">{t('play.phase-ended')}</span>}
      {stage !== 'gathering' && stage !== 'ended' && (
        <span class="wall-code figures">{t('project.joinWith', { host: location.host, code })}</span>
      )}
      <LanguageSwitch />
    </header>
  );
}

function WallClock({ district }: { district: ProjectorDistrict }) {
  if (district.paused) return <span class="wall-clock">{t('play.paused')}</span>;
  if (district.deadline === undefined) return null;
  const left = leftUntil(district.deadline);
  return <span class={isPressing(left) ? 'wall-clock figures pressing' : 'wall-clock figures'}>{minutes(left)}</span>;
}

function Wall({ shown, opener }: { shown: ProjectorView; opener: Opener }) {
  const [turn, setTurn] = useState(0);
  const [stays, setStays] = useState(false);
  const pages = pagesOf(shown.districts);
  const several = pages.length > 1;
  useEffect(() => {
    if (!several || stays) return;
    const timer = setInterval(() => setTurn((at) => at + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [several, stays]);
  const at = pages.length === 0 ? 0 : turn % pages.length;
  const page = pages[at] ?? [];
  const { columns, rows } = gridFor(Math.max(...pages.map((each) => each.length), 1));
  const pace = paceOf(shown.districts);
  const go = (step: number) => {
    setStays(true);
    setTurn(at + step + pages.length);
  };
  return (
    <>
      <main class="wall" style={{ '--columns': columns, '--rows': rows }}>
        {page.map((district, place) => (
          <MapTile key={`place-${place + 1}`} district={district} opener={opener} pace={pace} />
        ))}
        {page.length < columns * rows && <Story shown={shown} pace={pace} />}
      </main>
      <footer class="wall-foot">
        <WallNews shown={shown} pace={pace} />
        <Tally districts={shown.districts} />
        {several && (
          <fieldset class="wall-pages">
            <legend class="hidden-text">{t('project.pages')}</legend>
            <Button compact label={t('project.before')} onClick={() => go(-1)}>
              ‹
            </Button>
            <span class="figures">{t('project.pageOf', { page: at + 1, pages: pages.length })}</span>
            <Button compact label={t('project.after')} onClick={() => go(1)}>
              ›
            </Button>
            <Button compact onClick={() => setStays(!stays)}>
              {t(stays ? 'project.goOn' : 'project.stay')}
            </Button>
          </fieldset>
        )}
      </footer>
    </>
  );
}

function WallNews({ shown, pace }: { shown: ProjectorView; pace: ProjectorDistrict | undefined }) {
  const news = pace === undefined ? undefined : newsOf(shown.scenario, pace.round);
  const { guesses } = shown;
  if (guesses !== undefined && guesses.figures === undefined) {
    return (
      <p class="wall-news" role="status">
        {t('project.guessing', { made: guesses.made, asked: guesses.asked })}
      </p>
    );
  }
  const hubs = falteredOn(shown);
  if (hubs !== '') {
    return (
      <p class="wall-news" role="status">
        {t('project.faltered', { names: hubs })}
      </p>
    );
  }
  return (
    <p class="wall-news" role="status">
      {shown.stage !== 'ended' && news !== undefined && words(news.headline)}
    </p>
  );
}

/** The faltered hub by name, with the district's number if there are several. */
function falteredOn({ districts, scenario, seatsPerDistrict }: ProjectorView): string {
  const roster = rosterIn(scenario, seatsPerDistrict);
  const names = districts.flatMap(({ number, faltered }) => {
    const entry = faltered === undefined ? undefined : roster[faltered];
    if (entry === undefined) return [];
    return [districts.length === 1 ? words(entry.name) : `${words(entry.name)} (${t('project.district', { number })})`];
  });
  return list(names);
}

/** Fills a free tile of the wall: what the year is about. */
function Story({ shown, pace }: { shown: ProjectorView; pace: ProjectorDistrict | undefined }) {
  const news = pace === undefined ? undefined : newsOf(shown.scenario, pace.round);
  if (news === undefined || shown.stage === 'ended') return null;
  return (
    <section class="wall-story">
      <h2>{news.year}</h2>
      <p>{words(news.body)}</p>
    </section>
  );
}

/** How many districts have become each of the paper's figures. */
function Tally({ districts }: { districts: readonly ProjectorDistrict[] }) {
  const counts = FIGURES.map((figure) => ({
    figure,
    count: districts.filter((district) => district.figure === figure).length,
  })).filter(({ count }) => count > 0);
  if (districts.length < 2 || counts.length === 0) return null;
  return (
    <ul class="wall-tally figures">
      {counts.map(({ figure, count }) => (
        <li key={figure}>{t('project.tally', { figure: t(`glossary.figure${figure}`), count })}</li>
      ))}
    </ul>
  );
}
