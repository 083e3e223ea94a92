/**
 * The debrief's root signals: the districts of a record, one moment of one of them, and the viewer. All other state
 * derives from them.
 */
import { computed, signal } from '@preact/signals';
import { type Chronicle, chronicleOf, type Moment } from '../../shared/debrief/chronicle.ts';
import type { ClassRecord } from '../../shared/debrief/collection.ts';
import { seriesOf } from '../../shared/debrief/series.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import type { Seat } from '../../shared/engine/actors.ts';
import { lookingBack, type PublicView } from '../../shared/engine/public-view.ts';
import { type SeatView, viewFor } from '../../shared/engine/view.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';

export const SECTIONS = ['predict', 'turns', 'street', 'questions', 'curves', 'sides', 'whatif', 'tables'] as const;
export type Section = (typeof SECTIONS)[number];

/** Origin of a district: a class, or its file. */
export interface OpenedClass {
  readonly key: string;
  readonly title: string;
}

export interface District {
  /**
   * Number in the class, after a letter in every class but the first. A modelled district has the name of its origin.
   */
  readonly name: string;
  readonly number: string;
  readonly of: OpenedClass;
  readonly chronicle: Chronicle;
  /** The log as opened, with practice and undone rounds. */
  readonly recorded: DistrictLog;
  /** True for the answer to a what-if. */
  readonly modelled: boolean;
  /** The record from which the model's answer departs. */
  readonly departsFrom?: Chronicle;
}

export const districts = signal<readonly District[]>([]);
export const chosen = signal(0);
export const momentIndex = signal(0);
/** Undefined: the public view. */
export const viewer = signal<Seat | undefined>(undefined);
/** Whether plans and accounts are shown; the presenter decides. */
export const booksOpen = signal(false);
export const section = signal<Section>('predict');
/** Names of the districts whose outcome was revealed; for the others it is still a question. */
const revealedNames = signal<ReadonlySet<string>>(new Set());

export const district = computed<District | undefined>(() => districts.value[chosen.value]);
export const moment = computed<Moment | undefined>(() => district.value?.chronicle.moments[momentIndex.value]);
export const lastIndex = computed(() => (district.value?.chronicle.moments.length ?? 1) - 1);
/** Derived, so that it changes only with every third moment and its readers are redrawn less often. */
export const roundShown = computed(() => moment.value?.round);
export const played = computed<readonly District[]>(() => districts.value.filter(({ modelled }) => !modelled));
/** Whether the outcome of the district shown was revealed. A model's answer would reveal its origin's. */
export const revealed = computed(() => district.value !== undefined && revealedNames.value.has(district.value.name));
/** Districts whose outcome was not revealed. */
export const unrevealed = computed(() => played.value.filter(({ name }) => !revealedNames.value.has(name)));
export const series = computed(() => (district.value === undefined ? [] : seriesOf(district.value.chronicle)));
export const turningPoints = computed(() =>
  district.value === undefined ? [] : turningPointsOf(district.value.chronicle),
);

/** Classes with districts to show, in order of opening. */
export const classes = computed<readonly OpenedClass[]>(() => [...new Set(played.value.map(({ of }) => of))]);
/** The recorded districts in the class of the district shown. */
export const classmates = computed<readonly District[]>(() =>
  played.value.filter(({ of }) => of.key === district.value?.of.key),
);

/** Cache of chronicles, so that each log is folded once. */
const chronicles = new WeakMap<DistrictLog, Chronicle>();

function chronicleFor(log: DistrictLog): Chronicle {
  const chronicle = chronicles.get(log) ?? chronicleOf(log);
  chronicles.set(log, chronicle);
  return chronicle;
}

function districtsOf({ key, title, logs }: ClassRecord, place: number): readonly District[] {
  const of = { key, title };
  const letter = place === 0 ? '' : String.fromCharCode(0x41 + (place % 26));
  const shown = logs
    .map((recorded) => ({ recorded, chronicle: chronicleFor(recorded) }))
    .filter(({ chronicle }) => chronicle.rounds.length > 0);
  const records = new Map(shown.map(({ chronicle }) => [chronicle.log.header.districtId, chronicle]));
  return shown.map(({ recorded, chronicle }, index): District => {
    const { districtNumber, lineage } = chronicle.log.header;
    const number = String(districtNumber ?? index + 1);
    const asked = lineage?.why === 'what-if';
    const departsFrom = asked ? records.get(lineage.districtId) : undefined;
    const about = { name: `${letter}${number}`, number, of, chronicle, recorded };
    if (departsFrom !== undefined) return { ...about, modelled: true, departsFrom };
    // A model's answer without its record is shown as a district of its own.
    return { ...about, name: asked ? `${about.name}-${index + 1}` : about.name, modelled: false };
  });
}

