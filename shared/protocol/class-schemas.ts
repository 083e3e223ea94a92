/** What a desk and a student may ask of the class room. The types are named in `class-room.ts`. */
import { z } from 'zod';
import { FIGURES } from '../engine/figure-reading.ts';
import { CHOICES } from './comprehension.ts';
import { LIMITS } from './limits.ts';
import { closePollAction, openPollAction, pickWordsAction, pollAnswerSchema } from './poll-schemas.ts';
import { requestId, seat } from './schemas.ts';
import { FINALE_STEPS, ROUND_PHASES } from './stages.ts';

const districtNumber = z.int().min(1).max(1_000);
/** Which districts: one, some, or without either all of them. */
const where = {
  district: districtNumber.exactOptional(),
  districts: z.array(districtNumber).min(1).max(1_000).exactOptional(),
};
const player = z.string().min(1).max(40);
/** Longer than any may be, so that the right refusal is given. */
const longText = z.string().max(16 * LIMITS.noticeLength);
const LONGEST_EXTENSION_MS = 60 * 60_000;
/** Highest point of a sketched curve, far beyond any district's income. */
const MOST_INCOME = 100_000;
const MOST_ROUNDS = 40;

const deskActionSchema = z.discriminatedUnion('type', [
  /** Seats everyone and founds the districts; the game does not begin yet: briefing, role cards, questions. */
  z.strictObject({ type: z.literal('seatClass') }),
  /** One round that does not count: afterwards every district begins anew. Seats everyone first where nobody sits. */
  z.strictObject({ type: z.literal('startPractice') }),
  /** The game that counts; ends the practice, seats everyone first where nobody sits. */
  z.strictObject({ type: z.literal('startClass') }),
  z.strictObject({ type: z.literal('endClass') }),
  /** To the next phase, whatever the clock says. `from`: only out of this phase, so that two desks do not advance twice. */
  z.strictObject({ type: z.literal('advance'), from: z.enum(ROUND_PHASES).exactOptional(), ...where }),
  /** In the plan phase only: whoever is not in repeats their last plan, and the round is revealed. */
  z.strictObject({ type: z.literal('closeRound'), ...where }),
  z.strictObject({ type: z.literal('pause'), ...where }),
  z.strictObject({ type: z.literal('resume'), ...where }),
  z.strictObject({ type: z.literal('extend'), ms: z.int().min(1).max(LONGEST_EXTENSION_MS), ...where }),
  /** Shortens or lengthens what is left, so that the game is over by then: milliseconds since the epoch. */
  z.strictObject({ type: z.literal('endBy'), at: z.int().min(0), ...where }),
  /** The round under way is the last one of the game, or, not `on`, the game is as long again as it was founded. */
  z.strictObject({ type: z.literal('lastRound'), on: z.boolean(), ...where }),
  /** Back to before the last change of phase, with the clock paused. In the plan phase people file again. */
  z.strictObject({ type: z.literal('undo'), ...where }),
  /** In the reveal, once: the tree or single firm that earned most falters (rule H1). */
  z.strictObject({ type: z.literal('falter'), ...where }),
  /** Stops the clocks and asks everyone there one question. */
  z.strictObject({ type: z.literal('freeze'), question: longText, ...where }),
  /** Goes on where `freeze` stopped. */
  z.strictObject({ type: z.literal('thaw'), ...where }),
  /** To one person, or to districts, or to the class. */
  z.strictObject({ type: z.literal('message'), text: longText, player: player.exactOptional(), ...where }),
  /** Takes a raised hand down; with words, which go to that person alone. */
  z.strictObject({ type: z.literal('answerHand'), player, text: longText.exactOptional() }),
  /** To a seat; whoever sits there gets the mover's. Before anybody is seated it is a wish, kept when seats are dealt. */
  z.strictObject({ type: z.literal('move'), player, district: districtNumber, seat }),
  /** A bot plays until the person acts or comes back, or the desk hands the seat back. */
  z.strictObject({ type: z.literal('handToBot'), player }),
  z.strictObject({ type: z.literal('handBack'), player }),
  /** A plan phase that runs out on them waits once more as long, or until they file. Without a clock nothing runs out. */
  z.strictObject({ type: z.literal('relax'), player, on: z.boolean() }),
  /** One person, or without `player` everybody: they can say nothing more in their districts, until they may again. */
  z.strictObject({ type: z.literal('mute'), player: player.exactOptional(), on: z.boolean() }),
  /** A line that was said in a district: its seats no longer read it. */
  z.strictObject({ type: z.literal('takeDown'), district: districtNumber, line: z.int().min(0) }),
  /** As the class shows the person from now on. */
  z.strictObject({ type: z.literal('rename'), player, name: longText }),
  /** Their device opens the class again; a place is found for them when they come. */
  z.strictObject({ type: z.literal('letBackIn'), player }),
  /** Out of the class, until the desk lets them back in; the seat goes to its bot. */
  z.strictObject({ type: z.literal('remove'), player }),
  z.strictObject({ type: z.literal('removeMany'), players: z.array(player).min(1).max(LIMITS.removedAtOnce) }),
  /** Everybody who is not connected. */
  z.strictObject({ type: z.literal('removeAbsent') }),
  /**
   * Whether the code lets in people who are new to the class, and how many people there may be with them; without
   * `expected` as many as a class can have. Links of a roster and re-entry codes open a closed door.
   */
  z.strictObject({
    type: z.literal('setDoor'),
    open: z.boolean(),
    expected: z.int().min(1).max(LIMITS.people).exactOptional(),
  }),
  /** The answer has a code with which the person takes their seat over on another device, once, soon. */
  z.strictObject({ type: z.literal('issueReentry'), player }),
  /** The answer has the secret of a new link; the one before no longer opens anything. By the instructor's key only. */
  z.strictObject({ type: z.literal('issueLink'), to: z.enum(['assistant', 'projector']) }),
  /** While gathering: a district's treatment by name. */
  z.strictObject({ type: z.literal('assignTreatment'), district: districtNumber, treatment: z.string().max(80) }),
  /** Whether the wall and everybody's page show names while the class gathers. */
  z.strictObject({ type: z.literal('showNames'), on: z.boolean() }),
  /** Whether students may open the debrief of their own district, without what was said, once it is over. */
  z.strictObject({ type: z.literal('openDebrief'), on: z.boolean() }),
  /** From the last reveal on: the wall, phones and observers follow. What tells the end ends the last reveal. */
  z.strictObject({ type: z.literal('stepFinale'), to: z.enum(FINALE_STEPS) }),
  /** Asks the class on everybody's own device and closes what was asked before. Also once the class has ended. */
  openPollAction,
  closePollAction,
  pickWordsAction,
]);

