/** The past and treatment of each district of a class that plays on, who returns to which, and how pasts are read. */
import { describe, expect, test } from 'vitest';
import { continueDistrict, districtPlan, futureFor } from '../../server/classroom/districts/founding.ts';
import { openingEvents } from '../../server/classroom/setup/opening.ts';
import { readPast } from '../../server/classroom/setup/past.ts';
import { type PastChoices, readChoices } from '../../server/classroom/setup/settings.ts';
import type { Opened } from '../../server/classroom/state/class-state.ts';
import type { PlayedOn } from '../../server/classroom/state/events.ts';
import { goldenLog, goldenText } from '../support/golden.ts';
import { ClassStorm } from './class-storm.ts';

const STREET = goldenText('rules-3/street');
const TREATMENTS = [{ name: 'A' }, { name: 'B', talk: false }];

function past(count: number, people: PastChoices['people'] = []): PastChoices {
  const read = readPast({ texts: Array(count).fill(STREET), file: false, whole: true, round: 4, phase: 'plan' });
  if ('refused' in read) throw new Error(read.refused);
  return { past: read, classId: 'k0', people, withheld: ['p-no'], choices: {} };
}

/** The first events of a class that plays on from this many districts. */
function opening(count: number, treatments: boolean, people: PastChoices['people'] = []) {
  const choices = readChoices({ seatsPerDistrict: 12, seed: 5, ...(treatments ? { treatments: TREATMENTS } : {}) });
  if ('refused' in choices) throw new Error(choices.refused);
  const entry = { id: 'k1', code: 'CODE', kind: 'class', open: true, openedAt: 1 } as const;
  return openingEvents(entry, { ...choices, past: past(count, people) });
}

function playedOn(count: number): PlayedOn {
  const [opened] = opening(count, false);
  if (opened?.type !== 'ClassOpened' || opened.playsOn === undefined) throw new Error('it plays on');
  return opened.playsOn;
}

/** Stores a past and records its reads. */
function shelf(text: string) {
  const reads: string[] = [];
  const lines = text.trimEnd().split('\n');
  let isAway = false;
  return {
    reads,
    away: (is: boolean) => (isAway = is),
    read: async (stream: string) => {
      reads.push(stream);
      if (isAway) throw new Error('no disk');
      return lines.map((line, seq) => ({ seq, line }));
    },
  };
}

describe('a class that plays on', () => {
  test('has a district for each past under each treatment, past by past', () => {
    const { state } = new ClassStorm(1, {});
    const plans = (count: number, treatments: boolean) => {
      const [opened] = opening(count, treatments);
      const { type: _, ...rest } = opened as Extract<typeof opened, { type: 'ClassOpened' }>;
      const on = { ...state, opened: { ...state.opened, ...rest } as Opened };
      return [1, 2, 3, 4, 5].map((number) => {
        const { past: place, treatment } = districtPlan(on, number);
        return `${place} ${treatment ?? '-'}`;
      });
    };
    expect(plans(2, true)).toEqual(['0 A', '0 B', '1 A', '1 B', '0 A']);
    expect(plans(2, false)).toEqual(['0 -', '1 -', '0 -', '1 -', '0 -']);
    expect(plans(1, false)).toEqual(['0 -', '0 -', '0 -', '0 -', '0 -']);
  });

  test('sends people back to branches of their own past, as many to each, and withholds what they withheld there', () => {
    const people = [0, 0, 0, 0, 1, 1].map((place, seat) => {
      return { player: `p${seat}`, past: place, seat, tokenHashes: [`token ${seat}`] };
    });
    const events = opening(2, true, people);
    const back = events.flatMap((event) => (event.type === 'PlayerExpected' ? [event] : []));
    expect(back.map(({ district }) => district).toSorted()).toEqual([1, 1, 2, 2, 3, 4]);
    expect(back.every(({ player, district }) => (Number(player.slice(1)) < 4 ? district <= 2 : district > 2))).toBe(
      true,
    );
    expect(events.filter(({ type }) => type === 'ConsentSaid')).toEqual([
      { type: 'ConsentSaid', player: 'p-no', research: false },
    ]);
  });
});

describe('a past', () => {
  const district = { number: 1, id: 'k1-1', seed: 5, past: 0 };
  const opened = (playsOn: PlayedOn) => ({ classId: 'k1', playsOn }) as Opened;

  test('is read once, however many go on from it, and again where it could not be', async () => {
    const playsOn = playedOn(2);
    const store = shelf(STREET);
    store.away(true);
    await expect(futureFor(store, opened(playsOn), district)).rejects.toThrow('no disk');
    store.away(false);
    const futures = await Promise.all([1, 2].map(() => futureFor(store, opened(playsOn), district)));
    await futureFor(store, opened(playsOn), { ...district, past: 1 });
    const [first, second] = playsOn.districts.map(({ stream }) => stream);
    expect(store.reads).toEqual([first, first, second]);
    expect(futures.map((future) => future.size)).toEqual([futures[0]?.size, futures[0]?.size]);
  });

  test('that is not there yet is read again', async () => {
    const playsOn = playedOn(1);
    const store = shelf('');
    const empty = { ...store, read: (stream: string) => store.read(stream).then(() => []) };
    for (const _ of [1, 2]) expect(await futureFor(empty, opened(playsOn), district)).toEqual(new Map());
    expect(store.reads.length).toBe(2);
    const origin = { districtId: 'k1-1', classId: 'k1', foundedAt: 1, at: 1 } as never;
    await expect(continueDistrict(empty, opened(playsOn), district, origin, new Map())).rejects.toThrow('no past');
  });

  test('tells of the future what comes after its moment, and nothing of the moment itself', async () => {
    const playsOn = playedOn(1);
    const seq = playsOn.districts[0]?.seq ?? 0;
    const future = await futureFor(shelf(STREET), opened(playsOn), district);
    const later = goldenLog('rules-3/street').records.filter((record) => record.seq > seq);
    const filed = later.flatMap(({ round, events }) =>
      events.flatMap((event) => (event.type === 'PlanFiled' ? [`${round} ${event.seat}`] : [])),
    );
    const told = [...future].flatMap(([round, { plans }]) => [...plans.keys()].map((seat) => `${round} ${seat}`));
    expect(told.toSorted()).toEqual([...new Set(filed)].toSorted());
    expect([...future.keys()]).toEqual([...new Set(later.map(({ round }) => round))]);
  });
});
