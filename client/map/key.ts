/** The key: each sign of the map beside what it means. */
import * as sign from './key-signs.ts';
import { PALETTE } from './palette.ts';
import type { Say } from './words.ts';

type MapKey = Parameters<Say>[0];
type Row = readonly [MapKey, readonly SVGElement[]];

const arrow = (colour: string, width: number) => [sign.line(colour, width), sign.head(colour, 1)];
const twoWay = (width: number) => [...arrow(PALETTE.jade, width), sign.head(PALETTE.jade, -1)];

/** All signs of the map and its story. */
export function keySamples(say: Say): readonly HTMLElement[] {
  return rowsOf(say, [
    ['keyCommand', arrow(PALETTE.ink, 3)],
    ['keyForced', arrow(PALETTE.vermilionDeep, 3)],
    ['keyOrdered', arrow(PALETTE.ink, 1.2)],
    ['keyRelinquished', [sign.line(PALETTE.inkSoft, 2.4, '0.1 5')]],
    ['keyUnordered', [sign.line(PALETTE.inkSoft, 1.5, '0.1 3.5')]],
    ['keyKept', twoWay(3)],
    ['keyUntested', twoWay(1.2)],
    ['keyBroken', sign.torn()],
    ['keyOffer', [sign.line(PALETTE.jade, 2, '5 4'), sign.head(PALETTE.jade, 1)]],
    ['keyForeign', [sign.line(PALETTE.plum, 2.4, '6 5')]],
    ['keyState', [sign.house(true)]],
    ['keyNonState', [sign.house(false)]],
    ['keyTree', [sign.crown()]],
    ['keySize', [sign.sizes()]],
    ['keyPlace', [sign.places()]],
    ['keyBot', [sign.robot()]],
    ['keyReady', [sign.tick()]],
    ['keySeal', [sign.stamp()]],
    ['keyFailures', [sign.times()]],
    ['keyKnowledge', [sign.spark()]],
    ['keyGoods', [sign.crate()]],
    ['keyCoins', [sign.coin()]],
    ['keySeasons', [sign.seasons()]],
  ]);
}

/** The paper's three lines, always shown if there is room. */
export function mainSamples(say: Say): readonly HTMLElement[] {
  return rowsOf(say, [
    ['legendCommand', arrow(PALETTE.ink, 3)],
    ['legendRelinquished', [sign.line(PALETTE.inkSoft, 2.4, '0.1 5')]],
    ['legendCooperation', twoWay(2.4)],
  ]);
}

function rowsOf(say: Say, rows: readonly Row[]): readonly HTMLElement[] {
  return rows.map(([key, signs]) => {
    const row = document.createElement('div');
    row.className = 'map-key-row';
    const words = document.createElement('span');
    words.textContent = say(key);
    row.append(sign.picture(signs), words);
    return row;
  });
}
