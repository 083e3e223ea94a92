/**
 * A dry run in one click: robots in a child process play a marked class against this server, over the network and with
 * the real client. They meet the problems that students would meet.
 *
 * The process that holds the class runs the robots, and it alone knows their progress.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { omitUndefined } from '../../shared/engine/omit-undefined.ts';
import type { Settings } from '../../shared/engine/parts.ts';
import type { DryRun } from '../../shared/protocol/class-http.ts';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { STANDARD_SEATS } from '../../shared/scenarios/index.ts';
import { newId } from '../access/secrets.ts';
import type { Classroom } from '../classroom/classroom.ts';
import type { ClassRegistry } from '../classroom/registry.ts';
import { readChoices } from '../classroom/setup/settings.ts';
import type { Logger } from '../logging.ts';

const ROBOTS = join(import.meta.dirname, '../cli/robots.ts');
const LOOK_EVERY_MS = 200;
const THINK_MS = 100;
const KEPT = 20;

/** Nothing waits for a desk, and phases end as soon as all robots are ready. */
function played({ byHand: _, ...settings }: Settings): Settings {
  return { ...settings, clockMode: 'wait' };
}

export class DryRuns {
  readonly #registry: ClassRegistry;
  readonly #url: () => string;
  readonly #log: Logger;
  readonly #runs = new Map<string, Run>();

  constructor(registry: ClassRegistry, url: () => string, log: Logger) {
    this.#registry = registry;
    this.#url = url;
    this.#log = log;
  }

  /** One at a time, because robots use the resources of a class. */
  async start(setup: unknown, seats = STANDARD_SEATS): Promise<DryRun | WireRefusal> {
    if ([...this.#runs.values()].some(({ going }) => going)) return { refused: 'too-many-dry-runs' };
    const choices = readChoices(setup);
    if ('refused' in choices) return choices;
    const { labels: _, ...rest } = choices;
    const settings = played(rest.settings);
    const treatments = rest.treatments?.map((each) => ({ ...each, settings: played(each.settings) }));
    const waiting = { ...rest, settings, ...omitUndefined({ treatments }) };
    const classroom = await this.#registry.openClass(waiting, 'dry-run');
    if (classroom === undefined) return { refused: 'store-unavailable' };
    const run = new Run(classroom, seats, this.#url(), this.#log);
    this.#runs.set(classroom.id, run);
    const oldest = this.#runs.keys().next();
    if (this.#runs.size > KEPT && !oldest.done) this.#runs.delete(oldest.value);
    return run.report();
  }

  report(classId: string): DryRun | undefined {
    return this.#runs.get(classId)?.report();
  }

  stop(classId: string): DryRun | undefined {
    const run = this.#runs.get(classId);
    run?.stop('stopped');
    return run?.report();
  }

  close(): void {
    for (const run of this.#runs.values()) run.stop('stopped');
  }
}

class Run {
  readonly #classroom: Classroom;
  readonly #seats: number;
  readonly #child: ChildProcess;
  readonly #timer: NodeJS.Timeout;
  readonly #log: Logger;
  #output = '';
  #state: DryRun['state'] = 'joining';
  #result: Pick<DryRun, 'finished' | 'ack'> = {};

  constructor(classroom: Classroom, seats: number, url: string, log: Logger) {
    this.#classroom = classroom;
    this.#seats = seats;
    this.#log = log.child({ classId: classroom.id });
    const { code } = classroom.state.opened;
    const options = { url, code, seats, think: THINK_MS };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.#child = spawn(process.execPath, [ROBOTS, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString();
    });
    this.#child.on('error', (err) => this.#log.error({ err }, 'robots could not be started'));
    this.#child.on('close', () => this.#over());
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  get going(): boolean {
    return this.#state === 'joining' || this.#state === 'playing';
  }

  report(): DryRun {
    const { id, state, sessions } = this.#classroom;
    const rounds = sessions.map((session) => session.state.round);
    return {
      classId: id,
      code: state.opened.code,
      state: this.#state,
      seats: this.#seats,
      joined: state.players.length,
      round: rounds.length === 0 ? 0 : Math.min(...rounds),
      rounds: sessions[0]?.state.parameters.rounds ?? 0,
      ...this.#result,
    };
  }

  stop(state: 'failed' | 'stopped'): void {
    if (!this.going) return;
    this.#state = state;
    clearInterval(this.#timer);
    this.#child.kill();
    this.#close();
  }

  #look(): void {
    if (this.#state !== 'joining' || this.#classroom.state.players.length < this.#seats) return;
    this.#state = 'playing';
    this.#classroom.begin('game').catch((err: unknown) => {
      this.#log.error({ err }, 'a dry run could not be started');
      this.stop('failed');
    });
  }

  #over(): void {
    if (!this.going) return;
    clearInterval(this.#timer);
    const result = resultIn(this.#output);
    this.#state = result?.finished === this.#seats ? 'finished' : 'failed';
    this.#result = result ?? {};
    this.#close();
  }

  #close(): void {
    this.#classroom
      .desk({ type: 'endClass' }, newId('x'))
      .catch((err: unknown) => this.#log.warn({ err }, 'a dry run was not ended'));
  }
}

/** Parses what the robots print at the end. */
function resultIn(output: string): Pick<DryRun, 'finished' | 'ack'> | undefined {
  try {
    const { finished, ack } = JSON.parse(output) as Required<Pick<DryRun, 'finished' | 'ack'>>;
    return { finished, ack };
  } catch {
    return undefined;
  }
}
