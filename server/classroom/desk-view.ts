/** What the instructor's desk shows: every person, every district in one row, and what was asked and answered. */
import type { Seat } from '../../shared/engine/actors.ts';
import { numberAt } from '../../shared/engine/queries.ts';
import type { DistrictState } from '../../shared/engine/state.ts';
import type {
  DeskAct,
  DeskAlarm,
  DeskDistrict,
  DeskMessage,
  DeskPlayer,
  DeskQuestion,
  DeskReflection,
} from '../../shared/protocol/class-room.ts';
import { QUESTION_IDS, type QuestionId } from '../../shared/protocol/comprehension.ts';
import { deadlineOf } from '../district/pace.ts';
import type { DistrictSession } from '../district/session.ts';
import type { ClassState } from './class-state.ts';
import type { Classroom } from './classroom.ts';
import { RIGHT } from './comprehension.ts';

const ACTS_SHOWN = 12;

export function deskView(classroom: Classroom, now: number): DeskMessage {
  const { state } = classroom;
  const { opened, phase, stage, namesShown, door } = state;
  const names = new Map(state.players.map(({ id, name }) => [id, name]));
  const { title, language, roster, treatments } = opened;
  const questions = questionRows(state);
  return {
    now,
    phase,
    code: opened.code,
    players: state.players.map((player) => playerRow(classroom, player)),
    districts: state.districts.flatMap(({ number }) => {
      const session = classroom.session(number);
      return session === undefined ? [] : [districtRow(classroom, session, number, names)];
    }),
    stage,
    scenario: opened.scenario,
    seatsPerDistrict: opened.seatsPerDistrict,
    namesShown,
    ...(door.open && door.expected === undefined ? {} : { door }),
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    ...(opened.kind === 'dry-run' ? { dryRun: true } : {}),
    ...([opened, ...(treatments ?? [])].some(({ settings }) => settings.clockMode === 'clock') ? { timed: true } : {}),
    ...(questions.length === 0 ? {} : { questions }),
    ...(state.reflections.length === 0 ? {} : { reflections: reflectionRows(state) }),
    ...(roster === undefined ? {} : { roster: rosterRows(state) }),
    ...(treatments === undefined
      ? {}
      : {
          treatments: treatments.map(({ name }) => name),
          assigned: [...state.assigned].map(([district, treatment]) => ({ district, treatment })),
        }),
    ...(state.acts.size === 0 ? {} : { acts: lastActs(state) }),
  };
}

