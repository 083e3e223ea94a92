/** The desk of a running class: arrivals, a row per district, and the instructor's actions. */
import { useEffect, useState } from 'preact/hooks';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { DeskDistrict } from '../../shared/protocol/class-room.ts';
import { QUESTIONS } from '../../shared/protocol/comprehension.ts';
import { Actions } from '../desk/actions.tsx';
import { Acts } from '../desk/acts.tsx';
import { debriefAddress, joinAddress, projectAddress } from '../desk/address.ts';
import { AskClass } from '../desk/ask-class.tsx';
import { Deleted, isDeleted } from '../desk/class-records.tsx';
import { Damaged } from '../desk/damaged.tsx';
import { openPanel, order, PANELS, players, stage } from '../desk/desk-signals.ts';
import { FinaleSteps } from '../desk/finale-steps.tsx';
import { EndsAt } from '../desk/finish.tsx';
import { HandTreatments } from '../desk/hand-treatments.tsx';
import { FinishButton, mayFinish } from '../desk/last-round.tsx';
import { goesOn } from '../desk/onward.ts';
import { findOrigin, isCutOff, originForOthers } from '../desk/origin.ts';
import { People } from '../desk/people.tsx';
import { PrintSheets } from '../desk/print.tsx';
import { Questions } from '../desk/question-tally.tsx';
import { Help } from '../desk/raised-hands.tsx';
import { Reflections } from '../desk/reflections.tsx';
import { ResultLine, WithResults } from '../desk/result-line.tsx';
import { ask, connectResults } from '../desk/results.ts';
import { Rows } from '../desk/rows.tsx';
import { TalkFeed } from '../desk/talk-feed.tsx';
import { newLines } from '../desk/talk-heard.ts';
import { Tools } from '../desk/tools.tsx';
import { openDesk } from '../net/desk-room.ts';
import type { LedClass } from '../net/led-class.ts';
import { WordsList } from '../panels/words-list.tsx';
import { desk, deskRefusal } from '../state/desk.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { CalmStatus } from '../ui/calm-status.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { refusalText } from '../ui/failure.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { LineNotice } from '../ui/line-notice.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { Qr } from '../ui/qr.tsx';
import { type Badge, Tabs } from '../ui/tabs.tsx';
import { Tongues } from '../ui/tongues.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

const QUESTIONS_EACH = QUESTIONS.firm.length;

export interface DeskViewProps {
  readonly led: LedClass;
  readonly onLed: (led: LedClass) => void;
  readonly onLeave: () => void;
}

export function DeskView({ led, onLed, onLeave }: DeskViewProps) {
  const { classId, code, opener } = led;
  const gone = isDeleted(classId);
  useEffect(() => {
    if (gone) return;
    const joined = openDesk(classId, opener, code);
    connectResults(joined);
    if ('key' in opener) findOrigin(opener.key);
    return () => {
      connectResults(undefined);
      joined.leave();
    };
  }, [classId, code, gone, opener]);

  usePageTitle(`${desk.value?.title ?? led.code}${t('common.dot')}${t('teach.title')}`);

  if (gone || deskRefusal.value !== undefined) {
    return (
      <div class="sheet">
        <Masthead>{t('teach.title')}</Masthead>
        <main class="stack">
          <Deleted classId={classId} />
          {!gone && deskRefusal.value !== undefined && (
            <p class="error" role="alert">
              {refusalText(deskRefusal.value)}
            </p>
          )}
          <Button onClick={onLeave}>{t('teach.leave')}</Button>
        </main>
      </div>
    );
  }
  const known = desk.value !== undefined;
  return (
    <div class="sheet wide">
      <Head code={led.code} />
      <main class="stack">
        <div role="status">
          <LineNotice lost={t('desk.reconnecting')} />
        </div>
        <Damaged classId={classId} instructorKey={'key' in opener ? opener.key : undefined} />
        {stage.value !== 'ended' && <Help />}
        {(stage.value === 'gathering' || desk.value?.homework !== undefined) && (
          <Door code={led.code} projectorLink={led.links.projectorLink} />
        )}
        {known && <StageControls led={led} onLeave={onLeave} />}
        {stage.value === 'gathering' && (
          <WithResults place="treatments">
            <HandTreatments />
          </WithResults>
        )}
        {order.value.length > 0 && desk.value?.homework === undefined && (
          <div class="stack conduct">
            {stage.value === 'ended' ? <FinaleSteps /> : stage.value !== 'briefing' && <Actions />}
            <Rows />
          </div>
        )}
        {known && <Panels led={led} onLed={onLed} />}
      </main>
      <PrintSheets />
    </div>
  );
}

