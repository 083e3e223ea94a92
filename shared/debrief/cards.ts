/**
 * The debrief's twelve cards: which question in which phase, the curves it is read from, and the passage of the paper
 * it speaks to. The texts of question, finding and limits are under `debriefCards`.
 *
 * Passages keep the paper's own spelling and stay within fifteen words. Sections go by the short titles that
 * docs/teaching/mechanics.md explains.
 */
import { QUESTIONS, type Question } from './findings.ts';
import type { Metric } from './series.ts';
import type { TurningKind } from './turning-point.ts';

export const CARD_PHASES = ['describe', 'analyse', 'apply'] as const;
type CardPhase = (typeof CARD_PHASES)[number];

export const SECTIONS = ['development', 'framework', 'hierarchy', 'networking', 'embeddedness', 'discussion'] as const;
export type Section = (typeof SECTIONS)[number];

export interface DebriefCard {
  readonly question: Question;
  readonly phase: CardPhase;
  readonly metrics: readonly Metric[];
  readonly passage: string;
  readonly section: Section;
}

const CARDS: Readonly<Record<Question, Omit<DebriefCard, 'question'>>> = {
  whichFigure: {
    phase: 'describe',
    metrics: ['horizontal', 'vertical', 'largestTree'],
    passage: 'the realistic transformation process from weak to strong local innovation networks in Chinese context',
    section: 'framework',
  },
  firstTrader: {
    phase: 'describe',
    metrics: ['tradeShare'],
    passage: 'many would-be entrepreneurs have been forced to concentrate on commercial activities',
    section: 'development',
  },
  defector: {
    phase: 'describe',
    metrics: ['reciprocity', 'pacts'],
    passage: 'the ability to synthesize complex technologies clearly seems to require relationships of trust',
    section: 'discussion',
  },
  bigTree: {
    phase: 'describe',
    metrics: ['income', 'largestTree'],
    passage: 'leaving the entire area vulnerable when large firms falter',
    section: 'hierarchy',
  },
  borders: {
    phase: 'analyse',
    metrics: ['distance', 'horizontal'],
    passage: '‘ownership distance (within domestic firms)’ is worth noticing',
    section: 'discussion',
  },
  parted: {
    phase: 'analyse',
    metrics: ['meanScore', 'innovation'],
    passage: 'the struggle for survival, not innovation, is considered the most important task',
    section: 'discussion',
  },
  loans: {
    phase: 'analyse',
    metrics: ['tradeShare', 'innovation'],
    passage: 'can not afford high interests solely with the proceeds from their electronic products',
    section: 'hierarchy',
  },
  duplicated: {
    phase: 'analyse',
    metrics: ['innovation', 'commons'],
    passage: 'the same or similar research project was often carried out repeatedly',
    section: 'framework',
  },
  commandLaw: {
    phase: 'analyse',
    metrics: ['law', 'income'],
    passage: 'the inconsistent and unclear government policy have hampered the development of networking',
    section: 'discussion',
  },
  shelterCommons: {
    phase: 'analyse',
    metrics: ['commons', 'vertical'],
    passage: 'Such strong vertical ties work against the formation of networks with new innovative firms',
    section: 'discussion',
  },
  sellAgain: {
    phase: 'apply',
    metrics: ['meanScore', 'largestTree'],
    passage: 'More comfortable it is to have a rest in the shadow of a big tree.',
    section: 'hierarchy',
  },
  fair: {
    phase: 'apply',
    metrics: ['income', 'innovation'],
    passage: 'the preference for vertical integration over network mechanisms is justified to a certain extent',
    section: 'hierarchy',
  },
};

/** The card that a turning point leads to. */
export const CARD_OF: Readonly<Record<TurningKind, Question>> = {
  firstPact: 'borders',
  firstTrader: 'firstTrader',
  firstDefection: 'defector',
  deadPact: 'borders',
  firstMerger: 'sellAgain',
  firstAbsorption: 'commandLaw',
  firstLeaving: 'sellAgain',
  firstList: 'commandLaw',
  loanSpiral: 'loans',
  firstForeign: 'borders',
  parting: 'parted',
  shock: 'bigTree',
  falter: 'bigTree',
  firstFailure: 'loans',
  decidingPact: 'whichFigure',
  figureChange: 'whichFigure',
};

/** Ordered by phase, then as in `QUESTIONS`. */
export function debriefCards(): readonly DebriefCard[] {
  return CARD_PHASES.flatMap((phase) =>
    QUESTIONS.filter((question) => CARDS[question].phase === phase).map((question) => ({
      question,
      ...CARDS[question],
    })),
  );
}
