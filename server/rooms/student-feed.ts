/** What one student is told of the class: place, notices, reflection, questions; each only when new. */

import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type {
  FinaleMessage,
  GatheredMessage,
  NoticeMessage,
  ObservingMessage,
  PersonMessage,
  ReflectionMessage,
} from '../../shared/protocol/class-student.ts';
import type { Place, SeatedMessage } from '../../shared/protocol/wire.ts';
import { pollsFor } from '../classroom/asked/polls.ts';
import type { Classroom } from '../classroom/classroom.ts';
import { finaleIn, resultIsKnown } from '../classroom/districts/finale.ts';
import { seatedNames } from '../classroom/shown/gathered.ts';
import { guessesOf } from '../classroom/shown/guesses.ts';
import { type ClassState, districtOf, type Notice } from '../classroom/state/class-state.ts';
import type { Sender } from './frames.ts';

const NOTICES_AGAIN = 3;

export class StudentFeed {
  readonly #client: Sender;
  readonly #player: string;
  readonly #placeIn: (roomId: string) => Promise<Place | undefined>;
  readonly #told = new Map<string, string>();
  #notices: number | undefined;

  constructor(client: Sender, player: string, placeIn: (roomId: string) => Promise<Place | undefined>) {
    this.#client = client;
    this.#player = player;
    this.#placeIn = placeIn;
  }

  update(classroom: Classroom): void {
    const { state } = classroom;
    const player = this.#player;
    this.#tellSeat(classroom.doors.seatOf(player));
    this.#tell('observing', classroom.doors.watchedBy(player) satisfies ObservingMessage | undefined);
    this.#tell('person', personMessage(state, player));
    this.#tell('questions', classroom.questionsFor(player));
    this.#tell('reflection', reflectionFor(state, player));
    this.#tell('polls', pollsFor(state, player));
    this.#tell('finale', finaleFor(classroom, player));
    const concerning = state.notices.length === this.#notices ? [] : noticesFor(state, player);
    const first = this.#notices === undefined ? concerning.slice(-NOTICES_AGAIN) : concerning;
    for (const { id, at, text } of first) {
      if (this.#notices !== undefined && state.notices.findIndex((notice) => notice.id === id) < this.#notices)
        continue;
      this.#client.send('notice', { id, at, text } satisfies NoticeMessage);
    }
    this.#notices = state.notices.length;
  }

  /** Called by the room, because this goes to many students at once. */
  company({ state }: Classroom, come: GatheredMessage | undefined): void {
    const district = districtOf(state, this.#player);
    const neighbours = district === undefined ? undefined : seatedNames(state, district);
    this.#tell('gathered', come && omitUndefined({ ...come, neighbours }));
  }

  /** Adds a place in the district's room, unless the seat changes meanwhile. */
  async #tellSeat(seated: SeatedMessage | undefined): Promise<void> {
    if (!this.#isNews('seated', seated)) return;
    const news = this.#told.get('seated');
    const place = await this.#placeIn(seated.districtId);
    if (this.#told.get('seated') === news) this.#client.send('seated', omitUndefined({ ...seated, place }));
  }

  #tell(type: string, message: object | undefined): void {
    if (this.#isNews(type, message)) this.#client.send(type, message);
  }

  #isNews<Message extends object>(type: string, message: Message | undefined): message is Message {
    if (message === undefined) {
      this.#told.delete(type);
      return false;
    }
    const text = JSON.stringify(message);
    if (this.#told.get(type) === text) return false;
    this.#told.set(type, text);
    return true;
  }
}

/** Undefined in a practice, which has no desk. */
function personMessage(state: ClassState, player: string): PersonMessage | undefined {
  const { opened, players, hands, debriefOpen } = state;
  const name = players.find(({ id }) => id === player)?.name;
  const hand = hands.get(player);
  if (name === undefined || opened.kind === 'practice') return undefined;
  const said = state.consents.get(player);
  const unsaid = opened.research === true ? ('asked' as const) : undefined;
  return omitUndefined({
    name,
    hand: hand && omitUndefined({ text: hand.text }),
    research: said === undefined ? unsaid : said ? 'yes' : 'no',
    debriefOpen: debriefOpen || undefined,
    homework: opened.homework && omitUndefined({ ...opened.homework, recorded: opened.playsOn && true }),
  });
}

function finaleFor({ state, sessions }: Classroom, player: string): FinaleMessage | undefined {
  const districts = sessions.map((session) => session.state);
  const step = finaleIn(state, districts);
  const own = sessions.find(({ number }) => number === districtOf(state, player));
  const heard = (own !== undefined && resultIsKnown(state, own.state)) || undefined;
  return step && omitUndefined({ step, guesses: guessesOf(state, sessions), heard });
}

function noticesFor(state: ClassState, player: string): readonly Notice[] {
  const district = districtOf(state, player);
  return state.notices.filter((notice) => {
    if (notice.player !== undefined) return notice.player === player;
    return notice.districts === undefined || (district !== undefined && notice.districts.includes(district));
  });
}

function reflectionFor(state: ClassState, player: string): ReflectionMessage | undefined {
  const district = districtOf(state, player);
  if (district === undefined) return undefined;
  const asked = state.reflections.findLast(({ districts }) => districts.includes(district));
  if (asked === undefined) return undefined;
  const { id, question } = asked;
  const open = asked.openIn.includes(district);
  const answer = asked.answers.get(player);
  return answer === undefined ? { id, question, open } : { id, question, open, answer };
}