function Head({ code }: { code: string }) {
  const { title, dryRun } = desk.value ?? {};
  const online = players.value.filter((player) => player.online).length;
  return (
    <header class="desk-head">
      <h1>
        <Tongues text={title ?? t('teach.title')} />
      </h1>
      <p>
        <span class="desk-stage">{t(`desk.stage-${stage.value}`)}</span>
        {dryRun === true && <span class="tag">{t('desk.dryRun')}</span>}
      </p>
      {stage.value !== 'gathering' && (
        <p class="figures">
          {t('play.classCode', { code })}
          {t('common.dot')}
          {t('desk.online', { online, count: players.value.length })}
        </p>
      )}
      <div class="desk-corner">
        {stage.value !== 'ended' && desk.value !== undefined && <EndClass />}
        <LanguageSwitch />
      </div>
    </header>
  );
}

function Door({ code, projectorLink }: { code: string; projectorLink: string | undefined }) {
  const origin = originForOthers();
  const address = joinAddress(code, origin);
  return (
    <section class="door" aria-labelledby="door-title">
      <Qr text={address} label={t('teach.qr', { address })} />
      <div class="stack-tight">
        <h2 id="door-title">{t('teach.joinAt')}</h2>
        <p class="address">{new URL(origin).host}</p>
        <p class="big-code figures">{code}</p>
        {projectorLink !== undefined && (
          <p>
            <a class="link" href={projectAddress(code, projectorLink)} target="_blank" rel="noreferrer">
              {t('desk.wallHere')}
            </a>
          </p>
        )}
        {desk.value?.homework !== undefined && (
          <p>
            <a class="link" href={address}>
              {address}
            </a>{' '}
            <CopyButton text={() => address}>{t('desk.copyLink')}</CopyButton>
          </p>
        )}
        {isCutOff() && <p class="notice warm">{t('teach.onlyHere')}</p>}
        <CalmStatus
          look="door-count"
          text={desk.value === undefined ? t('common.loading') : t('teach.joined', { count: players.value.length })}
        />
      </div>
    </section>
  );
}

/** Progress of all people who get questions: those who hold or mirror a seat. */
function QuestionsDone() {
  const asked = players.value.filter(({ seat }) => seat !== undefined);
  const done = asked.filter(({ questions }) => questions?.answered === QUESTIONS_EACH);
  return (
    <strong class="block figures" role="status">
      {t('desk.questionsDone', { done: done.length, count: asked.length })}
    </strong>
  );
}

/** Asks for confirmation and says what is lost, because ending a class is final. */
function EndClass() {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <p class="end-class">
        <Button compact look="quiet" onClick={() => setSure(true)}>
          {t('teach.end')}
        </Button>
      </p>
    );
  }
  const districts = desk.value?.districts ?? [];
  const finish = stage.value === 'game' && districts.some(mayFinish);
  return (
    <section class="end-class notice warm" aria-label={t('teach.end')}>
      <p>{t(lossOf(districts))}</p>
      <p class="row">
        {finish && <FinishButton to={{}} onDone={() => setSure(false)} />}
        <Button compact look={finish ? 'plain' : 'strong'} onClick={() => ask({ type: 'endClass' })}>
          {t('teach.reallyEnd')}
        </Button>
        <Button compact onClick={() => setSure(false)}>
          {t('teach.keepOn')}
        </Button>
      </p>
    </section>
  );
}