/** Opens classes in place of those open, or beside them if `adding`, which keeps moment and reveals. */
export function openClasses(records: readonly ClassRecord[], adding = false): void {
  const opened = records.flatMap(districtsOf);
  const models = adding
    ? districts.value.filter(({ chronicle }) => !opened.some((each) => each.chronicle === chronicle))
    : [];
  const shown = district.value;
  districts.value = [...opened, ...models.filter(({ modelled }) => modelled)];
  if (adding) {
    chosen.value = Math.max(
      0,
      districts.value.findIndex((each) => shown !== undefined && keyOf(each) === keyOf(shown)),
    );
    return;
  }
  chosen.value = 0;
  momentIndex.value = 0;
  viewer.value = undefined;
  booksOpen.value = false;
  revealedNames.value = new Set();
}

export function closeDistricts(): void {
  districts.value = [];
}

export function goTo(index: number): void {
  momentIndex.value = Math.min(lastIndex.value, Math.max(0, index));
}

/** Goes to the reveal of a round, which shows its outcome. */
export function goToRound(round: number): void {
  const moments = district.value?.chronicle.moments ?? [];
  const found = moments.findLast((each) => each.round === round && each.phase === 'reveal');
  if (found !== undefined) goTo(found.index);
}

/** The same for a card further down: scrolls up if the map is out of sight. */
export function showRound(round: number): void {
  goToRound(round);
  showStage();
}

function showStage(): void {
  document.querySelector('.stage')?.scrollIntoView({ block: 'nearest' });
}

/**
 * Reveals the outcome of the district shown, or of all. A reader at the beginning is taken to the end, so that the map
 * shows it.
 */
export function reveal(which: 'shown' | 'all' = 'shown'): void {
  const shown = district.value;
  if (shown === undefined) return;
  revealedNames.value = new Set([
    ...revealedNames.value,
    ...(which === 'all' ? played.value : [shown]).map(({ name }) => name),
  ]);
  if (momentIndex.value === 0) goTo(Number.POSITIVE_INFINITY);
}

/** Hides the outcome of the district shown again. */
export function hideAgain(): void {
  const shown = district.value;
  if (shown !== undefined)
    revealedNames.value = new Set([...revealedNames.value].filter((name) => name !== shown.name));
}

/** Shows another district at the same round and phase, as far as it came. */
export function chooseDistrict(index: number): void {
  const here = moment.value;
  chosen.value = index;
  const moments = district.value?.chronicle.moments ?? [];
  const same = moments.find((each) => each.round === here?.round && each.phase === here.phase);
  goTo(same?.index ?? moments.length - 1);
  const seats = district.value?.chronicle.final.actors.length ?? 0;
  if (viewer.value !== undefined && viewer.value >= seats) viewer.value = undefined;
}

export function openBooks(open: boolean): void {
  booksOpen.value = open;
  if (!open) viewer.value = undefined;
}

/** Key that distinguishes a district from the model's answers about it. */
export function keyOf({ name, modelled, chronicle }: District): string {
  return modelled ? `${name} ${chronicle.log.header.districtId}` : name;
}

interface ViewsOfMoment {
  readonly everybody: PublicView;
  readonly bySeat: Map<Seat, SeatView>;
}
/** Cache of views by moment, which never change. */
const views = { told: new WeakMap<Moment, ViewsOfMoment>(), untold: new WeakMap<Moment, ViewsOfMoment>() };

/**
 * The public view of a moment, and the chosen seat's view if the books are open. Before the reveal the announced figure
 * is left out, since it would give the answer away.
 */
export function viewsAt(
  shown: Moment,
  seat: Seat | undefined,
): { readonly everybody: PublicView; readonly own: SeatView | undefined } {
  const known = revealed.value ? views.told : views.untold;
  const kept = known.get(shown) ?? {
    everybody: revealed.value ? lookingBack(shown.state) : withoutFigure(lookingBack(shown.state)),
    bySeat: new Map<Seat, SeatView>(),
  };
  known.set(shown, kept);
  if (seat === undefined) return { everybody: kept.everybody, own: undefined };
  const own = kept.bySeat.get(seat) ?? viewFor(shown.state, seat);
  kept.bySeat.set(seat, own);
  return { everybody: kept.everybody, own };
}

function withoutFigure({ announcedFigure: _, ...view }: PublicView): PublicView {
  return view;
}

/** Adds the model's answer beside its record, and shows it at the same moment. */
export function addModelled(origin: Chronicle, answer: Chronicle): void {
  const record = districts.value.find(({ chronicle }) => chronicle === origin);
  if (record === undefined) return;
  const modelled: District = {
    ...record,
    chronicle: answer,
    recorded: answer.log,
    modelled: true,
    departsFrom: origin,
  };
  const others = districts.value.filter(({ departsFrom }) => departsFrom !== origin);
  districts.value = [...others, modelled];
  chooseDistrict(districts.value.length - 1);
  // Scrolls to the two maps, which are above the question.
  requestAnimationFrame(showStage);
}

/** The record from which a model's answer departs. */
export const origin = computed<District | undefined>(() => {
  const shown = district.value;
  return shown === undefined ? undefined : recordOf(shown);
});

export function recordOf(modelled: District): District | undefined {
  return districts.value.find(({ chronicle }) => chronicle === modelled.departsFrom);
}