export const deskRequestSchema = z.strictObject({ id: requestId, action: deskActionSchema });

const studentActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answerQuestion'), question: z.string().max(40), choice: z.enum(CHOICES) }),
  /** May be answered again while it is open; the last counts. */
  z.strictObject({ type: z.literal('answerReflection'), reflection: z.string().max(40), text: longText }),
  /** Stays up until the desk or the person takes it down; raised again it has the new words. */
  z.strictObject({ type: z.literal('raiseHand'), text: longText.exactOptional() }),
  z.strictObject({ type: z.literal('lowerHand') }),
  /** Whether their part may be used for research. At any time, also once the class has ended; the last counts. */
  z.strictObject({ type: z.literal('consent'), research: z.boolean() }),
  /** Homework only: the answer has a code with which one goes on on another device, until it is due. */
  z.strictObject({ type: z.literal('takeCode') }),
  /** May be answered again while it is open; the last counts. */
  z.strictObject({ type: z.literal('answerPoll'), poll: requestId, answer: pollAnswerSchema }),
  /** Before the debrief: which figure the district became, and its income by round, now or later. The first counts. */
  z.strictObject({
    type: z.literal('predict'),
    figure: z.enum(FIGURES),
    income: z.array(z.number().min(0).max(MOST_INCOME)).max(MOST_ROUNDS),
  }),
]);

export const studentRequestSchema = z.strictObject({ id: requestId, action: studentActionSchema });