function playerRow(classroom: Classroom, { id, name }: { readonly id: string; readonly name: string }): DeskPlayer {
  const { state } = classroom;
  const row = {
    id,
    name,
    online: classroom.isOnline(id),
    ...(state.relaxed.has(id) ? ({ relaxed: true } as const) : {}),
    ...questionsOf(state, id),
  };
  const held = state.placements.get(id);
  if (held !== undefined) {
    const status = classroom.session(held.district)?.state.seats[held.seat];
    return {
      ...row,
      districtNumber: held.district,
      seat: held.seat,
      ...(status?.player === id && status.control === 'bot' ? { bot: true } : {}),
      ...(status?.player === id && status.missed > 0 ? { missed: status.missed } : {}),
    };
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

function questionsOf(state: ClassState, player: string): Pick<DeskPlayer, 'questions'> {
  const given = state.answers.get(player);
  if (given === undefined) return {};
  const right = [...given].filter(([question, choice]) => RIGHT[question] === choice).length;
  return { questions: { answered: given.size, right } };
}

function districtRow(
  classroom: Classroom,
  session: DistrictSession,
  number: number,
  names: ReadonlyMap<string, string>,
): DeskDistrict {
  const { state } = session;
  const deadline = deadlineOf(state);
  const figure = state.history.at(-1)?.figure.figure;
  const nameAt = (seat: Seat) => names.get(state.seats[seat]?.player ?? '') ?? '';
  const away = seatsWhere(state, (seat, player) => player && !session.presence.isOnline(seat));
  const substituted = seatsWhere(state, (seat, player) => player && state.seats[seat]?.control === 'bot');
  const failures = state.firms.reduce((sum, firm) => sum + firm.failures, 0);
  const waitingFor = session.waitingFor();
  const alarms = alarmsOf(session, waitingFor, away, substituted);
  const treatment = classroom.state.districts.find((plan) => plan.number === number)?.treatment;
  return {
    id: session.id,
    number,
    phase: state.phase,
    round: state.round,
    rounds: state.parameters.rounds,
    ...(deadline === undefined ? {} : { deadline }),
    paused: state.clock.pausedWithMs !== undefined,
    ...(state.settings.clockMode === 'clock' ? { timed: true } : {}),
    waitingFor: waitingFor.map((seat) => ({ seat, name: nameAt(seat) })),
    humans: state.seats.filter(({ control }) => control === 'human').length,
    bots: state.seats.filter(({ control }) => control === 'bot').length,
    ...(figure === undefined ? {} : { figure }),
    ...(state.practice === undefined ? {} : { practice: true }),
    ...(isFrozen(classroom.state, number) ? { frozen: true } : {}),
    ...(away.length === 0 ? {} : { away }),
    ...(substituted.length === 0 ? {} : { substituted }),
    ...(failures === 0 ? {} : { failures }),
    ...predictionsIn(classroom.state, state),
    ...(session.undoable ? { undoable: true } : {}),
    ...(treatment === undefined ? {} : { treatment }),
    ...(alarms.length === 0 ? {} : { alarms }),
  };
}

function seatsWhere(state: DistrictState, is: (seat: Seat, held: boolean) => boolean): readonly Seat[] {
  return state.actors.map(({ seat }) => seat).filter((seat) => is(seat, state.seats[seat]?.player !== undefined));
}

/** Students are asked for a prediction in the last reveal, and no longer once the end is told. */
function predictionsIn(
  { predictions }: ClassState,
  { phase, round, parameters, seats, practice }: DistrictState,
): Pick<DeskDistrict, 'predictions'> {
  const told = phase === 'ended' || (phase === 'reveal' && round === parameters.rounds);
  const asked = seats.flatMap(({ player }) => player ?? []);
  if (!told || practice !== undefined || asked.length === 0) return {};
  return { predictions: { made: asked.filter((player) => predictions.has(player)).length, asked: asked.length } };
}

/** Fewer than this share of the people hold up the rest. */
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
    'few-hold-up': few && people > waitingFor.length,
    'bot-for-person': !over && substituted.length > 0,
    'somebody-away': !over && away.length > 0,
    'firm-failed': !over && failed,
  };
  return (Object.keys(rings) as DeskAlarm[]).filter((alarm) => rings[alarm]);
}

function missedOf(state: DistrictState): readonly number[] {
  return state.seats.map(({ missed }) => missed);
}

export function isFrozen(state: ClassState, district: number): boolean {
  return state.reflections.some(({ openIn }) => openIn.includes(district));
}

function questionRows(state: ClassState): readonly DeskQuestion[] {
  const counts = new Map<QuestionId, { answered: number; missed: number }>();
  for (const given of state.answers.values()) {
    for (const [question, choice] of given) {
      const count = counts.get(question) ?? { answered: 0, missed: 0 };
      count.answered += 1;
      if (choice !== RIGHT[question]) count.missed += 1;
      counts.set(question, count);
    }
  }
  return QUESTION_IDS.flatMap((question) => {
    const count = counts.get(question);
    return count === undefined ? [] : [{ question, ...count }];
  });
}

function reflectionRows(state: ClassState): readonly DeskReflection[] {
  return state.reflections.map(({ id, question, openIn, districts, answers }) => ({
    id,
    question,
    open: openIn.length > 0,
    districts,
    answers: [...answers].map(([player, text]) => ({ player, text })),
  }));
}

function rosterRows({ opened, players }: ClassState): NonNullable<DeskMessage['roster']> {
  return (opened.roster ?? []).map(({ label }, entry) => {
    const player = players.find((each) => each.entry === entry)?.id;
    return player === undefined ? { label } : { label, player };
  });
}

function lastActs({ acts }: ClassState): readonly DeskAct[] {
  return [...acts.values()].slice(-ACTS_SHOWN).map(({ at, by, action, done }): DeskAct => {
    const districts = done?.districts?.map(({ district }) => district);
    return {
      at,
      by,
      type: action.type,
      ...(districts === undefined ? {} : { districts }),
      ...('player' in action && action.player !== undefined ? { player: action.player } : {}),
    };
  });
}
