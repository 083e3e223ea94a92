/** What the instructor's desk shows: every person, every district in a row, questions and answers. */
import type { Seat } from '../../../shared/engine/actors.ts';
import { announcedFigure } from '../../../shared/engine/figures.ts';
import { ifAny, omitUndefined } from '../../../shared/engine/omit-undefined.ts';
import { falteredIn, hubOf } from '../../../shared/engine/phases-and-seats.ts';
import { clockModeNow, numberAt, roundsOf } from '../../../shared/engine/queries.ts';
import type { DistrictState } from '../../../shared/engine/state.ts';
import type {
  DeskAct,
  DeskAlarm,
  DeskDistrict,
  DeskPlayer,
  DeskQuestion,
  DeskReflection,
  DeskView,
  ReflectionAnswer,
} from '../../../shared/protocol/class-room.ts';
import { QUESTION_IDS, type QuestionId } from '../../../shared/protocol/comprehension.ts';
import type { DistrictSession } from '../../district/session.ts';
import { countRight, isRight } from '../asked/comprehension.ts';
import { shownPoll } from '../asked/polls.ts';
import type { Classroom } from '../classroom.ts';
import { finaleIn, resultIsKnown } from '../districts/finale.ts';
import { consentOf } from '../people/consent.ts';
import type { ClassState, Opened, Player } from '../state/class-state.ts';
import type { DistrictPlan } from '../state/events.ts';
import { guessesIn } from './guesses.ts';
import { memoizeWhile } from './memoize-while.ts';
import { recentTalk } from './said.ts';

/** Memoised rows: comparing views stops early at identical objects. */
const districtRows = memoizeWhile<DistrictSession, DeskDistrict>();
const rowsOfPlayers = memoizeWhile<Player, DeskPlayer>();
const listsOfPlayers = memoizeWhile<Classroom, readonly DeskPlayer[]>();
const heldCodes = memoizeWhile<Classroom, ReadonlySet<string>>();

const ACTS_SHOWN = 12;
const REMOVED_SHOWN = 50;

export function deskView(classroom: Classroom): DeskView {
  const { state } = classroom;
  const { opened, phase, stage, namesShown, debriefOpen, door } = state;
  const { title, language, roster, treatments } = opened;
  return omitUndefined({
    phase,
    code: opened.code,
    players: playerRows(classroom),
    districts: state.districts.flatMap((plan) => {
      const session = classroom.session(plan.number);
      return session === undefined ? [] : [districtRow(classroom, session, plan)];
    }),
    stage,
    scenario: opened.scenario,
    seatsPerDistrict: opened.seatsPerDistrict,
    namesShown,
    debriefOpen,
    door: door.open && door.expected === undefined ? undefined : door,
    title,
    language,
    playsOn: opened.playsOn && { phase: opened.playsOn.phase, round: opened.playsOn.round },
    homework: opened.homework,
    dryRun: opened.kind === 'dry-run' || undefined,
    timed: [opened, ...(treatments ?? [])].some(({ settings }) => settings.clockMode === 'clock') || undefined,
    questions: ifAny(questionRows(state)),
    reflections: ifAny(reflectionRows(state)),
    answers: ifAny(reflectionAnswers(state)),
    hands: ifAny([...state.hands].map(([id, hand]) => ({ id, ...hand }))),
    finale: finaleIn(
      state,
      classroom.sessions.map((session) => session.state),
    ),
    polls: ifAny(state.polls.map((poll) => shownPoll(state, poll, true))),
    said: ifAny(recentTalk(classroom)),
    allMuted: state.allMuted || undefined,
    removed: ifAny(lastRemoved(state)),
    roster: roster && rosterRows(roster, state),
    treatments: treatments?.map(({ name }) => name),
    assigned: treatments && [...state.assigned].map(([district, treatment]) => ({ district, treatment })),
    acts: ifAny(lastActs(state)),
    damaged: ifAny(damagedIn(classroom)),
  });
}

function damagedIn(classroom: Classroom): NonNullable<DeskView['damaged']> {
  return classroom.state.districts.flatMap(({ number }) => {
    const damage = classroom.damageOf(number);
    return damage === undefined ? [] : [{ district: number, line: damage.line }];
  });
}

/** The identical list, unless somebody's row changed. */
function playerRows(classroom: Classroom): readonly DeskPlayer[] {
  const rows = classroom.state.players.map((player) => playerRow(classroom, player));
  return listsOfPlayers(classroom, rows, () => rows);
}

function playerRow(classroom: Classroom, player: Player): DeskPlayer {
  const { state } = classroom;
  const online = classroom.isOnline(player.id);
  const held = state.placements.get(player.id);
  const session = held === undefined ? undefined : classroom.session(held.district);
  const status = held === undefined ? undefined : session?.state.seats[held.seat];
  const work = state.opened.homework === undefined ? undefined : session?.state;
  return rowsOfPlayers(player, [state, online, status, work], () => newPlayerRow(classroom, player, online));
}

