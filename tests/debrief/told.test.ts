/**
 * All debrief output for the games in `tests/golden`, in full precision. Other tests say why a figure is right; this
 * one notices any change.
 */
import { describe, test } from 'vitest';
import { type Chronicle, chronicleOf } from '../../shared/debrief/chronicle.ts';
import { CLASS_MEASURES, figuresOf, rowsOf, standingOf } from '../../shared/debrief/class-figures.ts';
import { contradictionIn } from '../../shared/debrief/contradiction.ts';
import { decidersOf } from '../../shared/debrief/deciders.ts';
import { deadPacts, decidingPacts } from '../../shared/debrief/deciding-pacts.ts';
import { findingsOf } from '../../shared/debrief/findings.ts';
import { intervalOf, playDraws } from '../../shared/debrief/interval.ts';
import { networkIn } from '../../shared/debrief/network.ts';
import { seatEnding } from '../../shared/debrief/own-story.ts';
import { bordersCrossed, exchangesIn } from '../../shared/debrief/pacts.ts';
import {
  figuresByRound,
  tableOne,
  tableThree,
  tableTwo,
  timesTried,
  uncounted,
} from '../../shared/debrief/paper-tables.ts';
import { OWN_DEALS, ownPlan, presetPlan, presetsFor } from '../../shared/debrief/presets.ts';
import { besideTheStreet, housesByRound } from '../../shared/debrief/real-street.ts';
import { REFERENCES, referenceFor } from '../../shared/debrief/references.ts';
import { RECORDED, type WhatIf, whatIf } from '../../shared/debrief/rerun.ts';
import { letDownsIn, pactChanges } from '../../shared/debrief/round-story.ts';
import { bandsOf, METRICS, seriesOf } from '../../shared/debrief/series.ts';
import { headlineOf, LESSONS, minutesOf, showOf } from '../../shared/debrief/show.ts';
import { nearnessOf, tiesOf } from '../../shared/debrief/ties.ts';
import { conditionsApart, conditionsOf as endConditions, treatmentsOf } from '../../shared/debrief/treatments.ts';
import { joinedUnder, largestHead } from '../../shared/debrief/trees.ts';
import { turningPointsOf } from '../../shared/debrief/turning-points.ts';
import { behindFigure, conditionsOf, differencesOf, standsSince } from '../../shared/debrief/why-figure.ts';
import { districtInnovation } from '../../shared/engine/score.ts';
import { goldenLog } from '../support/golden.ts';
import { expectTold } from '../support/told.ts';

const GAMES = [
  'rules-1/mixed',
  'rules-2/merger',
  'rules-3/cooperate',
  'rules-3/merger',
  'rules-3/mixed',
  'rules-3/street',
] as const;

const chronicles = GAMES.map((game) => chronicleOf(goldenLog(game)));
const named = GAMES.map((game, place) => [game, place] as const);

function chronicleAt(place: number): Chronicle {
  const chronicle = chronicles[place];
  if (chronicle === undefined) throw new Error(`no game ${place}`);
  return chronicle;
}

function roundsOf(chronicle: Chronicle): unknown {
  return chronicle.rounds.map((played, place) => {
    const { round, after } = played;
    const before = chronicle.rounds[place - 1] ?? played;
    const { nearness, ...ties } = { ...tiesOf(played), nearness: nearnessOf(tiesOf(played), after.parameters) };
    const last = after.history.at(-1);
    return {
      round,
      changed: pactChanges(before, played),
      letDowns: letDownsIn(played),
      exchanges: exchangesIn(played).map((exchange) => Object.values(exchange)),
      ties,
      nearness,
      network: networkIn(played),
      conditions: last === undefined ? undefined : conditionsOf(last.figure, after.parameters),
      largest: largestHead(after),
    };
  });
}

function whole(chronicle: Chronicle): unknown {
  const { final } = chronicle;
  const seats = final.actors.map(({ seat }) => seat);
  return {
    moments: chronicle.moments.map(({ round, phase, at }) => `${round} ${phase} ${at}`),
    findings: findingsOf(chronicle),
    turning: turningPointsOf(chronicle),
    deciding: decidingPacts(chronicle),
    dead: deadPacts(chronicle),
    contradiction: contradictionIn([chronicle]),
    show: showOf([chronicle]),
    behind: behindFigure(chronicle),
    since: standsSince(chronicle),
    borders: bordersCrossed(chronicle),
    joined: seats.flatMap((seat) => joinedUnder(chronicle, seat)),
    tableTwo: tableTwo(chronicle, districtInnovation(final.history) / 2),
    uncounted: uncounted(chronicle),
    byRound: figuresByRound(chronicle),
    houses: housesByRound(chronicle),
    series: seriesOf(chronicle),
    stories: seats.map((seat) => seatEnding(chronicle, seat)),
    rounds: roundsOf(chronicle),
  };
}

describe('a recorded game', () => {
  test.each(named)('%s is told to the last figure', async (game, place) => {
    await expectTold(`debrief/${game.replace('/', '-')}`, whole(chronicleAt(place)));
  });
});

