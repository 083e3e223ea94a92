/** Time until the server listens, with an empty store and with a thousand ended classes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLogger } from '../server/logging.ts';
import { classStream, districtStream } from '../server/storage/port.ts';
import { openSqliteStore } from '../server/storage/sqlite.ts';
import { serialise } from '../shared/log/jsonl.ts';
import { scenarioById } from '../shared/scenarios/index.ts';
import { Match } from '../shared/simulation/match.ts';
import { dealPolicies } from '../shared/simulation/sweep.ts';
import { freePort } from '../tests/support/ports.ts';
import { startStreet } from './processes.ts';
import type { Part } from './table.ts';

const CLASSES = 1_000;
const STARTS = 5;

async function fill(file: string): Promise<void> {
  const scenario = scenarioById('zhongguancun');
  if (scenario === undefined) throw new Error('the scenario is gone');
  const mix = { firms: ['tit-for-tat', 'trader'], universities: 'open', bureau: 'enable', bez: 'idle' };
  const match = new Match({ scenario, seed: 1, policies: dealPolicies(scenario.roster, 1, mix), keepLog: true });
  match.playToEnd();
  if (match.log === undefined) throw new Error('no log was kept');
  const lines = serialise(match.log).trimEnd().split('\n');
  const store = await openSqliteStore(file, makeLogger('silent'));
  for (let number = 0; number < CLASSES; number += 1) {
    const id = `kbench${String(number).padStart(6, '0')}`;
    const opened = { seq: 0, at: 0, events: [] };
    await store.addClass({ id, code: `B${number}`, kind: 'class', open: false, openedAt: number });
    await store.append(classStream(id), id, 0, [JSON.stringify(opened)]);
    await store.append(districtStream(`${id}-1`), id, 0, lines);
  }
  await store.close();
}

async function listeningMs(folder: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < STARTS; time += 1) {
    const server = await startStreet(folder, await freePort());
    times.push(server.listeningMs);
    await server.stop();
  }
  return times.toSorted((one, other) => one - other)[Math.floor(STARTS / 2)] ?? 0;
}

export async function benchStartUp(): Promise<Part> {
  const [empty, full] = [await mkdtemp(join(tmpdir(), 'es-bench-')), await mkdtemp(join(tmpdir(), 'es-bench-'))];
  try {
    await fill(join(full, 'street.db'));
    const figures = { emptyMs: Math.round(await listeningMs(empty)), fullMs: Math.round(await listeningMs(full)) };
    const text = `Listening after ${figures.emptyMs} ms with an empty store, after ${figures.fullMs} ms with ${CLASSES} ended classes (median of ${STARTS} starts).`;
    return { text, figures };
  } finally {
    for (const folder of [empty, full]) await rm(folder, { recursive: true, force: true });
  }
}
