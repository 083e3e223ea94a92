/**
 * A class with tapped connections and a secret in every possible place: plans, private talk, offers, reasons,
 * predictions, private messages of the desk, tokens.
 */
import { readClass } from '../../server/classroom/stored/stream.ts';
import { readDistrict } from '../../server/district/stream.ts';
import { Robot } from '../../server/robots/robot.ts';
import { emptySamples } from '../../server/robots/statistics.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import type { OpenClassAnswer } from '../../shared/protocol/class-http.ts';
import type { PollsMessage } from '../../shared/protocol/class-student.ts';
import type { OpenClassRequest } from '../../shared/protocol/setup.ts';
import { type Connection, enter } from '../support/class-room.ts';
import { nth } from '../support/district.ts';
import { ask, joinClass, newToken, post } from '../support/http.ts';
import { KEY, type TestServer } from '../support/server.ts';
import { type Tap, tapOn } from '../support/tap.ts';
import { until } from '../support/waiting.ts';
import { type Person, PROJECTORS_MESSAGES, STUDENTS_MESSAGES } from './leaks.ts';
import { ownerOf, type Place, type Secrets, secretsIn, textsOf } from './secrets.ts';

const STUDENTS = 12;
/** Policies that sell, borrow, find investors and break promises. */
const POLICIES = [
  ...[
    'merger',
    'trader-with-loans',
    'survival-first-with-foreign',
    'survival-first-with-venture',
    'merger',
    'merger-rd',
  ],
  ...['opportunist', 'survival-first-with-foreign', 'trader-with-loans', 'partner-choosing', 'merger', 'cooperate'],
];
const CURIOUS = ['events.jsonl', 'decisions.csv', 'rounds.csv', 'responses.csv', 'predictions.json', 'all.zip'];

interface Student {
  readonly robot: Robot;
  readonly tap: Tap;
  readonly player: string;
  /** A second tab in the class room. */
  readonly tab: Connection;
}

export interface TappedClass {
  readonly classId: string;
  readonly students: readonly Student[];
  /** Removed in mid-game, with the number of connections that may carry what they knew. */
  readonly gone: { readonly student: Student; readonly connections: number };
  readonly watcher: Omit<Student, 'robot'> & { readonly token: string; readonly district: string };
  readonly projector: Tap;
  /** Texts for some people only, and who they are. */
  readonly whispers: readonly { readonly text: string; readonly parties: readonly string[] }[];
  readonly aloud: readonly { readonly text: string; readonly district: string }[];
  readonly links: readonly string[];
}