test('a show finds the same turns, betrayal and contradiction, had the game ended in any other year', async () => {
  const cut = chronicles.flatMap((chronicle, place) =>
    chronicle.rounds.map(({ round }) => {
      const rounds = chronicle.rounds.slice(0, round);
      const final = rounds.at(-1)?.after ?? chronicle.final;
      const shorter: Chronicle = { ...chronicle, rounds, final };
      const slides = showOf([shorter]);
      const turns = slides.flatMap((slide) =>
        slide.kind === 'turn' ? `${slide.point.round} ${slide.point.kind}` : [],
      );
      const told = slides.filter(({ kind }) => kind === 'betrayal' || kind === 'contradiction');
      return { game: GAMES[place], round, turns, slides: told };
    }),
  );
  await expectTold('debrief/shorter', cut);
});

describe('a class of all of them', () => {
  test('is told to the last figure', async () => {
    const figures = chronicles.map(figuresOf);
    const headers = chronicles.map(({ log: { header }, final }) => ({ log: { header }, final }));
    const kinds = headers.map(({ log: { header } }) => header);
    await expectTold('debrief/class', {
      figures,
      rows: rowsOf(figures),
      standing: CLASS_MEASURES.map((measure) => standingOf(figures.slice(0, 2), figures.slice(2), measure)),
      differences: differencesOf(chronicles),
      contradictions: chronicles.flatMap((one) => chronicles.map((other) => contradictionIn([one, other]))),
      show: showOf(chronicles),
      minutes: LESSONS.map((lesson) => [
        minutesOf(showOf(chronicles), lesson),
        minutesOf([{ kind: 'guess' }, { kind: 'sentence' }], lesson),
      ]),
      tableOne: tableOne(chronicles),
      tableThree: tableThree(chronicles),
      tried: (['loan', 'foreign', 'venture'] as const).map((choice) => timesTried(chronicles, choice)),
      street: besideTheStreet(chronicles),
      bands: METRICS.map((metric) => [metric, bandsOf(chronicles.map(seriesOf), metric)]),
      deciders: chronicles.map((chronicle) => Object.values(decidersOf([chronicle]))),
      atTheEnd: treatmentsOf(chronicles.map(endConditions)),
      treatments: treatmentsOf(kinds),
      apart: conditionsApart(kinds),
    });
  });
});

describe('what if', () => {
  const street = goldenLog('rules-3/street');
  const recorded = street.header.actors.map(() => RECORDED);
  const by = (seat: number, policy: string) => recorded.with(seat, policy);
  const presets = chronicleAt(5).moments.filter(({ phase, round }) => phase === 'plan' && [2, 6, 9].includes(round));
  const questions: Readonly<Record<string, WhatIf>> = {
    'nothing else': { from: 1, changes: [], deciders: recorded },
    'no shift': { from: 7, changes: [{ kind: 'noShock' }], deciders: recorded },
    'no shift, too late': { from: 9, changes: [{ kind: 'noShock' }], deciders: recorded },
    'the largest falters': { from: 5, changes: [{ kind: 'falter', happens: true }], deciders: recorded },
    'dearer pacts': { from: 4, changes: [{ kind: 'parameter', name: 'pactCost', value: 1 }], deciders: recorded },
    'another decider': { from: 3, changes: [], deciders: by(2, 'cooperate') },
    'no such decider': { from: 3, changes: [], deciders: by(2, 'nobody') },
    'no such year': { from: 40, changes: [], deciders: recorded },
  };

  test('is answered to the last figure', async () => {
    const answers = Object.entries(questions).map(([question, asked]) => {
      const answer = whatIf(street, asked);
      if ('refused' in answer) return { question, answer };
      const incomes = answer.state.history.map(({ income }) => income);
      const { districtId, lineage } = answer.log.header;
      const happened = chronicleAt(5).final.history.map(({ income }) => income);
      const headline = headlineOf(happened, incomes);
      return { question, districtId, lineage, records: answer.log.records.length, incomes, headline };
    });
    const draws = playDraws(
      street,
      { from: 8, changes: [{ kind: 'noShock' }], deciders: recorded },
      [1, 2, 3],
      () => 0,
    );
    const references = REFERENCES.map((reference) => {
      const { final } = referenceFor(street.header, reference);
      return [reference, final.history.map(({ income }) => income)];
    });
    await expectTold('debrief/what-if', {
      answers,
      interval: draws === undefined ? undefined : intervalOf(draws),
      references,
      older: whatIf(goldenLog('rules-1/mixed'), { from: 1, changes: [], deciders: recorded }),
    });
  });

  test('asks by presets and by plans of one’s own, each made to fit its moment', async () => {
    await expectTold(
      'debrief/presets',
      presets.map(({ round, state }) => ({
        round,
        seats: state.actors.map(({ seat, kind }) => ({
          seat,
          presets: presetsFor(kind).map((preset) => [preset, presetPlan(state, seat, preset)]),
          own: OWN_DEALS.map((deal) => [
            deal,
            ownPlan(state, seat, { points: { trade: 1, research: 0.5, publish: 2, law: 0.7 }, deal, dealWith: 3 }),
          ]),
        })),
      })),
    );
  });
});
