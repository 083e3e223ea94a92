/**
 * The debrief: replays any district's record moment by moment on the same map as in play, with analyses. The record is
 * a class of the server, a file, or an example; a file needs no server.
 */
import '../style/print.css';
import '../style/seat.css';
import '../debrief/debrief.css';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { followAddress } from '../debrief/address.ts';
import { BookmarkList } from '../debrief/bookmark-list.tsx';
import { Sides } from '../debrief/compare.tsx';
import { Curves } from '../debrief/curves.tsx';
import { Questions } from '../debrief/debrief-questions.tsx';
import {
  booksOpen,
  chooseDistrict,
  chosen,
  classes,
  district,
  districts,
  keyOf,
  moment,
  openBooks,
  origin,
  revealed,
  SECTIONS,
  type Section,
  section,
  viewer,
  viewsAt,
} from '../debrief/debrief-signals.ts';
import { classTitle, readAlone, titleOf } from '../debrief/district-title.ts';
import { InWords } from '../debrief/in-words.tsx';
import { forgetOpened } from '../debrief/kept.ts';
import { PlayOn, useKeptPlayOn } from '../debrief/play-on.tsx';
import { Predict } from '../debrief/predict.tsx';
import { DropZone, OpenRecord } from '../debrief/records/open-record.tsx';
import { closeAll } from '../debrief/records/opened.ts';
import { OpenedFiles } from '../debrief/records/opened-files.tsx';
import { Scene } from '../debrief/scene.tsx';
import { Scrubber } from '../debrief/scrubber.tsx';
import { SeatPanel } from '../debrief/seat-panel.tsx';
import { PRESENTER } from '../debrief/show/channel.ts';
import { Presenter } from '../debrief/show/presenter.tsx';
import { slideAt } from '../debrief/show/show-state.ts';
import { Stage as ShowStage } from '../debrief/show/stage.tsx';
import { StartShow } from '../debrief/show/start-show.tsx';
import { StreetAt } from '../debrief/street.tsx';
import { Tables } from '../debrief/tables.tsx';
import { Turns } from '../debrief/turns.tsx';
import { Veiled } from '../debrief/veiled.tsx';
import { Verdict } from '../debrief/verdict.tsx';
import { WhatIf } from '../debrief/what-if/what-if.tsx';
import { WordsList } from '../panels/words-list.tsx';
import { t, words } from '../state/language.ts';
import { reducedMotion, roomy } from '../state/media.ts';
import { Button } from '../ui/button.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Link } from '../ui/link.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { Select } from '../ui/select.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Tongues } from '../ui/tongues.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

export function Debrief() {
  return location.hash === `#${PRESENTER}` ? <Presenter /> : <DebriefPage />;
}

function DebriefPage() {
  const open = districts.value.length > 0;
  const [only, ...rest] = classes.value;
  usePageTitle(
    only === undefined || rest.length > 0
      ? t('debrief.title')
      : `${classTitle(only.title)}${t('common.dot')}${t('debrief.title')}`,
  );
  return (
    <div class={open ? 'sheet broad' : 'sheet'}>
      {open ? <Head /> : <Masthead>{t('debrief.title')}</Masthead>}
      <main class="stack">
        <DropZone>{open ? <Record /> : <OpenRecord />}</DropZone>
        {!open && (
          <p>
            <Link to="/">{t('common.toStart')}</Link>
          </p>
        )}
      </main>
    </div>
  );
}

function Head() {
  const [only, ...rest] = classes.value;
  return (
    <header class="debrief-head">
      <h1>
        <span class="brand">
          {t('common.appName')}
          {t('common.dot')}
        </span>
        {t('debrief.title')}
        {only !== undefined && rest.length === 0 && (
          <span class="debrief-class">
            {t('common.dot')}
            <Tongues text={classTitle(only.title)} />
          </span>
        )}
      </h1>
      <Button
        compact
        look="quiet"
        onClick={() => {
          forgetOpened();
          closeAll();
        }}
      >
        {t('debrief.another')}
      </Button>
      <LanguageSwitch />
    </header>
  );
}

function Record() {
  const playOn = useKeptPlayOn();
  const leads = !readAlone();
  useEffect(() => {
    // The record may have been opened from further down; it begins at the top.
    window.scrollTo(0, 0);
    return followAddress();
  }, []);
  return (
    <>
      <div class="record-head">
        <Controls />
        <Verdict />
      </div>
      {/* Hidden on phones: a show needs a larger screen. */}
      {leads && roomy.value && <StartShow />}
      {slideAt.value !== undefined && <ShowStage />}
      <div class={origin.value === undefined ? 'record' : 'record double'}>
        <div class="replay">
          <Stage />
          <Scrubber />
          {leads && roomy.value && <PlayOn kept={playOn} />}
        </div>
        <div class="reading">
          <Beside />
          <Parts />
          <OpenedFiles />
        </div>
      </div>
      {leads && !roomy.value && <PlayOn kept={playOn} />}
      {leads && !roomy.value && <StartShow />}
    </>
  );
}