/** Plays a class to its end. `number` distinguishes the names of several classes. */
export async function playTapped(server: TestServer, number: number, request: OpenClassRequest): Promise<TappedClass> {
  const opened = await post(`${server.url}/api/classes`, { clockMode: 'wait', leftovers: 'observe', ...request }, KEY);
  const { classId, code, projectorLink, assistantLink } = opened.body as unknown as OpenClassAnswer;
  const desk = await enter(server.url, classId, { key: KEY });
  const students: Student[] = [];
  for (let index = 0; index < STUDENTS; index += 1) {
    students.push(await student(server, classId, code, 100_000 * number + 101 * (index + 1), nth(POLICIES, index)));
  }
  const projector = await tapOn(server.url);
  await enter(projector.url, classId, { link: projectorLink });

  await desk.ask({ type: 'seatClass' });
  await until('everybody to sit', () => students.every(({ robot }) => robot.view));
  // All seats are taken, so a newcomer observes.
  const watcher = await bystander(server, classId, code, `Watcher ${number}`);
  const { districtId } = await until('a district to watch', () =>
    watcher.tab.latest<{ readonly districtId: string }>('observing'),
  );
  await enter(watcher.tap.url, districtId, { token: watcher.token });
  const districts = [...new Set(students.flatMap(({ robot }) => robot.districtId ?? []))];
  const screens = await Promise.all(districts.map((id) => enter(projector.url, id, { link: projectorLink })));
  const reasons = await askAll(desk, students);
  const { whispers, aloud } = talkAll(students);
  await until('all to be heard', () => students.every(({ robot }) => robot.acknowledged.length >= 2));

  await desk.ask({ type: 'startClass' });
  const played = Promise.all(students.map(({ robot }) => robot.play()));
  const gone = nth(students, STUDENTS - 1);
  await until('the middle of the game', () => students.every(({ robot }) => robot.round >= 4));
  await desk.ask({ type: 'remove', player: gone.player });
  await until('the one sent away to know it', () => gone.robot.refusals.some((why) => why.includes('player-removed')));
  const connections = gone.tap.connections().length;
  await played;
  await until('the screens to show the end', () =>
    screens.every((screen) => screen.latest<{ view: { phase: string } }>('publicView')?.view.phase === 'ended'),
  );
  for (const [index, { tab, player }] of students.entries()) {
    const income = Array.from({ length: 12 }, (_, round) => 40 + Math.sin(100 * number + 12 * index + round));
    if (player !== gone.player) await tab.student({ type: 'predict', figure: '3', income });
  }
  for (const { tap } of [...students, watcher]) await browse(tap, classId, code);
  return {
    classId,
    students,
    gone: { student: gone, connections },
    watcher: { ...watcher, district: districtId },
    projector,
    whispers: [...reasons, ...whispers],
    aloud,
    links: [projectorLink, assistantLink],
  };
}

async function student(
  server: TestServer,
  classId: string,
  code: string,
  number: number,
  policy: string,
): Promise<Student> {
  const tap = await tapOn(server.url);
  const robot = new Robot({
    ...{ url: tap.url, code, number, policy, latency: 0, drop: 0, think: 10 },
    samples: emptySamples(),
  });
  await robot.join();
  const tab = await enter(tap.url, classId, { token: robot.token });
  const { body } = await joinClass(tap.url, code, 'again', robot.token);
  return { robot, tap, tab, player: String(body.playerId) };
}

async function bystander(server: TestServer, classId: string, code: string, name: string) {
  const tap = await tapOn(server.url);
  const token = newToken();
  const { body } = await joinClass(tap.url, code, name, token);
  return { tap, token, player: String(body.playerId), tab: await enter(tap.url, classId, { token }) };
}

/** A private reflection and poll answer from each, and a private message of the desk to each. */
async function askAll(desk: Connection, students: readonly Student[]): Promise<TappedClass['whispers']> {
  await desk.ask({ type: 'freeze', question: 'Why?' });
  const secrets = students.map(({ player, tab }) => ({
    ...{ player, tab },
    reason: `my reason 为什么 ${newToken()}`,
    word: `to one alone 悄悄话 ${newToken()}`,
    sentence: `on a street I know 我熟悉的一条街 ${newToken()}`,
  }));
  await desk.ask({ type: 'openPoll', poll: { topic: 'sentence' } });
  for (const { player, tab, reason, word, sentence } of secrets) {
    const { id } = await until('the question', () => tab.latest<{ readonly id: string }>('reflection'));
    await tab.student({ type: 'answerReflection', reflection: id, text: reason });
    await desk.ask({ type: 'message', player, text: word });
    const asked = await until('the sentence', () => tab.latest<PollsMessage>('polls')?.polls[0]);
    await tab.student({ type: 'answerPoll', poll: asked.id, answer: sentence });
  }
  await desk.ask({ type: 'thaw' });
  const poll = await until('the poll on the desk', () => desk.desk()?.polls?.at(-1)?.id);
  await desk.ask({ type: 'closePoll', poll });
  return secrets.flatMap(({ player, reason, word, sentence }) =>
    [reason, word, sentence].map((text) => ({ text, parties: [player] })),
  );
}

