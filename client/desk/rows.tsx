/** One row per district. Each watches its own facts; its clock is a text that updates alone. */
import { signal, useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Seat } from '../../shared/engine/actors.ts';
import type { DeskDistrict } from '../../shared/protocol/class-room.ts';
import { leftUntil, minutes, runClock } from '../state/clock.ts';
import { desk } from '../state/desk.ts';
import { list, num, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Term } from '../ui/term.tsx';
import { EXTENSION_MS } from './actions.tsx';
import { holderOf, order, players, rowOf, seatName, stage, tick, ticked } from './desk-signals.ts';
import { endsApart, endTime } from './finish.tsx';
import { figureNow, goesOn } from './onward.ts';
import { PersonName } from './person-name.tsx';
import { ResultMark } from './result-line.tsx';
import { ask } from './results.ts';
import { undoing } from './undo.tsx';

const NAMES_SHOWN = 3;

export function Rows() {
  useEffect(runClock, []);
  const numbers = order.value;
  const all = numbers.length > 0 && ticked.value.size === numbers.length;
  return (
    <section class="rows">
      <table class="street desk">
        <caption>
          {t('teach.districts')} <span class="small soft attention-key">{t('desk.attentionKey')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <label class="tick">
                <input
                  type="checkbox"
                  checked={all}
                  aria-label={t('desk.tickAll')}
                  onChange={() => {
                    ticked.value = new Set(all ? [] : numbers);
                  }}
                />
                {t('teach.colDistrict')}
              </label>{' '}
              <Term of="district" />
            </th>
            <th scope="col">{t('teach.colPhase')}</th>
            <th scope="col">{t('teach.colClock')}</th>
            <th scope="col">{t('teach.colWaiting')}</th>
            <th scope="col">{t('teach.colPeople')}</th>
            <th scope="col">
              <Term of="failure" word={t('desk.colFailures')} />
            </th>
            <th scope="col">
              <Term of="income" word={t('project.income')} />
            </th>
            <th scope="col">
              {t('teach.colFigure')} <FigureSwitch />
            </th>
            <th scope="col">{t('teach.colDo')}</th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((number) => (
            <Row key={number} number={number} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ number }: { number: number }) {
  const district = rowOf(number)?.value;
  if (district === undefined) return null;
  const { phase, listed = [] } = district;
  const certified = listed.map((seat) => seatName(seat));
  const over = stage.value === 'ended' || phase === 'ended';
  const urgent = (district.alarms ?? []).length > 0 && !over;
  return (
    <tr class={urgent ? 'urgent' : ''}>
      <th scope="row">
        <Tick number={number} />
        {district.treatment !== undefined && <span class="small soft block">{district.treatment}</span>}
        <ResultMark number={number} />
      </th>
      <td data-label={t('teach.colPhase')}>
        {t(`play.phase-${phase}`)}
        {phase !== 'opening' && (
          <span class="block small soft figures">
            {district.practice === true
              ? t('desk.practice')
              : t('desk.roundOf', { round: district.round, rounds: district.rounds })}
          </span>
        )}
      </td>
      <td data-label={t('teach.colClock')} class="figures row-clock">
        <Clock number={number} />
      </td>
      <td data-label={t('teach.colWaiting')} class="small row-waiting">
        <Waiting number={number} />
      </td>
      <td data-label={t('teach.colPeople')} class="small">
        {t('teach.people', { humans: district.humans, bots: district.bots })}
        {certified.length > 0 && <span class="block soft">{t('desk.certified', { names: list(certified) })}</span>}
        {district.faltered !== undefined && (
          <span class="block">{t('course.faltered', { name: seatName(district.faltered) })}</span>
        )}
        <Consents number={number} />
        <Alarms district={district} />
      </td>
      <td data-label={t('desk.colFailures')} class="figures row-number">
        {district.failures ?? 0}
      </td>
      <td data-label={t('project.income')} class="figures row-number">
        {district.income === undefined ? '–' : num(district.income, 0)}
      </td>
      <td data-label={t('teach.colFigure')} class="small row-figure">
        <FigureSoFar district={district} />
      </td>
      <td class="row-do">{!over && phase !== 'opening' && <RowActions district={district} />}</td>
    </tr>
  );
}

/** The announced figure, and the last year's reading if that differs. */
function FigureSoFar({ district }: { district: DeskDistrict }) {
  const { reading } = district;
  const figure = figureNow(district);
  if (isUntold(district)) return <span class="soft">{t('course.figureHidden')}</span>;
  return (
    <>
      {figure === undefined ? '–' : t(`glossary.figure${figure}`)}
      {reading !== undefined && reading !== figure && (
        <span class="block soft">{t('desk.readsLike', { figure: t(`glossary.figure${reading}`) })}</span>
      )}
    </>
  );
}

/** Hidden by default, because a desk on the projector would tell what the class is to predict. */
const figuresShown = signal(false);

function isUntold({ figure, reading, figureTold }: DeskDistrict): boolean {
  if (figuresShown.value || figureTold === true || (figure ?? reading) === undefined) return false;
  const step = desk.value?.finale;
  return step === undefined || step === 'count' || step === 'guesses';
}

function FigureSwitch() {
  const some = order.value.some((number) => {
    const district = rowOf(number)?.value;
    return district !== undefined && isUntold(district);
  });
  if (!some && !figuresShown.value) return null;
  const shown = figuresShown.value;
  return (
    <Button
      compact
      look="quiet"
      label={t(shown ? 'course.hideFiguresLabel' : 'course.showFiguresLabel')}
      onClick={() => {
        figuresShown.value = !shown;
      }}
    >
      {t(shown ? 'course.hideFigures' : 'course.showFigures')}
    </Button>
  );
}

function Tick({ number }: { number: number }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={ticked.value.has(number)} onChange={() => tick(number)} />
      {t('teach.district', { number })}
    </label>
  );
}

/** The end is told once the last of them is there. */
function someGoOn(): boolean {
  return order.value.some((number) => {
    const district = rowOf(number)?.value;
    return district !== undefined && goesOn(district);
  });
}

function Clock({ number }: { number: number }) {
  const text = useComputed(() => {
    const district = rowOf(number)?.value;
    if (stage.value === 'ended') return '–';
    if (district?.frozen === true) return t('desk.frozen');
    if (district?.endWaits === true) return t(someGoOn() ? 'desk.held' : 'desk.yourTurn');
    if (district?.paused === true) return t('play.paused');
    if (district?.held === true) return t('desk.held');
    if (district?.byHand === true) return t(district.waitingFor.length === 0 ? 'desk.yourTurnAll' : 'desk.yourTurn');
    return district?.deadline === undefined ? '–' : minutes(leftUntil(district.deadline));
  });
  const ends = useComputed(() => {
    const district = rowOf(number)?.value;
    const end = district === undefined || !endsApart() ? undefined : endTime(district);
    return end === undefined ? '' : t('course.overBy', { time: end });
  });
  return (
    <>
      <span>{text}</span>
      <span class="block small soft">{ends}</span>
    </>
  );
}

function Waiting({ number }: { number: number }) {
  const { waitingFor = [], away = [], predictions } = rowOf(number)?.value ?? {};
  if (predictions !== undefined) return <>{t('desk.predictedHere', predictions)}</>;
  if (waitingFor.length === 0 || stage.value === 'ended') return <>–</>;
  const gone = new Set(away);
  const sorted = waitingFor.toSorted((one, other) => Number(gone.has(other)) - Number(gone.has(one)));
  const more = sorted.length - NAMES_SHOWN;
  return (
    <span class="waiting-names">
      {sorted.slice(0, NAMES_SHOWN).map((seat) => (
        <NameAt key={seat} district={number} seat={seat} away={gone.has(seat)} />
      ))}
      {more > 0 && <span>{t('desk.more', { count: more })}</span>}
    </span>
  );
}

function NameAt({ district, seat, away }: { district: number; seat: Seat; away: boolean }) {
  const { id, name } = holderOf(district, seat) ?? {};
  if (id === undefined || name === undefined) return null;
  return <PersonName id={id} name={away ? t('desk.nameAway', { name }) : name} />;
}

/** Research consents of the people in this district. */
function Consents({ number }: { number: number }) {
  const said = useComputed(() => {
    const here = players.value.filter(({ districtNumber, place }) => districtNumber === number && place === undefined);
    const asked = here.flatMap(({ research }) => research ?? []);
    return asked.length === 0
      ? ''
      : t('desk.researchHere', { yes: asked.filter((each) => each === 'yes').length, count: asked.length });
  });
  return said.value === '' ? null : <span class="block soft">{said}</span>;
}

/** People past their deadline who have not filed. */
function lateIn({ number, waitingFor }: DeskDistrict): string {
  const people = waitingFor.flatMap((seat) => holderOf(number, seat) ?? []);
  return list(people.filter(({ missed = 0 }) => missed > 0).map(({ name }) => name));
}

function Alarms({ district }: { district: DeskDistrict }) {
  const { alarms = [], phase } = district;
  if (stage.value === 'ended' || phase === 'ended') return null;
  return (
    <>
      {alarms.map((alarm) => (
        <span key={alarm} class="alarm block">
          {t(`desk.alarm-${alarm}`, { names: alarm === 'about-to-be-replaced' ? lateIn(district) : '' })}
        </span>
      ))}
    </>
  );
}

/** Actions possible for this district now; the finale is for all at once. */
function RowActions({ district }: { district: DeskDistrict }) {
  const { number, paused, phase, frozen, undoable, practice } = district;
  const one = { district: number };
  const hold = frozen === true ? 'thaw' : paused ? 'resume' : 'pause';
  const onward = phase === 'plan' ? 'closeRound' : 'advance';
  const going = goesOn(district);
  return (
    <span class="row">
      {going && frozen !== true && !(practice === true && phase === 'reveal') && (
        <Button compact label={t(`desk.one-${onward}`, { number })} onClick={() => ask({ type: onward, ...one })}>
          {t(phase === 'plan' ? 'desk.closeShort' : 'teach.advanceShort')}
        </Button>
      )}
      {going && (
        <Button compact label={t(`desk.one-${hold}`, { number })} onClick={() => ask({ type: hold, ...one })}>
          {hold === 'pause' ? t('teach.pause') : hold === 'resume' ? t('teach.resume') : t('desk.thaw')}
        </Button>
      )}
      {district.deadline !== undefined && (
        <Button
          compact
          label={t('teach.extendOne', { number })}
          onClick={() => ask({ type: 'extend', ms: EXTENSION_MS, ...one })}
        >
          {t('teach.extendShort')}
        </Button>
      )}
      {undoable === true && (
        <Button
          compact
          label={t('desk.one-undo', { number })}
          onClick={() => {
            undoing.value = one;
          }}
        >
          {t('desk.undoShort')}
        </Button>
      )}
    </span>
  );
}