function newPlayerRow(classroom: Classroom, { id, name }: Player, online: boolean): DeskPlayer {
  const { state } = classroom;
  const row = omitUndefined({
    id,
    name,
    online,
    muted: state.muted.has(id) || undefined,
    reentry: codeHolders(classroom).has(id) || undefined,
    relaxed: state.relaxed.has(id) || undefined,
    research: researchOf(state, id),
    questions: questionsOf(state, id),
  });
  const held = state.placements.get(id);
  if (held !== undefined) {
    const status = classroom.session(held.district)?.state.seats[held.seat];
    const own = status?.player === id ? status : undefined;
    return omitUndefined({
      ...row,
      districtNumber: held.district,
      seat: held.seat,
      bot: own?.control === 'bot' || undefined,
      firstRound: held.firstRound,
      homework: workOf(classroom, held.district),
      missed: own?.missed || undefined,
    });
  }
  const mirrored = state.mirrors.get(id);
  if (mirrored !== undefined) {
    return { ...row, districtNumber: mirrored.district, seat: mirrored.seat, place: 'mirror' };
  }
  const watched = state.observers.get(id);
  if (watched !== undefined) return { ...row, districtNumber: watched, place: 'observer' };
  const wish = state.wishes.get(id);
  return wish === undefined ? row : { ...row, districtNumber: wish.district, seat: wish.seat };
}

/** People with an unused re-entry code. */
function codeHolders(classroom: Classroom): ReadonlySet<string> {
  const { reentries } = classroom.state;
  return heldCodes(classroom, [reentries], () => new Set([...reentries.values()].map(({ player }) => player)));
}

function researchOf(state: ClassState, player: string): DeskPlayer['research'] {
  const consent = consentOf(state, player);
  return consent === 'not-asked' || consent === 'erased' ? undefined : consent;
}

/** Progress of somebody who plays homework; late if anything was decided after it was due. */
function workOf(classroom: Classroom, district: number): DeskPlayer['homework'] {
  const { homework } = classroom.state.opened;
  const session = classroom.session(district);
  if (homework === undefined || session === undefined) return undefined;
  const { round, phase } = session.state;
  const late = (session.records.at(-1)?.at ?? 0) > homework.due;
  return { round, rounds: roundsOf(session.state), done: phase === 'ended', late };
}

function questionsOf(state: ClassState, player: string): DeskPlayer['questions'] {
  const answered = state.answers.get(player);
  return answered && { answered: answered.size, right: countRight(answered) };
}

function districtRow(classroom: Classroom, session: DistrictSession, plan: DistrictPlan): DeskDistrict {
  const { state, presence, broken, waitsForOthers: held } = session;
  const about = [classroom.state, state, session.records.length, presence.changes, broken, held];
  return districtRows(session, about, () => newDistrictRow(classroom, session, plan, held));
}

function newDistrictRow(
  classroom: Classroom,
  session: DistrictSession,
  { number, treatment }: DistrictPlan,
  held: boolean,
): DeskDistrict {
  const { state } = session;
  const away = seatsWhere(state, (seat, player) => player && !session.presence.isOnline(seat));
  const substituted = seatsWhere(
    state,
    (seat, player) => player && state.seats[seat]?.control === 'bot' && !beginsLater(classroom.state, state, seat),
  );
  const waitingFor = session.waitingFor();
  const last = state.history.at(-1);
  return omitUndefined({
    id: session.id,
    number,
    phase: state.phase,
    round: state.round,
    rounds: roundsOf(state),
    deadline: session.deadline,
    paused: state.clock.pausedWithMs !== undefined,
    outlook: session.outlook,
    planned: state.shortenedTo === undefined ? undefined : state.parameters.rounds,
    times: timesOf(state),
    endWaits: session.endWaits || undefined,
    figureTold: state.settings.showFigure === true || resultIsKnown(classroom.state, state) || undefined,
    byHand: (inARound(state) && clockModeNow(state) === 'desk') || undefined,
    waitingFor,
    humans: state.seats.filter(({ control }) => control === 'human').length,
    bots: state.seats.filter(({ control }) => control === 'bot').length,
    figure: announcedFigure(state.history),
    reading: last?.figure.figure,
    listed: ifAny(state.listed ?? []),
    ...hubsOf(state),
    practice: state.practice !== undefined || undefined,
    held: held || undefined,
    frozen: isFrozen(classroom.state, number) || undefined,
    away: ifAny(away),
    substituted: ifAny(substituted),
    income: last === undefined ? undefined : Math.round(last.income),
    failures: state.firms.reduce((sum, firm) => sum + firm.failures, 0) || undefined,
    predictions: guessesIn(classroom.state, session),
    undoable: session.undoable || undefined,
    treatment,
    alarms: ifAny(alarmsOf(session, waitingFor, away, substituted)),
  });
}

