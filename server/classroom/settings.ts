/** What an instructor may choose when opening a class, with its defaults and limits. */
import { z } from 'zod';
import { CLOCK_MODES, type Settings } from '../../shared/engine/state.ts';
import type { WireRefusal } from '../../shared/protocol/wire.ts';
import { isDistrictSize, scenarioById } from '../../shared/scenarios/index.ts';

export const DEFAULT_SCENARIO = 'zhongguancun';
const DEFAULT_SEATS = 12;
const DEFAULT_SETTINGS: Settings = { clockMode: 'clock', newsMs: 12_000, planMs: 90_000, revealMs: 25_000, talk: true };
export const PRACTICE_SETTINGS: Settings = { ...DEFAULT_SETTINGS, clockMode: 'wait', talk: false };

const SHORTEST_MS = 200;
const LONGEST_MS = 30 * 60_000;
const TITLE_LENGTH = 80;

const duration = z.int().min(SHORTEST_MS).max(LONGEST_MS);
const openClassSchema = z.strictObject({
  scenario: z.string().max(64).optional(),
  seatsPerDistrict: z.int().refine(isDistrictSize).optional(),
  clockMode: z.enum(CLOCK_MODES).optional(),
  newsMs: duration.optional(),
  planMs: duration.optional(),
  revealMs: duration.optional(),
  talk: z.boolean().optional(),
  seed: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  title: z.string().max(TITLE_LENGTH).optional(),
});

export interface ClassChoices {
  readonly scenario: string;
  readonly seatsPerDistrict: number;
  readonly settings: Settings;
  readonly seed?: number;
  readonly title?: string;
}

export function readChoices(body: unknown): ClassChoices | WireRefusal {
  const parsed = openClassSchema.safeParse(body ?? {});
  if (!parsed.success) {
    const misread = parsed.error.issues.some(({ code }) => code === 'invalid_type' || code === 'unrecognized_keys');
    return { refused: misread ? 'not-understood' : 'settings-out-of-range' };
  }
  const { scenario = DEFAULT_SCENARIO, seatsPerDistrict = DEFAULT_SEATS, seed, title, ...chosen } = parsed.data;
  if (scenarioById(scenario) === undefined) return { refused: 'no-such-scenario' };
  const { clockMode, newsMs, planMs, revealMs, talk } = chosen;
  return {
    scenario,
    seatsPerDistrict,
    settings: {
      clockMode: clockMode ?? DEFAULT_SETTINGS.clockMode,
      newsMs: newsMs ?? DEFAULT_SETTINGS.newsMs,
      planMs: planMs ?? DEFAULT_SETTINGS.planMs,
      revealMs: revealMs ?? DEFAULT_SETTINGS.revealMs,
      talk: talk ?? DEFAULT_SETTINGS.talk,
    },
    ...(seed === undefined ? {} : { seed }),
    ...(title === undefined ? {} : { title }),
  };
}
