/**
 * The trial years: a newcomer sells, shares, and meets a broken promise, before any text on rules or roles. They can be
 * skipped at any time; the engine computes the numbers.
 */
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import './trial.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Seat } from '../../shared/engine/actors.ts';
import { STANDARD } from '../../shared/scenarios/index.ts';
import { firstYears, neighbourOf, type YearEnd } from '../../shared/simulation/first-years.ts';
import { type CloseUp, paintCloseUp } from '../map/close-up.ts';
import { language, num, passage, t, words } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Term } from '../ui/term.tsx';
import { Moves } from './moves.tsx';
import {
  announcementOf,
  contentOf,
  moved,
  type Step,
  type StepContent,
  type TrialNumbers,
  trustLine,
  withSign,
} from './steps.ts';

/** The firm shown to a person whose own seat is no firm. */
const STAND_IN: Seat = STANDARD.roster.findIndex(({ kind, parent }) => kind === 'firm' && parent === undefined);
/** Steps with a second year: they show its numbers without its news. */
const IN_PLACE: readonly Step[] = ['promise', 'alone', 'nobody'];

interface TrialProps {
  /** The player's house in the standard street; an institution plays a firm as well. */
  readonly seat?: Seat;
  readonly onOver: () => void;
  readonly children?: ComponentChildren;
}

export function Trial({ seat = STAND_IN, onOver, children }: TrialProps) {
  const [step, setStep] = useState<Step>('sell');
  const firm = STANDARD.roster[seat]?.kind === 'firm' ? seat : STAND_IN;
  const tale = useTale(firm);
  const said = contentOf(step, tale);
  const acts = useRef<HTMLFieldSetElement>(null);

  useEffect(() => {
    // Escape also closes an open glossary card, which then handles it alone.
    const skip = ({ key }: KeyboardEvent) =>
      key === 'Escape' && document.querySelector(':popover-open') === null && onOver();
    addEventListener('keydown', skip);
    return () => removeEventListener('keydown', skip);
  }, [onOver]);
  // Focuses the only button; with two, their group, so that neither is preferred. Both are announced with the sentence
  // above.
  useLayoutEffect(() => {
    const buttons = acts.current?.querySelectorAll('button');
    const next = buttons?.length === 1 ? buttons[0] : acts.current;
    next?.focus({ preventScroll: true });
  }, [step]);

  const year = tale.firstYear + (IN_PLACE.includes(step) ? 1 : 0);
  const prelude = step === 'sell' && firm !== seat ? [t('trial.asFirm')] : [];
  return (
    <main class="trial" aria-label={t('trial.title')}>
      <h1 class="hidden-text">{t('common.appName')}</h1>
      <header class="trial-head">
        <span class="trial-year figures" aria-hidden="true">
          {year}
        </span>
        <LanguageSwitch />
        <Button look="quiet" onClick={onOver}>
          {t('trial.skip')}
        </Button>
      </header>
      {children}
      <div class="trial-scene" aria-hidden="true">
        <Scenery firm={firm} neighbour={neighbourOf(STANDARD.roster, firm)} />
        <Moves key={step} step={step} tale={said} />
      </div>
      <div class="trial-words">
        <Books key={`books ${step}`} said={said} name={tale.name} />
        <h2 class="trial-say" id="trial-say">
          {passage([...prelude, said.say])}
        </h2>
        <fieldset class="trial-acts" ref={acts} aria-labelledby="trial-say" tabIndex={-1}>
          {said.ways.map(({ label, face, to }) => (
            <Button
              key={`${step} ${to}`}
              look={said.ways.length === 1 ? 'strong' : 'plain'}
              {...omitUndefined({ label: face && label })}
              onClick={() => (to === 'over' ? onOver() : setStep(to))}
            >
              {face ?? label}
            </Button>
          ))}
        </fieldset>
        <p class="hidden-text" role="status">
          {passage(announcementOf(said, tale.name))}
        </p>
      </div>
    </main>
  );
}

function useTale(firm: Seat): TrialNumbers {
  const neighbour = neighbourOf(STANDARD.roster, firm);
  const years = useMemo(() => firstYears(STANDARD, firm, neighbour), [firm, neighbour]);
  const entry = STANDARD.roster[neighbour];
  return {
    years,
    name: entry === undefined ? '' : words(entry.name),
    firstYear: STANDARD.calendar[0]?.year ?? 0,
    half: STANDARD.parameters.effort / 2,
  };
}

function Scenery({ firm, neighbour }: { firm: Seat; neighbour: Seat }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const spoken = language.value;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const paint = () =>
      paintCloseUp(element, { own: houseOf(firm), neighbour: houseOf(neighbour), you: t('trial.you') });
    paint();
    const watched = new ResizeObserver(paint);
    watched.observe(element);
    return () => watched.disconnect();
  }, [firm, neighbour, spoken]);
  return <canvas ref={canvas} class="trial-canvas" />;
}

function houseOf(seat: Seat): CloseUp['own'] {
  const entry = STANDARD.roster[seat];
  if (entry === undefined) return { name: '' };
  const name = words(entry.name);
  const universities = STANDARD.roster.filter(({ kind }) => kind === 'university');
  const parent = entry.parent === undefined ? undefined : universities[entry.parent];
  return parent === undefined ? { name } : { name, seal: parent.name.zh.slice(0, 1) };
}

/** The numbers as a small table with a column each for cash and knowledge. */
function Books({ said, name }: { said: StepContent; name: string }) {
  const { before, after, together, ghost } = said;
  const trust = trustLine(said);
  return (
    <div class="trial-books">
      <table class="figures">
        <thead class="small">
          <tr>
            <td />
            <th scope="col">{t('common.cash')}</th>
            <th scope="col">
              <Term of="knowledge" word={t('common.knowledge')} />
            </th>
          </tr>
        </thead>
        <tbody>
          <Row label={t('trial.you')} before={before.own} after={after.own} />
          {together && <Row label={name} before={before.theirs} after={after.theirs} />}
          {ghost !== undefined && <Row label={t('trial.bothSharing')} after={ghost.own} ghost />}
        </tbody>
      </table>
      {trust !== undefined && <p class="small soft">{trust}</p>}
    </div>
  );
}

interface RowProps {
  readonly label: string;
  readonly before?: YearEnd['own'];
  readonly after: YearEnd['own'];
  readonly ghost?: boolean;
}

function Row({ label, before = undefined, after, ghost = false }: RowProps) {
  return (
    <tr class={ghost ? 'ghost' : undefined}>
      <th scope="row">{label}</th>
      {(['cash', 'knowledge'] as const).map((what) => {
        const change = before === undefined ? 0 : moved(before[what], after[what]);
        return (
          <td key={what}>
            <strong>{num(after[what])}</strong> {change !== 0 && <span class="small">{withSign(change)}</span>}
          </td>
        );
      })}
    </tr>
  );
}
