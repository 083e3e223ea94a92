/**
 * What the debrief looks at: the districts of a record, one moment of one of them, and through whose eyes. Everything
 * else on the page follows from these signals.
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

/** Where a district comes from: a class, or the file of one. */
export interface OpenedClass {
  readonly key: string;
  readonly title: string;
}

export interface District {
  /**
   * Its number in the class, behind a letter in every class but the first. What the model makes of a district has the
   * name of that district.
   */
  readonly name: string;
  readonly number: string;
  readonly of: OpenedClass;
  readonly chronicle: Chronicle;
  /** As it was brought, with what does not count. */
  readonly recorded: DistrictLog;
  /** The answer to a what-if, not something that was played. */
  readonly modelled: boolean;
  /** The record the model's answer departs from. */
  readonly departsFrom?: Chronicle;
}

export const districts = signal<readonly District[]>([]);
export const chosen = signal(0);
export const momentIndex = signal(0);
/** Undefined: as everybody could see it. */
export const viewer = signal<Seat | undefined>(undefined);
/** Whoever holds the record decides when the class may see plans and accounts. */
export const booksOpen = signal(false);
export const section = signal<Section>('predict');
/** Names of the districts of which the class has seen what was built: until then it is a question. */
const told = signal<ReadonlySet<string>>(new Set());

export const district = computed<District | undefined>(() => districts.value[chosen.value]);
export const moment = computed<Moment | undefined>(() => district.value?.chronicle.moments[momentIndex.value]);
export const lastIndex = computed(() => (district.value?.chronicle.moments.length ?? 1) - 1);
/** Changes with every third moment only: whoever needs no more than this is left alone by the others. */
export const roundShown = computed(() => moment.value?.round);
export const played = computed<readonly District[]>(() => districts.value.filter(({ modelled }) => !modelled));
/** Whether the outcome of the district shown has been told. The model's answer gives away its record's. */
export const revealed = computed(() => district.value !== undefined && told.value.has(district.value.name));
/** Districts of which it has not. */
export const untold = computed(() => played.value.filter(({ name }) => !told.value.has(name)));
export const series = computed(() => (district.value === undefined ? [] : seriesOf(district.value.chronicle)));
export const turningPoints = computed(() =>
  district.value === undefined ? [] : turningPointsOf(district.value.chronicle),
);

/** Classes that have districts to show, in the order in which they were opened. */
export const classes = computed<readonly OpenedClass[]>(() => [...new Set(played.value.map(({ of }) => of))]);
/** The recorded districts of the class of the one shown. */
export const classmates = computed<readonly District[]>(() =>
  played.value.filter(({ of }) => of.key === district.value?.of.key),
);

/** Every log is folded once, however often others join it. */
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
    // A model's answer without its record stands for itself.
    return { ...about, name: asked ? `${about.name}-${index + 1}` : about.name, modelled: false };
  });
}

/** Opens these classes in place of what was open; what is shown and what was told stays where `adding` to it. */
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
  told.value = new Set();
}

export function closeDistricts(): void {
  districts.value = [];
}

export function goTo(index: number): void {
  momentIndex.value = Math.min(lastIndex.value, Math.max(0, index));
}

/** To the reveal of a round, where its outcome stands. */
export function goToRound(round: number): void {
  const moments = district.value?.chronicle.moments ?? [];
  const found = moments.findLast((each) => each.round === round && each.phase === 'reveal');
  if (found !== undefined) goTo(found.index);
}

/** The same from a card further down: where the map is out of sight, the page goes up to it. */
export function showRound(round: number): void {
  goToRound(round);
  showStage();
}

function showStage(): void {
  document.querySelector('.stage')?.scrollIntoView({ block: 'nearest' });
}

/**
 * Tells the outcome of the district shown, or of all; a reader still at the beginning is taken to the end, so that the
 * map shows what was built.
 */
export function reveal(which: 'shown' | 'all' = 'shown'): void {
  const shown = district.value;
  if (shown === undefined) return;
  told.value = new Set([...told.value, ...(which === 'all' ? played.value : [shown]).map(({ name }) => name)]);
  if (momentIndex.value === 0) goTo(Number.POSITIVE_INFINITY);
}

/** Asks about the district shown once more. */
export function hideAgain(): void {
  const shown = district.value;
  if (shown !== undefined) told.value = new Set([...told.value].filter((name) => name !== shown.name));
}

/** Another district at the same round and phase, as far as it came. */
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

/** Tells a district from the model's answer to a question about it. */
export function keyOf({ name, modelled, chronicle }: District): string {
  return modelled ? `${name} ${chronicle.log.header.districtId}` : name;
}

interface ViewsOfMoment {
  readonly everybody: PublicView;
  readonly bySeat: Map<Seat, SeatView>;
}
/** A recorded moment always looks the same: its views are made once. */
const views = { told: new WeakMap<Moment, ViewsOfMoment>(), untold: new WeakMap<Moment, ViewsOfMoment>() };

/**
 * The public view of a moment, and the chosen seat's own, when the books are open. Until the outcome is told, the first
 * is without the figure that was announced: it would give the answer away.
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

/** Puts the model's answer beside the record it departs from, and shows it at the same moment. */
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
  // Both maps stand above the question: once they are there, they are brought into sight.
  requestAnimationFrame(showStage);
}

/** The record a model's answer departs from. */
export const origin = computed<District | undefined>(() => {
  const shown = district.value;
  return shown === undefined ? undefined : recordOf(shown);
});

export function recordOf(modelled: District): District | undefined {
  return districts.value.find(({ chronicle }) => chronicle === modelled.departsFrom);
}
