/** Debrief: the questions, and which figure was built. */
export const verdict = {
  questionsIntro:
    'Twelve questions in three steps. Choose those you want, in your order, and show them one at a time. Chosen at first are those to which this record has an answer.',
  'phase-describe': 'Describe: what happened?',
  'phase-analyse': 'Analyse: why?',
  'phase-apply': 'Apply: and elsewhere?',
  include: 'Include',
  moveUp: 'Earlier: {{question}}',
  moveDown: 'Later: {{question}}',
  present: 'Present full screen',
  closePresent: 'Close',
  cardOf: 'Card {{number}} of {{count}}',
  recordSays: 'The record',
  paperSays: 'The paper',
  author: 'Wang Jici, Development and Society (read in Beijing, June 1997)',
  doesNotShow: 'What this does not show',
  'in-development': 'Development of the centre',
  'in-framework': 'Analytical framework',
  'in-hierarchy': 'Hierarchy biases',
  'in-networking': 'Weak local networking',
  'in-embeddedness': 'Weak local embeddedness',
  'in-discussion': 'Discussion',

  verdictAsk: 'Which figure was built?',
  verdictFirst: 'Guess first, then reveal.',
  revealFigure: 'Reveal which figure',
  verdictSince: 'since round {{round}} ({{year}})',
  verdictLast: 'in the last round only, {{round}} ({{year}})',
  lessonTitle: 'What the paper says of it, and what this model leaves out',
  lessonLimits:
    'This is a model, and it shows what its rules make of your decisions. That kept pacts spread knowledge, and that large trees are slow when customers change, is the paper’s claim, built into the rules: the game cannot prove it. The limits between the figures are the game’s own. Brands, exports, skill in management and the reasons people had are left out.',
  whyAnnounced:
    'Every round from {{round}} on shows this figure. A figure counts as settled once it has lasted two rounds, here in round {{announced}}.',
  verdictWhy: 'Why?',
  whyTitle: 'Why this figure?',
  whyStrong: 'Every condition of the Net (Figure 4) is met, and none of the Tower (Figure 2).',
  whyWeak_one: 'No condition of the Tower (Figure 2) is met. The Net (Figure 4) misses one condition: {{names}}.',
  whyWeak_other:
    'No condition of the Tower (Figure 2) is met. The Net (Figure 4) misses {{count}} conditions: {{names}}.',
  whyHierarchy: 'One of two conditions is enough for the Tower (Figure 2). Met: {{names}}.',
  whyTree: 'At the end {{head}} and what it owns are {{size}} of {{firms}} firms: {{joined}}.',
  whySold_one: '{{name}} by its own sale (round {{rounds}})',
  whySold_other: '{{name}} by its own sale (rounds {{rounds}})',
  whyCommanded_one: '{{name}} by command (round {{rounds}})',
  whyCommanded_other: '{{name}} by command (rounds {{rounds}})',
  whyPacts:
    'Pacts in the last round, without those inside a tree: {{pacts}}. Kept by both sides: {{kept}}. The Net (Figure 4) needs {{enough}} or more.',
  whyMeasure: 'In the last round',
  whyHere: 'This district',
  whyTwo: 'The Tower (Figure 2) asks for one of',
  whyFour: 'The Net (Figure 4) asks for all of',
  countedTitle: 'How each is counted',
  'counted-horizontal':
    'Pacts both sides kept, without those inside a tree, as a share of the most there could be: {{limit}} for every firm and university, counted by halves, since two of them share every pact.',
  'counted-reciprocity': 'Pacts both sides kept, as a share of all pacts, without those inside a tree.',
  'counted-vertical':
    'A vertical line stands for a firm that is owned by another, or held close by its university. Counted is their share of all lines: these and the pacts both sides kept. Where there are few lines, the share says little: in a round in which no pact was kept, one firm held close makes 100%. So the Tower asks for at least {{edges}} such lines as well.',
  'counted-isolated':
    'A Few Threads (Figure 3) with hardly a pact that both sides kept. Pacts that are only signed do not count: in their first round, most share nothing yet.',
  'counted-largestTree': 'Firms in the largest tree, a head and all it owns, among all firms.',
  whyRule:
    'What is neither of the two is A Few Threads (Figure 3). The limits are the game’s own: the paper draws pictures and gives no numbers.',
  atLeast: '{{bound}} or more',
  atMost: '{{bound}} or less',
  atLeastOf: '{{bound}} or more, of {{edges}} lines or more',
  isMet: 'met',
  isMissed: 'not met',
} as const;
