/** A seat: connects, and shows the panels of the present phase. Shared by class and practice. */

import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FIGURES } from '../../shared/engine/figure-reading.ts';
import type { Phase } from '../../shared/engine/parts.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { newsOf } from '../../shared/scenarios/index.ts';
import { connectStudent, type StudentConnection } from '../net/student.ts';
import { type Act, ActContext, cameLate } from '../panels/act.ts';
import { type SendRequest, SendRequestContext } from '../panels/class/class-act.ts';
import { ClassNotices } from '../panels/class/class-notices.tsx';
import { ClassQuestions } from '../panels/class/class-questions.tsx';
import { Come, Neighbours } from '../panels/class/company.tsx';
import { endWaits, FinaleCard } from '../panels/class/finale-card.tsx';
import { guessIsDue } from '../panels/class/guess-figure.tsx';
import { RaiseHand } from '../panels/class/raise-hand.tsx';
import { OfferAnnouncer, openOffersTo } from '../panels/deals/offers.tsx';
import { ConnectionBanner, seatRefusal } from '../panels/head/connection-banner.tsx';
import { OwnStrip } from '../panels/head/own-strip.tsx';
import { SeatHead } from '../panels/head/seat-head.tsx';
import { beginsLater, LateStart } from '../panels/news/late-start.tsx';
import { FirstYearInFull, News } from '../panels/news/news.tsx';
import { RoleCard, RoleFold } from '../panels/news/role-card.tsx';
import { roleLine } from '../panels/news/role-line.ts';
import { PlanForm } from '../panels/plan/plan-form.tsx';
import { UsesList } from '../panels/plan/uses-list.tsx';
import { Final } from '../panels/reveal/final.tsx';
import { Reveal } from '../panels/reveal/reveal.tsx';
import { stepNow } from '../panels/reveal/step-now.ts';
import { MapPane } from '../panels/street/map-pane.tsx';
import { Street } from '../panels/street/street.tsx';
import { Talk } from '../panels/talk/talk.tsx';
import { WordsList } from '../panels/words-list.tsx';
import { observing, person } from '../state/classroom.ts';
import { tookOver } from '../state/draft-store.ts';
import { classPhase, connection, refusal, talk, view } from '../state/game.ts';
import { t, words } from '../state/language.ts';
import { wide } from '../state/media.ts';
import type { Membership } from '../state/membership.ts';
import { inPractice } from '../state/practice-game.ts';
import { telling } from '../state/reveal.ts';
import { selected } from '../state/selection.ts';
import { endTrial, offerTrial, trial } from '../state/trial.ts';
import { Button } from '../ui/button.tsx';
import { FigureDrawing } from '../ui/figure.tsx';
import { Link } from '../ui/link.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { SoundSwitch } from '../ui/sound-switch.tsx';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { Term } from '../ui/term.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Observe } from './observe.tsx';
import { TrialAgain, TrialYears } from './trial-years.tsx';
import { YourData } from './your-data.tsx';

/** Phases whose first panel has a heading of its own. */
const OWN_HEADING: readonly Phase[] = ['news', 'ended'];

type TabName = 'now' | 'talk' | 'street' | 'map';

interface TableProps {
  readonly member: Membership;
  readonly onGone: () => void;
  /** Buttons of the last screen. */
  readonly waysOn: ComponentChildren;
  /** Shown before the score. */
  readonly story?: (view: SeatView) => ComponentChildren;
  /** Content for the whole game, below every phase. */
  readonly aside?: ComponentChildren;
}

export function Table({ member, onGone, waysOn, story, aside }: TableProps) {
  const playing = useRef<StudentConnection>(undefined);
  const { classId, code } = member;

  useEffect(() => {
    const joined = connectStudent({ classId, code });
    playing.current = joined;
    return () => joined.stop();
  }, [classId, code]);

  const act: Act = (action) => playing.current?.act(action) ?? Promise.resolve({ ok: false, refused: 'not-seated' });
  const tell: SendRequest = (action) =>
    playing.current?.sendRequest(action) ?? Promise.resolve({ ok: false, refused: 'not-seated' });
  const shown = view.value;
  const watching = observing.value;
  const removed = connection.value === 'refused' && refusal.value === 'player-removed';
  useTrialTimes(shown, watching !== undefined);
  const { comes, leaveTrial } = useFirstPlan(shown, act);
  return (
    <ActContext.Provider value={act}>
      <SendRequestContext.Provider value={tell}>
        {trial.value !== undefined ? (
          <TrialYears onOver={leaveTrial}>
            <ConnectionBanner />
            <ClassNotices view={shown} />
          </TrialYears>
        ) : comes ? (
          <Waiting busy />
        ) : shown !== undefined && !removed ? (
          <District code={code} view={shown} waysOn={waysOn} story={story?.(shown)} aside={aside} />
        ) : watching !== undefined ? (
          <Observe place={watching} own={<YourData code={code} />} />
        ) : inPractice.value && connection.value !== 'refused' ? (
          <Waiting busy />
        ) : (
          <Gathering member={member} onGone={onGone} />
        )}
      </SendRequestContext.Provider>
    </ActContext.Provider>
  );
}

