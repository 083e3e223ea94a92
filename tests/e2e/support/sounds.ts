/** The game's sounds as samples, rendered into memory. Runs in a browser. */
import { type Sound, sing } from '../../../client/state/sound.ts';

export { SOUNDS } from '../../../client/state/sound.ts';

const RATE = 48_000;
/** Longer than any sound, to include the silence afterwards. */
const SECONDS = 1.2;
/** A phone's loudspeaker plays nothing lower. */
const PHONE_HZ = 300;
/** Samples in an eighth of a second, about as long as an ear needs to judge loudness. */
const EAR = RATE / 8;

export interface Heard {
  /** Peak as a share of full scale. */
  readonly peak: number;
  /** Largest sample in the first and in the last millisecond. */
  readonly edges: readonly [first: number, last: number];
  /** Seconds until silence. */
  readonly length: number;
  /** Largest step between two samples; a click is a large step. */
  readonly step: number;
  /** Loudness of the loudest eighth of a second on a phone, in decibels relative to full scale. */
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

/** Root mean square of the loudest stretch. */
function loudest(samples: Float32Array): number {
  let most = 0;
  for (let from = 0; from + EAR <= samples.length; from += EAR / 8) {
    const stretch = samples.subarray(from, from + EAR);
    most = Math.max(most, stretch.reduce((sum, sample) => sum + sample * sample, 0) / EAR);
  }
  return Math.sqrt(most);
}
