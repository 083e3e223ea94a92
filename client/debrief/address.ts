/**
 * The moment shown is in the URL's hash: district, round, phase, viewer and part of the page. A link opens the same
 * picture on another screen with the same record open.
 */
import { computed } from '@preact/signals';
import { PHASES } from '../../shared/engine/parts.ts';
import { booksOpen, chosen, district, districts, goTo, moment, SECTIONS, section, viewer } from './debrief-signals.ts';

export const CLASS_CODE = 'class';
export const QUESTION = 'ask';

export function hashParameters(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1));
}

/** Adds the class to the address, so that links to moments name it. */
export function nameClass(code: string): void {
  const parameters = hashParameters();
  parameters.set(CLASS_CODE, code);
  history.replaceState(history.state, '', `#${parameters}`);
}

/** The present address with a what-if question, for others with the same record open. */
export function linkToQuestion(question: string): string {
  const parameters = hashParameters();
  parameters.set(QUESTION, question);
  return `${location.origin}${location.pathname}#${parameters}`;
}

function applyHash(): void {
  const parameters = hashParameters();
  const index = districts.value.findIndex(({ name }) => name === parameters.get('district'));
  if (index >= 0) chosen.value = index;
  const round = Number(parameters.get('round') ?? Number.NaN);
  const phase = PHASES.find((known) => known === parameters.get('phase')) ?? 'reveal';
  const found = district.value?.chronicle.moments.find((each) => each.round === round && each.phase === phase);
  if (found !== undefined) goTo(found.index);
  const seat = Number(parameters.get('seat') ?? Number.NaN);
  const exists = district.value?.chronicle.final.actors.some((actor) => actor.seat === seat) ?? false;
  if (booksOpen.value) viewer.value = exists ? seat : undefined;
  const part = SECTIONS.find((known) => known === parameters.get('part'));
  if (part !== undefined) section.value = part;
}

/** Writes the moment shown into the address. */
function nameMoment(): void {
  const shown = moment.peek();
  const name = district.peek()?.name;
  if (shown === undefined || name === undefined) return;
  const parameters = hashParameters();
  parameters.set('district', name);
  parameters.set('round', String(shown.round));
  parameters.set('phase', shown.phase);
  const seat = viewer.peek();
  if (seat === undefined) parameters.delete('seat');
  else parameters.set('seat', String(seat));
  parameters.set('part', section.peek());
  history.replaceState(history.state, '', `#${parameters}`);
}

/** Debounce, since browsers limit the rate of address changes and only the last of a quick scrub counts. */
const SETTLE_MS = 200;

/** Keeps page and address in sync while a record is open; returns a disposer. */
export function followAddress(): () => void {
  applyHash();
  window.addEventListener('hashchange', applyHash);
  const named = computed(() => [district.value?.name, moment.value, viewer.value, section.value]);
  let settling: ReturnType<typeof setTimeout> | undefined;
  const stop = named.subscribe(() => {
    clearTimeout(settling);
    settling = setTimeout(nameMoment, SETTLE_MS);
  });
  return () => {
    clearTimeout(settling);
    window.removeEventListener('hashchange', applyHash);
    stop();
  };
}
