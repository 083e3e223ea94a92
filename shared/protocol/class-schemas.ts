/** Requests of a desk and a student to the class room, as schemas. Their types are in `class-room.ts`. */
import { z } from 'zod';
import { FIGURES } from '../engine/figure-reading.ts';
import { ROUND_PHASES } from '../engine/parts.ts';
import { CHOICES } from './comprehension.ts';
import { LIMITS } from './limits.ts';
import { closePollAction, openPollAction, pickWordsAction, pollAnswerSchema } from './poll-schemas.ts';
import { districtNumber, MOST_ROUNDS, requestId, seat } from './schemas.ts';
import { FINALE_STEPS } from './stages.ts';

/** Target districts: one, some, or (without either) all. */
const where = {
  district: districtNumber.exactOptional(),
  districts: z.array(districtNumber).min(1).max(1_000).exactOptional(),
};
const player = z.string().min(1).max(40);
/** Longer than any legal text, so that a too long one gets a refusal of its own. */
const longText = z.string().max(16 * LIMITS.noticeLength);
const LONGEST_EXTENSION_MS = 60 * 60_000;
/** Highest point of a sketched curve, far beyond any district's income. */
const MOST_INCOME = 100_000;

const deskActionSchema = z.discriminatedUnion('type', [
  /** Seats everyone and founds the districts, for the briefing. The game does not begin yet. */
  z.strictObject({ type: z.literal('seatClass') }),
  /** Begins a practice round, after which every district begins anew. Seats everyone first if needed. */
  z.strictObject({ type: z.literal('startPractice') }),
  /** Begins the game: ends the practice, or seats everyone first if needed. */
  z.strictObject({ type: z.literal('startClass') }),
  z.strictObject({ type: z.literal('endClass') }),
  /** Goes to the next phase, whatever the clock says. `from` guards against two desks that advance at once. */
  z.strictObject({ type: z.literal('advance'), from: z.enum(ROUND_PHASES).exactOptional(), ...where }),
  /** Ends the plan phase. Missing plans are repeated, and the round is revealed. */
  z.strictObject({ type: z.literal('closeRound'), ...where }),
  z.strictObject({ type: z.literal('pause'), ...where }),
  z.strictObject({ type: z.literal('resume'), ...where }),
  z.strictObject({ type: z.literal('extend'), ms: z.int().min(1).max(LONGEST_EXTENSION_MS), ...where }),
  /** Scales the remaining phases so that the game ends at `at`, in milliseconds since the epoch. */
  z.strictObject({ type: z.literal('endBy'), at: z.int().min(0), ...where }),
  /** `on`: makes the present round the last. Otherwise restores the founded length. */
  z.strictObject({ type: z.literal('lastRound'), on: z.boolean(), ...where }),
  /** Undoes the last change of phase and pauses the clock. In a plan phase people file again. */
  z.strictObject({ type: z.literal('undo'), ...where }),
  /** Once, in a reveal: makes the tree or firm that earned most falter (rule H1). */
  z.strictObject({ type: z.literal('falter'), ...where }),
  /** Pauses the clocks and asks everyone there one question. */
  z.strictObject({ type: z.literal('freeze'), question: longText, ...where }),
  /** Resumes after `freeze`. */
  z.strictObject({ type: z.literal('thaw'), ...where }),
  /** Sends a message to one person, to districts, or to the class. */
  z.strictObject({ type: z.literal('message'), text: longText, player: player.exactOptional(), ...where }),
  /** Takes a raised hand down. `text` goes to that person alone. */
  z.strictObject({ type: z.literal('answerHand'), player, text: longText.exactOptional() }),
  /**
   * Moves a person to a seat; whoever sits there swaps. Before seats are dealt this is a wish that the deal respects.
   */
  z.strictObject({ type: z.literal('move'), player, district: districtNumber, seat }),
  /** A bot plays until the person acts or returns, or the desk hands the seat back. */
  z.strictObject({ type: z.literal('handToBot'), player }),
  z.strictObject({ type: z.literal('handBack'), player }),
  /** Gives a person more time: a plan phase waits for them as long again, or until they file. Needs a clock. */
  z.strictObject({ type: z.literal('relax'), player, on: z.boolean() }),
  /** Mutes one person, or everybody if `player` is absent, until unmuted. */
  z.strictObject({ type: z.literal('mute'), player: player.exactOptional(), on: z.boolean() }),
  /** Takes down a line of a district's talk: its seats no longer read it. */
  z.strictObject({ type: z.literal('takeDown'), district: districtNumber, line: z.int().min(0) }),
  /** Changes the person's name. */
  z.strictObject({ type: z.literal('rename'), player, name: longText }),
  /** Lets a removed person back in; a place is found for them when they come. */
  z.strictObject({ type: z.literal('letBackIn'), player }),
  /** Removes a person from the class until the desk lets them back in. A bot takes the seat. */
  z.strictObject({ type: z.literal('remove'), player }),
  z.strictObject({ type: z.literal('removeMany'), players: z.array(player).min(1).max(LIMITS.removedAtOnce) }),
  /** Removes everybody who is disconnected. */
  z.strictObject({ type: z.literal('removeAbsent') }),
  /**
   * Opens or closes the door. `open`: whether the code admits new people. `expected`: the largest number of people, by
   * default the class limit. Roster links and re-entry codes work even if closed.
   */
  z.strictObject({
    type: z.literal('setDoor'),
    open: z.boolean(),
    expected: z.int().min(1).max(LIMITS.people).exactOptional(),
  }),
  /** Issues a short-lived code with which the person can take their seat over once, on another device. */
  z.strictObject({ type: z.literal('issueReentry'), player }),
  /** Issues a new link's secret, and revokes the old one. Needs the instructor's key. */
  z.strictObject({ type: z.literal('issueLink'), to: z.enum(['assistant', 'projector']) }),
  /** While gathering: chooses a district's treatment by name. */
  z.strictObject({ type: z.literal('assignTreatment'), district: districtNumber, treatment: z.string().max(80) }),
  /** Whether wall and phones show names while the class gathers. */
  z.strictObject({ type: z.literal('showNames'), on: z.boolean() }),
  /** Whether students may open the debrief of their own finished district, without its talk. */
  z.strictObject({ type: z.literal('openDebrief'), on: z.boolean() }),
  /**
   * From the last reveal on: moves the finale on wall, phones and observers. The step that tells the end also ends the
   * last reveal.
   */
  z.strictObject({ type: z.literal('stepFinale'), to: z.enum(FINALE_STEPS) }),
  /** Opens a poll on everybody's device and closes the one before. Works after the class has ended too. */
  openPollAction,
  closePollAction,
  pickWordsAction,
]);

