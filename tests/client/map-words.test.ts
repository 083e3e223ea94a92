/** The map's texts: labels, year, seasons, and the summary for screen readers. */
import { describe, expect, test } from 'vitest';
import { firmsOnStreet, roundedFirms, seasonOf, yearOf } from '../../client/map/calendar.ts';
import { cardOf, summaryOf } from '../../client/map/describe.ts';
import { figureOn } from '../../client/map/figure.ts';
import { sitesOf } from '../../client/map/geography.ts';
import { roughly, setLabel } from '../../client/map/labels.ts';
import { lookOf } from '../../client/map/looks.ts';
import { PHASES } from '../../shared/engine/parts.ts';
import { district, pact } from './map-views.ts';

describe('labels', () => {
  test('break between words, in Chinese in the middle, and are cut only when nothing else helps', () => {
    expect(setLabel('Tsinghua University', 11, 76, roughly).lines).toEqual(['Tsinghua', 'University']);
    expect(setLabel('试验区管委会', 11, 60, roughly).lines).toEqual(['试验区', '管委会']);
    expect(setLabel('Yannan', 11, 76, roughly).lines).toEqual(['Yannan']);
    expect(setLabel('Incomprehensibilities', 11, 60, roughly).lines).toEqual([expect.stringMatching(/^Incomp.*…$/)]);
  });
});

describe('the year on the sheet', () => {
  test('follows the scenario’s calendar, and grows between its counts', () => {
    const at = (round: number) => district({ view: { round } });
    expect([0, 1, 5, 12].map((round) => yearOf(at(round)))).toEqual([1984, 1984, 1988, 1995]);
    expect([1, 2, 5, 11, 12].map((round) => firmsOnStreet(at(round)))).toEqual([40, 90, 400, 4299, 4500]);
    const counts = Array.from({ length: 12 }, (_, index) => firmsOnStreet(at(index + 1)));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(roundedFirms(firmsOnStreet(at(11)))).toBe(4300);
  });

  test('has a season for every phase', () => {
    expect(new Set(PHASES.map(seasonOf)).size).toBe(4);
  });
});

describe('places and marks', () => {
  test('puts universities on their own campuses by name, others where there is room', () => {
    const seats = district().seats;
    expect([...sitesOf(seats)].sort((a, b) => a[0] - b[0])).toEqual([
      [8, 'peking'],
      [9, 'tsinghua'],
      [10, 'gate'],
      [11, 'office'],
    ]);
    const renamed = seats.map((seat) =>
      seat.seat === 8 ? { ...seat, name: { en: 'Academy of Sciences', zh: '中国科学院' } } : seat,
    );
    expect(sitesOf(renamed).get(8)).toBe('academy');
  });

  test('marks robots, the reader, failures, and the seal of a spin-off’s university', () => {
    const view = district({
      seat: (seat) => ({ control: seat.seat === 2 ? 'bot' : 'human', failures: seat.seat === 1 ? 2 : 0 }),
      view: { happenings: [{ type: 'FirmFailed', firm: 1 }] },
    });
    const look = (seat: number) => {
      const shown = view.seats[seat];
      return shown === undefined ? undefined : lookOf(shown, view, 0, undefined, 'en');
    };
    expect(look(0)).toMatchObject({ own: true, bot: false, seal: '北', failed: false });
    expect(look(1)).toMatchObject({ own: false, failed: true, failures: 2 });
    expect(look(1)).not.toHaveProperty('seal');
    expect(look(2)).toMatchObject({ bot: true, seal: '清' });
  });
});

describe('the map in words', () => {
  const view = district({
    owners: { 2: 0 },
    pacts: [pact(0, 1, true), pact(0, 9)],
    view: { announcedFigure: '3', round: 5 },
  });

  test('sums up year, pacts, ownership and figure', () => {
    const english = summaryOf(view, 'en');
    for (const part of ['1988', '2', '1', 'Figure 3', 'A Few Threads']) expect(english).toContain(part);
    expect(summaryOf(view, 'zh')).toContain('图三');
  });

  test('says of a seat what everyone may know', () => {
    const card = (seat: number) => {
      const shown = view.seats[seat];
      return shown === undefined ? undefined : cardOf(shown, view, 0, 'en');
    };
    expect(card(0)).toEqual({
      title: 'Lakelight',
      lines: [
        'this is you',
        'State spin-off of Peking University',
        'head of a tree of 2',
        'pacts: North Star, Tsinghua University',
      ],
    });
    expect(card(2)?.lines).toContain('belongs to Lakelight');
  });
});

test('at the end the map shows the figure the last round is read as, where one may be told', () => {
  const reading = { isolated: false, horizontal: 0, reciprocity: 0, vertical: 0, largestTree: 0.5, cr4: 0 };
  const history = [
    { round: 12, income: 0, innovation: 0, tradeShare: 0, figure: { ...reading, figure: '2' as const } },
  ];
  const told = { announcedFigure: '3' as const, history };
  expect(figureOn({ ...told, phase: 'reveal' })).toBe('3');
  expect(figureOn({ ...told, phase: 'ended' })).toBe('2');
  expect(figureOn({ history, phase: 'ended' })).toBeUndefined();
});