function hubsOf(state: DistrictState): Pick<DeskDistrict, 'hub' | 'faltered'> {
  if (state.phase !== 'reveal') return {};
  const hub = hubOf(state);
  return omitUndefined({ hub: typeof hub === 'number' ? hub : undefined, faltered: falteredIn(state) });
}

function timesOf({ settings }: DistrictState): DeskDistrict['times'] {
  const { clockMode, newsMs, planMs, revealMs } = settings;
  return clockMode === 'clock' ? { newsMs, planMs, revealMs } : undefined;
}

function inARound({ phase }: DistrictState): boolean {
  return phase === 'news' || phase === 'plan' || phase === 'reveal';
}

/** Whether a bot plays rightly for a latecomer whose first round is still to come. */
function beginsLater({ placements }: ClassState, { seats, round }: DistrictState, seat: Seat): boolean {
  const player = seats[seat]?.player;
  return player !== undefined && round < (placements.get(player)?.firstRound ?? 0);
}

function seatsWhere(state: DistrictState, is: (seat: Seat, held: boolean) => boolean): readonly Seat[] {
  return state.actors.map(({ seat }) => seat).filter((seat) => is(seat, state.seats[seat]?.player !== undefined));
}

/** Below this share of its people, a district is held up by a few. */
const FEW = 1 / 4;

function alarmsOf(
  session: DistrictSession,
  waitingFor: readonly Seat[],
  away: readonly Seat[],
  substituted: readonly Seat[],
): readonly DeskAlarm[] {
  const { state } = session;
  const people = state.seats.filter(({ player }) => player !== undefined).length;
  const over = state.phase === 'ended';
  const failed = state.lastRound.some(({ type }) => type === 'FirmFailed');
  const few = waitingFor.length > 0 && waitingFor.length <= Math.max(1, Math.floor(people * FEW));
  const missing = state.phase === 'plan' && waitingFor.some((seat) => numberAt(missedOf(state), seat) > 0);
  const rings: Readonly<Record<DeskAlarm, boolean>> = {
    'store-failing': session.broken,
    'nobody-here': !over && people > 0 && away.length === people,
    'about-to-be-replaced': missing,
    'few-hold-up': state.phase === 'plan' && few && people > waitingFor.length,
    'bot-for-person': !over && substituted.length > 0,
    'somebody-away': !over && away.length > 0,
    'firm-failed': !over && failed,
  };
  return (Object.keys(rings) as DeskAlarm[]).filter((alarm) => rings[alarm]);
}

function missedOf(state: DistrictState): readonly number[] {
  return state.seats.map(({ missed }) => missed);
}

function isFrozen(state: ClassState, district: number): boolean {
  return state.reflections.some(({ openIn }) => openIn.includes(district));
}

function questionRows(state: ClassState): readonly DeskQuestion[] {
  const counts = new Map<QuestionId, { answered: number; missed: number }>();
  for (const given of state.answers.values()) {
    for (const [question, choice] of given) {
      const count = counts.get(question) ?? { answered: 0, missed: 0 };
      count.answered += 1;
      if (!isRight(question, choice)) count.missed += 1;
      counts.set(question, count);
    }
  }
  return QUESTION_IDS.flatMap((question) => {
    const count = counts.get(question);
    return count === undefined ? [] : [{ question, ...count }];
  });
}

function reflectionRows(state: ClassState): readonly DeskReflection[] {
  return state.reflections.map(({ id, question, openIn, districts }) => ({
    id,
    question,
    open: openIn.length > 0,
    districts,
  }));
}

function reflectionAnswers(state: ClassState): readonly ReflectionAnswer[] {
  return state.reflections.flatMap(({ id: reflection, answers }) =>
    [...answers].map(([player, text]) => ({ id: `${reflection} ${player}`, reflection, player, text })),
  );
}

function rosterRows(roster: NonNullable<Opened['roster']>, { players }: ClassState): NonNullable<DeskView['roster']> {
  return roster.map(({ label }, entry) => {
    const player = players.find((each) => each.entry === entry)?.id;
    return player === undefined ? { id: entry, label } : { id: entry, label, player };
  });
}

function lastRemoved({ removed, everyone }: ClassState): NonNullable<DeskView['removed']> {
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  return [...removed.keys()].slice(-REMOVED_SHOWN).map((id) => ({ id, name: names.get(id) ?? '' }));
}

function lastActs({ acts }: ClassState): readonly DeskAct[] {
  return [...acts.values()].slice(-ACTS_SHOWN).map(({ id, at, by, action, done }): DeskAct => {
    const player = 'player' in action ? action.player : undefined;
    return omitUndefined({
      id,
      at,
      by,
      type: action.type,
      districts: done?.districts?.map(({ district }) => district),
      player,
    });
  });
}
