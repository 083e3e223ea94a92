/**
 * The same game in the system's Firefox and WebKitGTK by touch, from the code to the final score, with a reload and two
 * kills of the server. `game.test.ts` tests Chromium.
 *
 * These browsers lack Chromium's protocol, so students use a driver of their own (`support/engines`).
 */
import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Language } from '../../shared/i18n/languages.ts';
import { parse } from '../../shared/log/jsonl.ts';
import { firstDifference, replay } from '../../shared/log/replay.ts';
import { type ServerProcess, startProcess } from '../support/child.ts';
import { ask, openClass } from '../support/http.ts';
import { sitAtDesk } from '../support/player.ts';
import { freePort } from '../support/ports.ts';
import { KEY, newFolder } from '../support/server.ts';
import { ENGINES } from './support/engines/engines.ts';
import { type Hand, handOf } from './support/engines/hand.ts';
import type { Screen } from './support/engines/screen.ts';
import { words } from './support/words.ts';

const ROUNDS = 12;
const RELOADS_IN = 3;
const KILLED_IN_PLAN = 5;
const KILLED_IN_REVEAL = 7;
const LANGUAGE: Readonly<Record<string, Language>> = { WebKitGTK: 'zh' };

let server: ServerProcess | undefined;
let folder: string | undefined;
let screen: Screen | undefined;
afterEach(async () => {
  await screen?.close();
  await server?.end('SIGKILL');
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function killedAndBack(hand: Hand, port: number): Promise<void> {
  await server?.end('SIGKILL');
  await hand.sees(hand.says('common.reconnecting'));
  server = await startProcess(folder ?? '', port);
  await hand.seesNoMore(hand.says('common.reconnecting'));
}

async function filed(hand: Hand): Promise<void> {
  const { says } = hand;
  await hand.press(says('plan.file'));
  const onward = [says('play.toNextYear'), says('play.toTheEnd'), says('figures.figure3Name')];
  if ((await hand.either(says('plan.submitAll'), ...onward)) === says('plan.submitAll'))
    await hand.press(says('plan.submitAll'));
  if ((await hand.either(...onward)) === says('figures.figure3Name')) await hand.press(says('figures.figure3Name'));
}

/** Every score of the last screen. */
const scores = (hand: Hand) => hand.read('.three-scores .value, table.street td');

describe.each(ENGINES)('$name', ({ name, needs, open }) => {
  test.skipIf(open === undefined)(`plays a class from the code to the last score (only with ${needs})`, async () => {
    if (open === undefined) return;
    folder = await newFolder();
    const port = await freePort();
    server = await startProcess(folder, port);
    const { url } = server;
    const { classId, code } = await openClass(url, { clockMode: 'wait' });
    screen = await open();
    const says = words(LANGUAGE[name] ?? 'en');
    const hand = handOf(screen, says);
    await screen.go(`${url}/?code=${code}`);
    if (LANGUAGE[name] !== undefined) await hand.press(says('common.languageName'));
    await hand.write(says('join.name'), 'Ada');
    await hand.press(says('join.join'));
    await hand.sees(says('play.seatKept', { name: 'Ada' }));
    const desk = await sitAtDesk(url, classId);
    expect(await desk.ask({ type: 'startClass' })).toEqual({ ok: true });
    await desk.close();

    for (let round = 1; round <= ROUNDS; round += 1) {
      await hand.sees(says('play.roundOf', { round, rounds: ROUNDS }));
      await hand.press(says('play.toPlan'));
      await hand.sees(says('plan.file'));
      await hand.placeAll();
      const drafted = await hand.read('.chip-more');
      if (round === RELOADS_IN) {
        await screen.reload();
        await hand.sees(says('plan.file'));
      }
      if (round === KILLED_IN_PLAN) await killedAndBack(hand, port);
      await expect.poll(() => hand.read('.chip-more')).toEqual(drafted);
      await filed(hand);
      if (round === KILLED_IN_REVEAL) await killedAndBack(hand, port);
      await hand.press(await hand.either(says('play.toNextYear'), says('play.toTheEnd')));
    }

    await hand.sees(says('play.finalTitle'));
    await expect.poll(() => scores(hand)).toHaveLength(3 + 12);
    const last = await scores(hand);
    await screen.reload();
    await hand.sees(says('play.finalTitle'));
    await expect.poll(() => scores(hand)).toEqual(last);

    const { text } = await ask(`${url}/api/classes/${classId}/export/events.jsonl`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    const parsed = parse(text);
    if ('problem' in parsed) throw new Error(JSON.stringify(parsed));
    const [log] = parsed.logs;
    if (log === undefined) throw new Error('nothing was kept');
    const { state, checks } = replay(log);
    expect(state.history).toHaveLength(ROUNDS);
    expect(firstDifference(checks)).toBeUndefined();
    const own = log.records.flatMap(({ events }) =>
      events.filter((event) => event.type === 'PlanFiled' && event.by === 'human'),
    );
    expect(own).toHaveLength(ROUNDS);
    expect(await screen.complaints()).toEqual([]);
  });
});
