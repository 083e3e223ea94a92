/** The sounds of the game as samples: the same notes, sung into memory instead of a loudspeaker. Runs in a browser. */
import { type Sound, sing } from '../../../client/state/sound.ts';

export { SOUNDS } from '../../../client/state/sound.ts';

const RATE = 48_000;
/** Longer than any of them, so that the silence after it is seen too. */
const SECONDS = 1.2;
/** Lower, the loudspeaker of a phone gives nothing. */
const PHONE_HZ = 300;
/** About as long as an ear takes to judge how loud something is. */
const EAR = RATE / 8;

export interface Heard {
  /** Of full scale. */
  readonly peak: number;
  /** Largest sample of the first and of the last thousandth of a second. */
  readonly edges: readonly [first: number, last: number];
  /** Seconds until nothing more is heard. */
  readonly length: number;
  /** Largest step from one sample to the next: a click is one. */
  readonly step: number;
  /** Decibels below full scale of the loudest eighth of a second, as a phone plays it. */
  readonly onPhone: number;
}

export async function heard(sound: Sound): Promise<Heard> {
  const buffer = await rendered(sound);
  const samples = buffer.getChannelData(0);
  const end = samples.findLastIndex((sample) => Math.abs(sample) > 1e-5) + 1;
  const largest = (from: number, to: number) => Math.max(...samples.slice(from, to).map(Math.abs));
  const edge = RATE / 1000;
  return {
    peak: largest(0, samples.length),
    edges: [largest(0, edge), largest(end - edge, end)],
    length: end / RATE,
    step: Math.max(...samples.map((sample, at) => Math.abs(sample - (samples[at - 1] ?? 0)))),
    onPhone: 20 * Math.log10(loudest(await throughPhone(buffer))),
  };
}

function rendered(sound: Sound): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(1, RATE * SECONDS, RATE);
  sing(context, sound);
  return context.startRendering();
}

async function throughPhone(buffer: AudioBuffer): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, buffer.length, RATE);
  const source = new AudioBufferSourceNode(context, { buffer });
  const filter = () => new BiquadFilterNode(context, { type: 'highpass', frequency: PHONE_HZ });
  source.connect(filter()).connect(filter()).connect(context.destination);
  source.start();
  return (await context.startRendering()).getChannelData(0);
}

/** Root of the mean square over the loudest stretch. */
function loudest(samples: Float32Array): number {
  let most = 0;
  for (let from = 0; from + EAR <= samples.length; from += EAR / 8) {
    const stretch = samples.subarray(from, from + EAR);
    most = Math.max(most, stretch.reduce((sum, sample) => sum + sample * sample, 0) / EAR);
  }
  return Math.sqrt(most);
}
