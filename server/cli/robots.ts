/**
 * `npm run robots`: robot players over the real network with the real SDK, to the end of the class. An instructor's
 * dry run, and the load generator.
 *
 *     npm run robots -- --url http://localhost:2567 --code ABCD12 --seats 12 --policy mixed --latency 50 --drop 0.01
 *     npm run robots -- --url http://localhost:2567 --key KEY --seats 60
 */
import { parseArgs } from 'node:util';
import { policyFor } from '../../shared/bots/index.ts';
import { atTheDesk, openClass } from '../robots/classroom.ts';
import { Robot } from '../robots/robot.ts';
import { emptySamples, percentiles } from '../robots/statistics.ts';

// The SDK talks on standard output; the result alone belongs there.
console.log = console.error;
console.info = console.error;
console.warn = console.error;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:2567' },
    code: { type: 'string' },
    key: { type: 'string' },
    seats: { type: 'string', default: '12' },
    policy: { type: 'string', default: 'mixed' },
    latency: { type: 'string', default: '0' },
    drop: { type: 'string', default: '0' },
    think: { type: 'string', default: '200' },
    'seats-per-district': { type: 'string', default: '12' },
    clock: { type: 'string', default: 'wait' },
  },
});

function number(name: 'seats' | 'latency' | 'drop' | 'think' | 'seats-per-district'): number {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value >= 0) return value;
  process.stderr.write(`--${name} is not a number: ${values[name]}\n`);
  process.exit(2);
}

const { policy } = values;
if (policy !== 'mixed' && policyFor(policy) === undefined) {
  process.stderr.write(`No policy is called ${policy}.\n`);
  process.exit(2);
}

const url = values.url.replace(/\/$/, '');
const { key } = values;
if (values.code === undefined && key === undefined) {
  process.stderr.write('Say which class: --code CODE, or --key KEY to open one.\n');
  process.exit(2);
}

const own =
  key === undefined || values.code !== undefined
    ? undefined
    : await openClass(url, key, {
        clockMode: values.clock === 'clock' ? 'clock' : 'wait',
        seatsPerDistrict: number('seats-per-district'),
        title: 'Robots',
        ...(values.clock === 'clock' ? { newsMs: 1_000, planMs: 5_000, revealMs: 1_500 } : {}),
      });
const code = own?.code ?? values.code ?? '';
const samples = emptySamples();
const seats = number('seats');
const robots = Array.from(
  { length: seats },
  (_, index) =>
    new Robot({
      url,
      code,
      number: index + 1,
      policy,
      latency: number('latency'),
      drop: number('drop'),
      think: number('think'),
      samples,
    }),
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
  await atTheDesk(url, key, own.classId, { type: 'startClass' });
}
await Promise.all(playing.map((robot) => robot.play()));
if (own !== undefined && key !== undefined) await atTheDesk(url, key, own.classId, { type: 'endClass' });

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
for (const refused of new Set(playing.flatMap((robot) => robot.refusals)))
  process.stderr.write(`refused: ${refused}\n`);
process.exit(finished === seats ? 0 : 1);