/** Separate from the parts below, so that a new moment redraws only the map and its lists. */
function Stage() {
  const shown = moment.value;
  const at = district.value;
  if (shown === undefined || at === undefined) return null;
  const told = revealed.value;
  const recorded = origin.value?.chronicle.moments ?? [];
  const beside = recorded.find(({ round, phase }) => round === shown.round && phase === shown.phase);
  return (
    <div class={beside === undefined ? 'stage' : 'stage double'}>
      <h2 class="hidden-text">{t('debrief.mapTitle')}</h2>
      {beside !== undefined && (
        <div>
          <p class="label">{t('debrief.happened')}</p>
          <Scene
            moment={beside}
            moments={recorded}
            seat={viewer.value}
            label={t('debrief.happened')}
            tell={false}
            told={told}
          />
        </div>
      )}
      <div>
        {at.modelled && <p class="label warm">{t('debrief.modelsAnswer')}</p>}
        <Scene
          key={keyOf(at)}
          moment={shown}
          moments={at.chronicle.moments}
          seat={viewer.value}
          label={t('debrief.mapTitle')}
          tell={beside === undefined}
          told={told}
        />
      </div>
    </div>
  );
}

/**
 * The text is folded on phones, to leave room for the parts below. It is also folded where the parts are beside the
 * map, so that a replay does not move them.
 */
const UNFOLDED = window.matchMedia('(min-width: 48.01rem) and (max-width: 71.99rem)');

function Beside() {
  return (
    <div class="beside">
      <details class="told" open={UNFOLDED.matches}>
        <summary>{t('debrief.atMoment')}</summary>
        <Told />
      </details>
      <AtSeat />
      <BookmarkList />
    </div>
  );
}

function Told() {
  const shown = moment.value;
  const at = district.value;
  if (shown === undefined || at === undefined) return null;
  return <InWords view={viewsAt(shown, undefined).everybody} chronicle={at.chronicle} modelled={at.modelled} />;
}

function AtSeat() {
  const own = moment.value === undefined ? undefined : viewsAt(moment.value, viewer.value).own;
  return own === undefined ? null : <SeatPanel view={own} log={district.value?.chronicle.log} />;
}

function Everyone() {
  const shown = moment.value;
  return shown === undefined ? null : <StreetAt moment={shown} view={viewsAt(shown, undefined).everybody} />;
}

function Parts() {
  return (
    <Tabs
      label={t('debrief.sections')}
      tabs={SECTIONS.map((name) => ({ name, label: t(`debrief.section-${name}`) }))}
      open={section.value}
      onOpen={(name) => {
        section.value = name;
        bringUp();
      }}
    >
      <Part />
      <WordsList />
    </Tabs>
  );
}

/** Scrolls to the chosen part if it is below a map that fills the phone. */
function bringUp(): void {
  const replay = document.querySelector('.record > .replay');
  const parts = document.querySelector('.record .tabbed');
  if (replay === null || parts === null) return;
  // Compares with the map, because the scrubber is sticky and always in sight.
  const below = parts.getBoundingClientRect().top >= replay.getBoundingClientRect().bottom;
  if (below) parts.scrollIntoView({ behavior: reducedMotion() ? 'auto' : 'smooth' });
}

/** Whose outcome each part reveals, if any. */
const TELLS: Readonly<Record<Section, 'shown' | 'all' | undefined>> = {
  predict: undefined,
  turns: 'shown',
  street: undefined,
  questions: 'shown',
  curves: 'shown',
  sides: 'all',
  whatif: 'shown',
  tables: 'all',
};

const PARTS: Readonly<Record<Section, () => ComponentChildren>> = {
  predict: Predict,
  turns: Turns,
  street: Everyone,
  questions: Questions,
  curves: Curves,
  sides: Sides,
  whatif: WhatIf,
  tables: Tables,
};

function Part() {
  const Shown = PARTS[section.value];
  const of = TELLS[section.value];
  if (of === undefined) return <Shown />;
  return (
    <Veiled of={of}>
      <Shown />
    </Veiled>
  );
}

function Controls() {
  const actors = district.value?.chronicle.final.actors ?? [];
  return (
    <div class="controls">
      <Select
        label={t('debrief.districtLabel')}
        value={String(chosen.value)}
        options={districts.value.map((each, index) => ({ value: String(index), label: titleOf(each) }))}
        onChange={(value) => chooseDistrict(Number(value))}
      />
      <label class="choice" title={t('debrief.booksHint')}>
        <input type="checkbox" checked={booksOpen.value} onChange={() => openBooks(!booksOpen.value)} />
        <span>{t('debrief.books')}</span>
      </label>
      {booksOpen.value && (
        <Select
          label={t('debrief.viewLabel')}
          value={viewer.value === undefined ? '' : String(viewer.value)}
          options={[
            { value: '', label: t('debrief.viewPublic') },
            ...actors.map(({ seat, name }) => ({ value: String(seat), label: words(name) })),
          ]}
          onChange={(value) => {
            viewer.value = value === '' ? undefined : Number(value);
          }}
        />
      )}
    </div>
  );
}
