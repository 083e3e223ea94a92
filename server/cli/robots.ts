/**
 * `npm run robots`: robot players over the real network with the real SDK, to the end of the class. Used for an
 * instructor's dry run and as load generator.
 *
 *     npm run robots -- --url http://localhost:2567 --code ABCD12 --seats 12 --policy mixed --latency 50 --drop 0.01
 *     npm run robots -- --url http://localhost:2567 --key KEY --seats 60
 */
import { POLICIES, policyFor } from '../../shared/bots/index.ts';
import { PORT } from '../environment.ts';
import { openClass, sendDeskRequest, tellTheEnd } from '../robots/classroom.ts';
import { Robot } from '../robots/robot.ts';
import { emptySamples, percentiles } from '../robots/statistics.ts';
import { optionsFrom, run, UsageError, wholeNumber } from './terminal.ts';

// The SDK prints to standard output, which must hold the result alone.
console.log = console.error;
console.info = console.error;
console.warn = console.error;

const HERE = `http://localhost:${PORT}`;

const OPTIONS = {
  url: { type: 'string', default: HERE },
  code: { type: 'string' },
  key: { type: 'string' },
  seats: { type: 'string' },
  policy: { type: 'string', default: 'mixed' },
  latency: { type: 'string', default: '0' },
  drop: { type: 'string', default: '0' },
  think: { type: 'string', default: '200' },
  'seats-per-district': { type: 'string' },
  clock: { type: 'string', default: 'wait' },
} as const;

const HELP = `npm run robots -- --code CODE [options]     joins a class that is open
npm run robots -- --key KEY [options]       opens a class of its own, starts it and ends it

The result is one line of JSON, times in milliseconds; exit code 1 when a robot did not get to the end.

  --url URL              where the server is; without it ${HERE}
  --seats 12             how many robots
  --policy NAME          mixed, or for all firms: ${POLICIES.firm.join(', ')}
  --think 200            milliseconds a robot takes over a plan
  --latency 50           milliseconds added to every act
  --drop 0.01            share of the acts during which the connection breaks
  --seats-per-district 12
  --clock wait           wait: a round ends when all are in; clock: after 5 s at most (both with --key alone)
`;

function positive(name: string, text: string, most = Number.POSITIVE_INFINITY): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= most)) {
    const range = most === Number.POSITIVE_INFINITY ? 'from 0' : `from 0 to ${most}`;
    throw new UsageError(`--${name} takes a number ${range}, not "${text}".`);
  }
  return value;
}

/** Turns a missing answer or a refusal into a sentence. */
async function asked<T>(url: string, ask: Promise<T>): Promise<T> {
  try {
    return await ask;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      why === 'fetch failed' ? `Nothing answers at ${url}. Is the server running there? Say where with --url.` : why,
    );
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { values } = optionsFrom(args, OPTIONS);
  const { key, policy, clock } = values;
  if (policy !== 'mixed' && policyFor(policy) === undefined) throw new UsageError(`No policy is called "${policy}".`);
  if (clock !== 'wait' && clock !== 'clock') throw new UsageError(`--clock is wait or clock, not "${clock}".`);
  if (values.code === undefined && key === undefined)
    throw new UsageError('Say which class: --code CODE, or --key KEY to open one.');
  const url = values.url.replace(/\/$/, '');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new UsageError(`--url takes an address such as ${HERE}, not "${values.url}".`);
  const seats = wholeNumber('seats', values.seats, 12, 1);
  const seatsPerDistrict = wholeNumber('seats-per-district', values['seats-per-district'], 12, 1);
  const manner = {
    latency: positive('latency', values.latency),
    drop: positive('drop', values.drop, 1),
    think: positive('think', values.think),
    opinions: true,
  };

  const own =
    key === undefined || values.code !== undefined
      ? undefined
      : await asked(
          url,
          openClass(url, key, {
            clockMode: clock,
            seatsPerDistrict,
            title: 'Robots',
            ...(clock === 'clock' && { newsMs: 1_000, planMs: 5_000, revealMs: 1_500 }),
          }),
        );
  const code = own?.code ?? values.code ?? '';
  const samples = emptySamples();
  const robots = Array.from(
    { length: seats },
    (_, index) => new Robot({ url, code, number: index + 1, policy, samples, ...manner }),
  );
  const joined = await Promise.all(robots.map((robot) => robot.join()));
  const playing = robots.filter((_, index) => joined[index]);

  const stop = () => {
    for (const robot of playing) robot.stop();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  if (own !== undefined && key !== undefined) {
    process.stderr.write(`Class ${own.code}. Afterwards: ${url}/debrief#class=${own.code}\n`);
    await sendDeskRequest(url, key, own.classId, { type: 'startClass' });
  }
  const played = Promise.all(playing.map((robot) => robot.play()));
  if (own !== undefined && key !== undefined && clock === 'clock') await tellTheEnd(url, key, own.classId, played);
  await played;
  if (own !== undefined && key !== undefined) await sendDeskRequest(url, key, own.classId, { type: 'endClass' });

  const finished = playing.filter((robot) => robot.finished).length;
  const result = {
    seats,
    joined: playing.length,
    failed: seats - finished,
    rounds: Math.max(0, ...playing.map((robot) => robot.round)),
    finished,
    join: percentiles(samples.join),
    ack: percentiles(samples.ack),
    reveal: percentiles(samples.reveal),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  for (const refused of new Set(robots.flatMap((robot) => robot.refusals)))
    process.stderr.write(`refused: ${refused}\n`);
  return finished === seats ? 0 : 1;
}

await run(HELP, main);
// Connections dropped on purpose still have timers running.
process.exit();
