/**
 * A network that drops connections silently, so that waiting for an answer would take for ever. Students' pages and
 * robots notice by themselves and return.
 */
import { afterEach, expect, test, vi } from 'vitest';
import { keepConnected, type RoomConnection } from '../../client/net/room-connection.ts';
import { Line } from '../../server/robots/line.ts';
import { WIRE_VERSION } from '../../shared/protocol/wire.ts';
import { type Detour, detourTo } from '../support/detour.ts';
import { openClass } from '../support/http.ts';
import { stubPage } from '../support/no-page.ts';
import { enrol } from '../support/player.ts';
import { startServer, stopServers } from '../support/server.ts';
import { pause, until } from '../support/waiting.ts';

const PATIENCE = { joinMs: 2_000, signMs: 3_000 };

let detour: Detour | undefined;
const stays: RoomConnection[] = [];
afterEach(async () => {
  for (const stay of stays.splice(0)) stay.leave();
  vi.unstubAllGlobals();
  await detour?.dispose();
  await stopServers();
});

/** What a page and a robot have in common. */
interface Visit {
  readonly url: string;
  readonly roomId: string;
  readonly token: string;
  readonly onOpen: () => void;
}

function asPage({ url, roomId, token, onOpen }: Visit): RoomConnection {
  vi.stubGlobal('location', { origin: url });
  stubPage();
  const join = { wire: WIRE_VERSION, token };
  return keepConnected({ roomId, join, onOpen, onLost: () => undefined, onFailed: () => true }, PATIENCE);
}

function asRobot({ url, roomId, token, onOpen }: Visit): RoomConnection {
  const line = new Line({ url, roomId, join: { wire: WIRE_VERSION, token }, onOpen, patience: PATIENCE });
  return { leave: () => line.hangUp() };
}

test('a page and a robot come back when their room has fallen silent, and when their way back has', async () => {
  const { url } = await startServer();
  const network = await detourTo(Number(new URL(url).port));
  detour = network;
  const { code } = await openClass(url);
  const opened = { page: 0, robot: 0 };
  const enter = async (who: keyof typeof opened, how: (visit: Visit) => RoomConnection) => {
    const { classId: roomId, token } = await enrol(url, code, who);
    const onOpen = () => {
      opened[who] += 1;
    };
    stays.push(how({ url: `http://127.0.0.1:${network.port}`, roomId, token, onOpen }));
  };
  await Promise.all([enter('page', asPage), enter('robot', asRobot)]);
  const bothSince = (was: typeof opened) => () => opened.page > was.page && opened.robot > was.robot;
  await until('both to come in', bothSince({ page: 0, robot: 0 }));
  await pause(1.5 * PATIENCE.signMs);
  expect(opened, 'a line that is alive is left alone').toEqual({ page: 1, robot: 1 });

  const alive = { ...opened };
  network.loseAll();
  await until('both to come back', bothSince(alive));

  const back = { ...opened };
  network.hold();
  network.breakAll();
  await pause(500);
  network.loseAll();
  network.flow();
  await until('both to come back, after the way back was lost too', bothSince(back));
});