export const deskRequestSchema = z.strictObject({ id: requestId, action: deskActionSchema });

const studentActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('answerQuestion'), question: z.string().max(40), choice: z.enum(CHOICES) }),
  /** May be repeated while open; the last answer counts. */
  z.strictObject({ type: z.literal('answerReflection'), reflection: z.string().max(40), text: longText }),
  /** Stays up until the desk or the person takes it down; raising it again replaces the text. */
  z.strictObject({ type: z.literal('raiseHand'), text: longText.exactOptional() }),
  z.strictObject({ type: z.literal('lowerHand') }),
  /** Allows or refuses research use. Works at any time, even after the end; the last answer counts. */
  z.strictObject({ type: z.literal('consent'), research: z.boolean() }),
  /** Homework only: issues a code for going on on another device until the due time. */
  z.strictObject({ type: z.literal('takeCode') }),
  /** May be repeated while open; the last answer counts. */
  z.strictObject({ type: z.literal('answerPoll'), poll: requestId, answer: pollAnswerSchema }),
  /**
   * A prediction of figure and income by round before the debrief, together or one after the other. The first one
   * counts.
   */
  z.strictObject({
    type: z.literal('predict'),
    figure: z.enum(FIGURES),
    income: z.array(z.number().min(0).max(MOST_INCOME)).max(MOST_ROUNDS),
  }),
]);

export const studentRequestSchema = z.strictObject({ id: requestId, action: studentActionSchema });