/** Shows the trial years while a class gathers; a new phase ends them. */
function useTrialTimes(shown: SeatView | undefined, watching: boolean): void {
  const waiting = shown === undefined && !watching && person.value !== undefined && classPhase.value === 'gathering';
  const { phase, round } = shown?.public ?? {};
  const stop = () => {
    trial.value = undefined;
  };
  useEffect(() => {
    if (!waiting) return;
    offerTrial();
    return stop;
  }, [waiting]);
  useEffect(() => (phase === undefined ? undefined : stop), [phase, round]);
}

/** In a practice, the first plan follows the trial years directly and shows its news beside it. */
function useFirstPlan(shown: SeatView | undefined, act: Act) {
  const [wanted, setWanted] = useState(false);
  const { phase, round } = shown?.public ?? {};
  const newsFirst = phase === 'news' && round === 1;
  useEffect(() => {
    if (!wanted || phase === undefined) return;
    if (!newsFirst) return setWanted(false);
    act({ type: 'signalReady' }).then(({ ok }) => {
      if (!ok) setWanted(false);
    });
  }, [wanted, phase]);
  return {
    comes: wanted && (phase === undefined || newsFirst),
    leaveTrial: () => {
      setWanted(inPractice.value);
      endTrial();
    },
  };
}

function Gathering({ member, onGone }: { member: Membership; onGone: () => void }) {
  const ended = classPhase.value === 'ended';
  usePageTitle(t('play.classCode', { code: member.code }));
  return (
    <div class="sheet">
      <Masthead>{t('play.classCode', { code: member.code })}</Masthead>
      <main class="stack gathering">
        {connection.value === 'refused' && refusal.value !== 'opened-elsewhere' ? (
          <>
            <h2>{t('play.seatGone')}</h2>
            <p role="alert">{seatRefusal()}</p>
            <p>
              <Button onClick={onGone}>{t('common.toStart')}</Button>
            </p>
          </>
        ) : (
          <>
            <ConnectionBanner />
            <ClassNotices view={undefined} />
            <h2>{ended ? t('play.classEnded') : t('play.seatKept', { name: person.value?.name ?? member.name })}</h2>
            {!ended && <p class="prose">{t('play.waitForStart')}</p>}
            {!ended && <Come />}
            {!ended && <RaiseHand />}
            {!ended && <TrialAgain />}
            {!ended && <ThreeFigures />}
            {ended && <Link to="/">{t('common.toStart')}</Link>}
            <YourData code={member.code} />
          </>
        )}
      </main>
    </div>
  );
}

