/** The steps of the trial years: what each says, shows and asks. */
import type { FirstYears, YearEnd } from '../../shared/simulation/first-years.ts';
import { num, percent, t } from '../state/language.ts';

export const STEPS = ['sell', 'sold', 'offer', 'shared', 'promise', 'alone', 'nobody', 'end'] as const;
export type Step = (typeof STEPS)[number];

interface Way {
  readonly label: string;
  /** Text on the button. */
  readonly face?: string;
  readonly to: Step | 'over';
}

export interface StepContent {
  readonly say: string;
  /** Books of both firms before and after the step; equal in a question. */
  readonly before: YearEnd;
  readonly after: YearEnd;
  /** Whether the neighbour takes part. */
  readonly together: boolean;
  /** The result both would have had, shown for comparison. */
  readonly ghost?: YearEnd;
  readonly ways: readonly Way[];
}

export interface TrialNumbers {
  readonly years: FirstYears;
  readonly name: string;
  readonly firstYear: number;
  /** Points that are half a year's work. */
  readonly half: number;
}

const ALONE = { together: false } as const;
const TOGETHER = { together: true } as const;
const still = (end: YearEnd) => ({ before: end, after: end });

export function contentOf(step: Step, { years, firstYear, half }: TrialNumbers): StepContent {
  const { start, sold, shared, alone, nobody, both } = years;
  const onward = (to: Step): readonly Way[] => [{ label: t('trial.onward'), to }];
  switch (step) {
    case 'sell':
      return { say: t('trial.sellSay'), ...still(start), ...ALONE, ways: [{ label: t('trial.sell'), to: 'sold' }] };
    case 'sold':
      return { say: t('trial.sold'), before: start, after: sold, ...ALONE, ways: onward('offer') };
    case 'offer':
      return {
        say: t('trial.offerSay', { year: firstYear }),
        ...still(start),
        ...TOGETHER,
        ways: [{ label: t('trial.share', { n: half }), to: 'shared' }],
      };
    case 'shared':
      return { say: t('trial.shared'), before: start, after: shared, ...TOGETHER, ways: onward('promise') };
    case 'promise':
      return {
        say: t('trial.promiseSay', { year: firstYear + 1 }),
        ...still(shared),
        ...TOGETHER,
        ways: [
          { label: t('trial.share', { n: half }), to: 'alone' },
          { label: t('trial.give'), to: 'nobody' },
        ],
      };
    case 'alone': {
      const theirs = moved(shared.theirs.cash, alone.theirs.cash);
      const own = moved(shared.own.cash, alone.own.cash);
      const say = t('trial.alone', { theirs: num(theirs), own: num(own) });
      return { say, before: shared, after: alone, ...TOGETHER, ghost: both, ways: onward('end') };
    }
    case 'nobody':
      return { say: t('trial.nobody'), before: shared, after: nobody, ...TOGETHER, ghost: both, ways: onward('end') };
    case 'end':
      return {
        say: t('trial.endSay'),
        ...still(start),
        ...ALONE,
        ways: [{ label: t('trial.begin', { year: firstYear }), face: t('trial.beginShort'), to: 'over' }],
      };
  }
}

/** The difference as readers compute it from the rounded numbers on screen. */
export function moved(before: number, after: number): number {
  return (Math.round(after * 10) - Math.round(before * 10)) / 10;
}

export function withSign(change: number): string {
  return change > 0 ? `+${num(change)}` : num(change);
}

function inWords(change: number): string {
  if (change === 0) return t('trial.same');
  return t(change > 0 ? 'trial.up' : 'trial.down', { n: num(Math.abs(change)) });
}

/** The step's result for screen readers. */
export function announcementOf({ before, after, together }: StepContent, name: string): readonly string[] {
  if (before === after) return [];
  const { own, theirs } = after;
  return [
    t('trial.heard', {
      cash: num(own.cash),
      cashMove: inWords(moved(before.own.cash, own.cash)),
      knowledge: num(own.knowledge),
      knowledgeMove: inWords(moved(before.own.knowledge, own.knowledge)),
    }),
    ...(together ? [t('trial.heardOther', { name, cash: num(theirs.cash), knowledge: num(theirs.knowledge) })] : []),
  ];
}

/** How trust moved after a tested promise. */
export function trustLine({ before, after, ghost }: StepContent): string | undefined {
  if (ghost === undefined) return undefined;
  return t('trial.trust', { before: percent(before.trust), after: percent(after.trust) });
}