function lossOf(districts: readonly DeskDistrict[]) {
  if (districts.some((district) => goesOn(district) && district.practice !== true)) return 'course.loseGame';
  const untold = desk.value?.finale === undefined && districts.some(({ predictions }) => predictions !== undefined);
  return untold ? 'course.loseFinale' : 'course.loseNothing';
}

function StageControls({ led, onLeave }: { led: LedClass; onLeave: () => void }) {
  const now = stage.value;
  const playsOn = desk.value?.playsOn;
  if (now === 'game') return null;
  if (now === 'ended') {
    return (
      <div class="row">
        <p>{t('teach.ended')}</p>
        <Button look="strong" onClick={() => window.open(debriefAddress(led.code))}>
          {t('desk.openDebrief')}
        </Button>
        <Button onClick={onLeave}>{t('teach.another')}</Button>
      </div>
    );
  }
  const practice = practiceNow();
  const mayPractise = (now === 'gathering' || now === 'briefing') && playsOn === undefined;
  const startIsNext = now === 'briefing' ? !mayPractise : now === 'practice' && practice === 'over';
  return (
    <section class="row stage-controls" aria-label={t('desk.course')}>
      {now === 'gathering' && (
        <Button look="strong" onClick={() => ask({ type: 'seatClass' })}>
          {t('desk.seatClass')}
        </Button>
      )}
      {mayPractise && (
        <Button look={now === 'briefing' ? 'strong' : 'plain'} onClick={() => ask({ type: 'startPractice' })}>
          {t('desk.startPractice')}
        </Button>
      )}
      {practice !== 'reveal' && (
        <Button look={startIsNext ? 'strong' : 'plain'} onClick={() => ask({ type: 'startClass' })}>
          {t('teach.start')}
        </Button>
      )}
      <p class="soft small stage-hint">
        {playsOn !== undefined
          ? t('playOn.playsOn', { round: playsOn.round })
          : now === 'practice'
            ? t(PRACTICE_HINTS[practice])
            : t(`desk.hint-${now}`)}
        {now === 'briefing' && <QuestionsDone />}
      </p>
      {now === 'briefing' && <EndsAt />}
      {(now === 'gathering' || now === 'briefing') && <ResultLine />}
    </section>
  );
}

const PRACTICE_HINTS = {
  news: 'course.practice-news',
  plan: 'course.practice-plan',
  reveal: 'course.practice-over',
  over: 'course.practice-over',
} as const;

/** The phase of the last district that still practises. */
function practiceNow(): keyof typeof PRACTICE_HINTS {
  const phases = (desk.value?.districts ?? []).flatMap(({ practice, phase }) => (practice === true ? [phase] : []));
  return (['news', 'plan', 'reveal'] as const).find((phase) => phases.includes(phase)) ?? 'over';
}

function Panels({ led, onLed }: { led: LedClass; onLed: (led: LedClass) => void }) {
  const open = openPanel.value;
  const asked = desk.value?.reflections?.find((each) => each.open)?.id;
  const answers = desk.value?.answers?.filter(({ reflection }) => reflection === asked).length ?? 0;
  const fresh = newLines.value;
  const badges: Partial<Record<(typeof PANELS)[number], Badge>> = {
    reflections: { count: answers, label: t('desk.answers', { count: answers }) },
    talk: { count: fresh, label: t('desk.newLines', { count: fresh }) },
  };
  return (
    <Tabs
      label={t('desk.panels')}
      open={open}
      onOpen={(panel) => {
        openPanel.value = panel;
      }}
      tabs={PANELS.map((name) => ({
        name,
        label: t(`desk.panel-${name}`),
        ...omitUndefined({ badge: badges[name] }),
      }))}
    >
      <h2 class="hidden-text">{t(`desk.panel-${open}`)}</h2>
      {open === 'people' && <People />}
      {open === 'talk' && (
        <WithResults place="talk">
          <TalkFeed />
        </WithResults>
      )}
      {open === 'questions' && <Questions />}
      {open === 'reflections' && (
        <div class="stack">
          <AskClass />
          <Reflections />
        </div>
      )}
      {open === 'tools' && <Tools led={led} onLed={onLed} />}
      {open === 'acts' && <Acts />}
      <WordsList />
    </Tabs>
  );
}