function ThreeFigures() {
  return (
    <section class="stack-tight" aria-labelledby="figures-title">
      <h3 id="figures-title">{t('play.whichFigure')}</h3>
      <ul class="three-figures">
        {FIGURES.map((figure) => (
          <li key={figure}>
            <FigureDrawing figure={figure} />
            <span class="small">
              <Term of={`figure${figure}`} word={t(`figures.figure${figure}Name`)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DistrictProps {
  readonly code: string;
  readonly view: SeatView;
  readonly waysOn: ComponentChildren;
  readonly story: ComponentChildren;
  readonly aside?: ComponentChildren;
}

function District({ code, view: shown, waysOn, story, aside }: DistrictProps) {
  const { phase, round } = shown.public;
  const [open, setOpen] = useState<TabName>('now');
  const heading = useRef<HTMLElement>(null);
  useFreshPhase(shown, heading, () => setOpen('now'));

  const year = newsOf(shown.public.scenario, Math.max(1, round))?.year ?? '';
  const when = `${year} ${t(`play.phase-${phase}`)}`;
  usePageTitle(when);
  const late = beginsLater(shown);
  const tabs = tabsOf(shown, useWaiting(shown, open === 'talk'));
  const current = wide.value && open === 'map' ? 'now' : open;
  // The score comes last: until then head and map stay as they were before the year.
  const step = stepNow(shown);
  const mapTells = step === undefined || step.kind === 'street' || step.kind === 'score';
  const before = step === undefined || step.kind === 'score' ? undefined : telling.value?.before;
  const deciding = phase === 'plan' && current === 'now' && !late;
  const strip = deciding && !wide.value;
  return (
    <div class={phase === 'plan' ? 'table planning' : 'table'}>
      <a class="skip" href="#panels">
        {t('common.skip')}
      </a>
      <SeatHead view={shown} />
      <MapPane
        view={shown}
        drawn={mapTells ? shown : (before ?? shown)}
        strip={strip}
        visible={
          wide.value ||
          strip ||
          current === 'map' ||
          (phase === 'reveal' && current === 'now' && mapTells && !endWaits(phase))
        }
      />
      <main id="panels" class="panels" ref={heading} tabIndex={-1} aria-label={when}>
        <OwnStrip view={before ?? shown} />
        <Tabs label={t('play.panels')} tabs={tabs} open={current} onOpen={setOpen}>
          {!(current === 'now' && OWN_HEADING.includes(phase)) && (
            <h2 class="hidden-text">{tabs.find(({ name }) => name === current)?.label}</h2>
          )}
          {current === 'now' && <Now view={shown} waysOn={waysOn} story={story} />}
          {current === 'talk' && <Talk view={shown} />}
          {current === 'street' && <Street view={shown} />}
          {current === 'map' && (
            <div class="named">
              <SoundSwitch />
              <p class="small soft">{t('play.mapHint')}</p>
            </div>
          )}
          {!deciding && <WordsList />}
          {!deciding && <YourData code={code} />}
          {!deciding && aside}
        </Tabs>
      </main>
    </div>
  );
}

/** A new phase starts at the top, with no house open. */
function useFreshPhase(
  { public: { phase, round } }: SeatView,
  heading: RefObject<HTMLElement | null>,
  open: () => void,
): void {
  const started = useRef(false);
  // Before painting, because the focused element is gone with the old phase.
  useLayoutEffect(() => {
    open();
    if (phase === 'plan') cameLate.value = undefined;
    selected.value = undefined;
    window.scrollTo(0, 0);
    heading.current?.scrollTo(0, 0);
    if (started.current || document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    started.current = true;
  }, [phase, round]);
}

/** Number of open offers plus unread lines of talk. */
function useWaiting({ public: { phase }, seat }: SeatView, talking: boolean): number {
  const seen = useRef(talk.peek().length);
  if (talking) seen.current = talk.value.length;
  const unread = talk.value.slice(seen.current).filter((line) => line.from !== seat).length;
  return (phase === 'plan' ? openOffersTo(seat).length : 0) + (talking ? 0 : unread);
}

function tabsOf(view: SeatView, waiting: number): readonly Tab<TabName>[] {
  return [
    { name: 'now', label: t(`play.tab-${beginsLater(view) ? 'opening' : view.public.phase}`) },
    {
      name: 'talk',
      label: t('play.tab-talk'),
      badge: { count: waiting, label: t('play.newThere', { count: waiting }) },
    },
    { name: 'street', label: t('play.tab-street') },
    ...(wide.value ? [] : [{ name: 'map', label: t('play.tab-map') } as const]),
  ];
}

function Now({ view: shown, waysOn, story }: Omit<DistrictProps, 'code'>) {
  const own = shown.public.seats[shown.seat];
  if (beginsLater(shown) && !guessIsDue(shown.public)) return <LateStart view={shown} />;
  switch (shown.public.phase) {
    case 'opening':
      return own === undefined ? null : (
        <div class="stack">
          <p class="role-line">{roleLine(own.kind, shown.public.seats[own.parent ?? -1])}</p>
          <Neighbours view={shown} />
          <RoleFold actor={own} label={t('play.roleInFull')} />
          <ClassQuestions />
        </div>
      );
    case 'news':
      return <News view={shown} />;
    case 'plan':
      return (
        <>
          <OfferAnnouncer view={shown} />
          {tookOver.value && own !== undefined && (
            <section class="stack-tight" aria-labelledby="took-over-title">
              <h2 id="took-over-title">{t('classroom.tookOverTitle', { name: words(own.name) })}</h2>
              <p class="notice">{t('classroom.tookOver')}</p>
              <RoleCard actor={own} />
            </section>
          )}
          <PlanForm view={shown} />
          <div class="after-plan">
            <UsesList view={shown} />
            {shown.public.round === 1 && <FirstYearInFull view={shown} />}
            {shown.public.round > 1 && own !== undefined && <RoleFold actor={own} label={t('play.roleAgain')} />}
            <WordsList />
            <TrialAgain />
          </div>
        </>
      );
    case 'reveal':
      return (
        <div class="stack">
          {endWaits('reveal') && !guessIsDue(shown.public) && <FinaleCard />}
          <Reveal view={shown} />
        </div>
      );
    case 'ended':
      if (endWaits('ended')) return <FinaleCard />;
      return (
        <div class="stack">
          {story}
          <Final view={shown} />
          <div class="row ways-on">{waysOn}</div>
        </div>
      );
  }
}
