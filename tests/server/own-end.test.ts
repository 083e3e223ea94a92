/** What a class's people get at the end: their own story, and the district's record once the desk opens it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkText } from '../../shared/log/check.ts';
import { nth, playing } from '../support/district.ts';
import { ask, newToken } from '../support/http.ts';
import { seatOf } from '../support/player.ts';
import { startServer, stopServers, type TestServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(stopServers);

function get(classId: string, what: 'story' | 'record', token: string) {
  const headers = { authorization: `Bearer ${token}` };
  return ask(`${server.url}/api/classes/${classId}/own/${what}`, { headers });
}

describe('the end of a game in class', () => {
  test('tells each their own story, and opens the record by the desk’s word alone', async () => {
    const table = await playing(server.url, ['Ada', 'Bo'], { scenario: 'zhongguancun-8' });
    const [ada, bo] = [nth(table.students, 0), nth(table.students, 1)];
    const { classId } = ada;
    await nth(table.tabs, 0).act({
      type: 'say',
      text: 'a secret of the two',
      to: nth(table.tabs, 1).view()?.seat ?? 0,
    });
    expect(await get(classId, 'story', ada.token)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const isOver = () => nth(table.tabs, 0).view()?.public.phase === 'ended';
    for (let phase = 0; phase < 8 * 3 && !isOver(); phase += 1) {
      expect(await table.desk.ask({ type: 'advance' })).toMatchObject({ ok: true });
    }
    await until('the end', isOver);

    const told = await get(classId, 'story', ada.token);
    expect(told.status).toBe(200);
    expect(told.headers.get('cache-control')).toBe('no-store');
    const { seat } = await seatOf(server.url, ada);
    const view = nth(table.tabs, 0).view();
    expect(told.body).toMatchObject({ story: { score: view?.public.seats[seat]?.finalScore } });
    const { policies } = told.body as { policies: readonly string[] };
    expect(policies.flatMap((policy, of) => (policy === '' ? [of] : []))).toEqual(
      view?.public.seats.flatMap(({ control }, of) => (control === 'human' ? [of] : [])),
    );
    expect((await get(classId, 'story', bo.token)).text).not.toBe(told.text);

    expect((await get(classId, 'story', newToken())).status).toBe(404);
    expect((await get('kxxxxxxx', 'story', ada.token)).status).toBe(404);
    expect((await get(classId, 'story', 'x')).body.code).toBe('token-malformed');

    expect((await get(classId, 'record', ada.token)).status).toBe(404);
    expect(await table.desk.ask({ type: 'openDebrief', on: true })).toEqual({ ok: true });
    const record = await get(classId, 'record', ada.token);
    expect(record.status).toBe(200);
    expect(record.text).not.toContain('a secret of the two');
    const again = await Promise.all([ada, bo, ada].map(({ token }) => get(classId, 'record', token)));
    expect(again.map(({ text }) => text)).toEqual([record.text, record.text, record.text]);
    const { logs, findings } = checkText(record.text);
    expect(findings).toEqual([]);
    expect(logs.map(({ header }) => header.districtId)).toEqual([table.districtId]);
    expect(await table.desk.ask({ type: 'openDebrief', on: false })).toEqual({ ok: true });
    expect((await get(classId, 'record', ada.token)).status).toBe(404);

    // A debrief takes place after the class: it can be opened, and shown on another wall, even then.
    expect(await table.desk.ask({ type: 'endClass' })).toEqual({ ok: true });
    expect(await table.desk.ask({ type: 'openDebrief', on: true })).toEqual({ ok: true });
    expect((await get(classId, 'record', ada.token)).text).toBe(record.text);
    expect(await table.desk.ask({ type: 'issueLink', to: 'projector' })).toMatchObject({ ok: true });
    expect(await table.desk.ask({ type: 'advance' })).toEqual({ ok: false, refused: 'class-ended' });
  });
});
