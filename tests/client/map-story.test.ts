/** The reveal as a story: the model's order, within eight seconds, in both languages. */
import { describe, expect, test } from 'vitest';
import { BEATS, LONGEST_STORY, lengthOfStory, momentOf, storyOf } from '../../client/map/story.ts';
import type { Happening } from '../../shared/engine/public-view.ts';
import { LANGUAGES } from '../../shared/i18n/messages.ts';
import { district, pact, reading } from './map-views.ts';

const NOTHING = { command: 0, law: 0, reform: 0, fund: 0, training: 0 };

/** Everything that can happen in one round, unordered. */
const ALL: readonly Happening[] = [
  { type: 'HubFaltered', head: 1, members: [1, 3] },
  { type: 'FirmFailed', firm: 5 },
  { type: 'FirmRescued', firm: 3, head: 1 },
  { type: 'ForeignPartnerJoined', firm: 7, cash: 8, knowledge: 1 },
  { type: 'FirmLeft', firm: 2, owner: 1 },
  { type: 'FirmSold', seller: 3, buyer: 1 },
  { type: 'PactFormed', a: 0, b: 2 },
  { type: 'PactBroken', by: 4, with: 0 },
  { type: 'ListMade', listed: [0, 5] },
  { type: 'FirmAbsorbed', firm: 6, head: 1, gift: 0.4 },
  {
    type: 'PolicyMade',
    spent: [
      { seat: 10, points: { ...NOTHING, command: 2, law: 1 } },
      { seat: 11, points: NOTHING },
    ],
    law: 0.1,
    fund: 0,
    distance: 0.45,
    commons: 2,
  },
];

function eventful() {
  return district({
    pacts: [pact(0, 1, true), pact(0, 2)],
    view: {
      phase: 'reveal',
      happenings: ALL,
      history: [{ round: 4, income: 91.6, innovation: 12, tradeShare: 0.4, figure: reading('3') }],
    },
  });
}

describe('story', () => {
  test('tells every kind of happening in the order of the model, whatever the order they come in', () => {
    expect(storyOf(eventful(), 'en', true).map((beat) => beat.kind)).toEqual([...BEATS]);
  });

  test('fits into eight seconds however much happened', () => {
    expect(lengthOfStory(storyOf(eventful(), 'en', true))).toBeLessThanOrEqual(LONGEST_STORY);
  });

  test('tells deals over the street as it was and the rest over the street as it has become', () => {
    const after = storyOf(eventful(), 'en', true).map((beat) => beat.after);
    expect(after).toEqual([...after].sort());
    expect(after[0]).toBe(false);
    expect(after.at(-1)).toBe(true);
  });

  test('names those concerned and what the government spent on, in both languages', () => {
    const captions = (language: (typeof LANGUAGES)[number]) =>
      storyOf(eventful(), language, false).map((beat) => beat.caption);
    expect(captions('en')[0]).toBe('Industrial Bureau: command, law');
    expect(captions('zh')[0]).toBe('市工业局：下指令、立规矩');
    expect(captions('en')).toContain('Twin Elms moves under the tree of North Star');
    for (const language of LANGUAGES)
      for (const caption of captions(language)) {
        expect(caption).not.toMatch(/\{\{|undefined/);
        expect(caption.length).toBeGreaterThan(3);
      }
  });

  test('leaves out the shock unless it has just arrived, and what did not happen', () => {
    const quiet = storyOf(district({ view: { phase: 'reveal' } }), 'en', false);
    expect(quiet.map((beat) => beat.kind)).toEqual(['goods', 'tax']);
  });

  test('says when there were pacts and nobody kept one', () => {
    const view = district({ pacts: [pact(0, 1, false)], view: { phase: 'reveal' } });
    expect(storyOf(view, 'en', false)[0]).toMatchObject({
      kind: 'knowledge',
      pairs: [],
      caption: 'No promise was kept by both: each learns alone',
    });
  });

  test('shortens a long list of pacts', () => {
    const formed = [1, 2, 3, 4].map((b) => ({ type: 'PactFormed', a: 0, b }) as const);
    const story = storyOf(district({ view: { phase: 'reveal', happenings: formed } }), 'en', false);
    expect(story[0]?.caption).toBe('New pact: Lakelight – North Star; Lakelight – Lotus Pond; and others');
    expect(story[0]?.pairs).toHaveLength(4);
  });

  test('is at one beat at a time, from the first to the end', () => {
    const story = storyOf(eventful(), 'en', true);
    for (const beat of story) {
      expect(momentOf(story, beat.at)).toMatchObject({ beat: { kind: beat.kind }, t: 0 });
      expect(momentOf(story, beat.at + beat.length - 1)?.beat.kind).toBe(beat.kind);
    }
    expect(momentOf(story, lengthOfStory(story))).toBeUndefined();
  });

  test('says nothing of promises in a year in which nobody could have kept one', () => {
    const learning = (pacts: ReturnType<typeof pact>[], round: number) => {
      const history = [{ round, income: 40, innovation: 5, tradeShare: 0.5, figure: reading('3') }];
      const view = district({ pacts, view: { phase: 'reveal', round, happenings: [], history } });
      return storyOf(view, 'en', false).find(({ kind }) => kind === 'knowledge')?.caption;
    };
    expect(learning([], 1)).toBeUndefined();
    expect(learning([pact(0, 1)], 1)).toBe('Everybody learns, each alone so far');
    expect(learning([pact(0, 1)], 2)).toBe('No promise was kept by both: each learns alone');
  });
});
