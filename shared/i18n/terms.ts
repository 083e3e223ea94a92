/**
 * Closed lists of the keys in the namespaces `glossary`, `roles` and `figures`.
 *
 * A term has the keys `trade` and `tradeMeaning`; a role `spinOffTitle`, `spinOffWho`, …; a figure `figure2Name`, ….
 */
export const TERMS = [
  'round',
  'district',
  'plan',
  'points',
  'trade',
  'research',
  'share',
  'pact',
  'kept',
  'offer',
  'trust',
  'field',
  'fit',
  'knowledge',
  'commonKnowledge',
  'merger',
  'tree',
  'head',
  'subsidiary',
  'leaving',
  'absorbed',
  'ownershipDistance',
  'spinOff',
  'nonState',
  'fourSelf',
  'loan',
  'instalment',
  'ventureCapital',
  'stake',
  'ventureFund',
  'foreignCapital',
  'command',
  'law',
  'reform',
  'training',
  'certificate',
  'publish',
  'outside',
  'shelter',
  'openLab',
  'income',
  'margin',
  'tax',
  'upkeep',
  'failure',
  'disarray',
  'standing',
  'innovation',
  'resilience',
  'topFour',
  'verticalLine',
  'twoWayLine',
  'figure2',
  'figure3',
  'figure4',
  'isolated',
  'embeddedness',
  'bot',
] as const;
export type Term = (typeof TERMS)[number];

export const ROLES = ['spinOff', 'nonState', 'university', 'bureau', 'commission'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_PARTS = ['Title', 'Who', 'Decide', 'Score', 'Hint', 'Saying', 'SayingSource'] as const;

/** The role card of an actor: firms with a parent university are spin-offs. */
export function roleOf(actor: {
  readonly kind: 'firm' | 'university' | 'bureau' | 'commission';
  readonly parent?: number;
}): Role {
  if (actor.kind !== 'firm') return actor.kind;
  return actor.parent === undefined ? 'nonState' : 'spinOff';
}

export const FIGURE_TEXTS = ['figure2', 'figure3', 'isolated', 'figure4'] as const;
export type FigureText = (typeof FIGURE_TEXTS)[number];
export const FIGURE_PARTS = ['Name', 'Sentence', 'Paragraph'] as const;

/** The text for a reading; an isolated Figure 3 has its own. */
export function figureTextOf(reading: { readonly figure: '2' | '3' | '4'; readonly isolated: boolean }): FigureText {
  return reading.figure === '3' && reading.isolated ? 'isolated' : `figure${reading.figure}`;
}