/** Each student whispers to the next one, and says something to all. */
function talkAll(students: readonly Student[]): Pick<TappedClass, 'whispers' | 'aloud'> {
  const said = students.flatMap(({ robot, player }, index) => {
    const round = [...students.slice(index + 1), ...students.slice(0, index)];
    const other = round.find((each) => each.robot.districtId === robot.districtId);
    if (other === undefined || robot.districtId === undefined) return [];
    const [secret, open] = [`between us 只有你知道 ${newToken()}`, `for everyone 大家好 ${newToken()}`];
    robot.say(secret, other.robot.view?.seat);
    robot.say(open);
    return [{ secret, open, parties: [player, other.player], district: robot.districtId }];
  });
  return {
    whispers: said.map(({ secret, parties }) => ({ text: secret, parties })),
    aloud: said.map(({ open, district }) => ({ text: open, district })),
  };
}

/** What a curious student requests over HTTP. */
async function browse({ url }: Tap, classId: string, code: string): Promise<void> {
  const paths = [
    ...['/healthz', '/readyz', '/api/classes', `/api/classes/${code}`, `/api/classes/${classId}/mirrors`],
    ...CURIOUS.map((file) => `/api/classes/${classId}/export/${file}?names=1`),
  ];
  for (const path of paths) await ask(`${url}${path}`);
}

export interface Kept {
  readonly secrets: Secrets;
  readonly logs: ReadonlyMap<string, DistrictLog>;
  readonly students: readonly Person[];
  /** People without a seat: an observer and the projector. */
  readonly others: readonly Person[];
}

/** The search list from the store, and everybody with what they were sent. */
export async function whatWasSent({ store }: TestServer, played: TappedClass): Promise<Kept> {
  const { log: stored } = await readClass(store, played.classId);
  if (stored === undefined) throw new Error('the class cannot be read');
  const logs = new Map<string, DistrictLog>();
  for (const { id } of stored.state.districts) {
    const kept = await readDistrict(store, id);
    if (kept !== undefined) logs.set(id, kept.log);
  }
  const secrets = secretsIn(logs);
  const texts = textsOf(stored.state);
  const tokens = [...played.students.map(({ robot, player }) => ({ player, token: robot.token })), played.watcher];
  const forbiddenTo = (player?: string, place?: Place): readonly string[] => [
    ...[KEY, 'tokenHash', 'commandId', 'policy'],
    ...(player === undefined ? [] : played.links),
    ...[...texts].flatMap(([id, own]) => (id === player ? [] : own)),
    ...tokens.flatMap((each) => (each.player === player ? [] : each.token)),
    ...played.whispers.flatMap(({ text, parties }) => (player !== undefined && parties.includes(player) ? [] : text)),
    ...[...logs].flatMap(([district, { records }]) =>
      records.flatMap(({ seat, commandId = [] }) =>
        district === place?.district && seat === place.seat ? [] : commandId,
      ),
    ),
  ];
  const students = played.students.map(({ robot, tap, player }): Person => {
    if (robot.districtId === undefined || robot.view === undefined) throw new Error('a robot has no seat');
    const place = { district: robot.districtId, seat: robot.view.seat };
    const own = stored.state.predictions.get(player)?.income ?? [];
    secrets.numbers.set(ownerOf(place), new Set([...(secrets.numbers.get(ownerOf(place)) ?? []), ...own]));
    return {
      who: ownerOf(place),
      connections: tap.connections(),
      place,
      districts: [place.district],
      messages: STUDENTS_MESSAGES,
      forbidden: forbiddenTo(player, place),
    };
  });
  const { watcher, projector } = played;
  const others: readonly Person[] = [
    {
      who: 'the one who watches',
      connections: watcher.tap.connections(),
      districts: [watcher.district],
      messages: STUDENTS_MESSAGES,
      forbidden: forbiddenTo(watcher.player),
    },
    {
      who: 'the projector',
      connections: projector.connections(),
      districts: [...logs.keys()],
      messages: PROJECTORS_MESSAGES,
      forbidden: forbiddenTo(),
    },
  ];
  return { secrets, logs, students, others };
}
