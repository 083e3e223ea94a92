/** Why a district became its figure: how near another one was, which pacts decided it, who filed the plans. */
export const story = {
  nearTitle: 'How near it was',
  nearRule:
    'For each of the other two figures: the smallest change of one kind that would have been enough in the last round. The kinds are pacts kept by both sides, vertical lines (ownership, or a university that holds its firm close), and firms in the largest tree.',
  nearNone: 'No change of one kind alone would have made it another figure.',
  'kept-more_one': 'One kept pact more ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'kept-more_other': '{{count}} kept pacts more ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'kept-fewer_one': 'One kept pact fewer ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'kept-fewer_other': '{{count}} kept pacts fewer ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'vertical-more_one': 'One vertical line more ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'vertical-more_other': '{{count}} vertical lines more ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'vertical-fewer_one': 'One vertical line fewer ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'vertical-fewer_other': '{{count}} vertical lines fewer ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'tree-more_one': 'One firm more in the largest tree ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'tree-more_other':
    '{{count}} firms more in the largest tree ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'tree-fewer_one': 'One firm fewer in the largest tree ({{instead}} instead of {{now}}), and it would be {{to}}.',
  'tree-fewer_other':
    '{{count}} firms fewer in the largest tree ({{instead}} instead of {{now}}), and it would be {{to}}.',

  actsTitle: 'What people did',
  inRound: 'Round {{round}}. {{sentence}}',
  noActs: 'No single pact decided the figure, and none went three rounds without being kept while it took up a place.',

  deadPact_one:
    '{{a}} stays in a pact with {{b}} that is not kept in any round from {{from}} to {{to}}. It takes up the only place {{a}} has, so {{a}} can make no other.',
  deadPact_other:
    '{{a}} stays in a pact with {{b}} that is not kept in any round from {{from}} to {{to}}. It takes up one of the {{limit}} places {{a}} has, so {{a}} can make no other.',
  deadPactBooks: '{{a}} gave {{gave}} points over these rounds and got {{got}}.',
  deadPactMissed: 'Meanwhile it wished for a pact with {{names}}, who wished for one too.',

  'gained-one':
    '{{pairs}}: they keep their pact of round {{since}}, and that decides it. {{kept}} pacts are kept instead of {{keptBefore}}; without this one the street would still be {{from}}.',
  'gained-each':
    '{{count}} pacts are newly kept, and each of them decides it: {{pairs}}. {{kept}} are kept instead of {{keptBefore}}; without any one of them the street would still be {{from}}.',
  'gained-all':
    '{{count}} pacts, newly kept, decide it together: {{kept}} are kept instead of {{keptBefore}}. Without them the street would still be {{from}}.',
  'lost-one':
    '{{pairs}}: their pact of round {{since}} is no longer kept, and that decides it. {{kept}} pacts are kept instead of {{keptBefore}}; with this one the street would still be {{from}}.',
  'lost-each':
    '{{count}} pacts are no longer kept, and each of them decides it: {{pairs}}. {{kept}} are kept instead of {{keptBefore}}; with any one of them the street would still be {{from}}.',
  'lost-all':
    '{{count}} pacts, no longer kept, decide it together: {{kept}} are kept instead of {{keptBefore}}. With them the street would still be {{from}}.',

  'closed-firstTrader_one': 'The first trader: one firm, with more than half of its effort. The books say which one.',
  'closed-firstTrader_other':
    'The first traders: {{count}} firms, with more than half of their effort. The books say which ones.',
  'closed-firstDefection': 'A pact is not kept by one side: {{pair}}. The books say by which.',
  'closed-firstLeaving': '{{a}} buys itself free of {{b}}. The books say for how much.',
  'closed-firstMerger': 'The first merger: {{a}} sells itself to {{b}}.',
  'closed-again-firstMerger': '{{a}} sells itself to {{b}}.',
  'closed-loanSpiral': 'A loan spiral: a firm borrows again and trades to repay. The books say which one.',
  'closed-parting':
    'Own score and common good part ways: the firm that gains most adds little to innovation. The books say which one.',
  'without-beforeTheTurn': 'The game ended before demand turned.',
  'without-allInDebt': 'Every firm had a loan to repay in every year, so there is nothing to compare.',
  'without-idle': 'The government spent nothing.',
  closedFinding: 'The answer names what firms earned, shared or planned. It is in the books, which are closed.',

  sidesTitle: 'The verdicts side by side',
  since: 'Since round',
  keptPacts: 'Kept pacts',
  differTitle: 'Where they differ',
  sameFigure: 'All districts became the same figure.',
  differs: '{{measure}}, {{bound}}: met in {{met}}; not met in {{missed}}.',
  here: '{{name}} ({{share}})',
  asked2: 'for the Tower (Figure 2), {{bound}}',
  asked4: 'for the Net (Figure 4), {{bound}}',
  ofDistrict: '{{name}}: {{sentence}}',
  plansByPeople: 'Of {{all}} plans, people filed {{people}}{{rest}}.',
  filedByBots: ', bots {{count}}',
  repeated: '; {{count}} repeated the plan before',
  stripTitle: 'Figure in each round',
  stripOf: 'Round {{round}}: {{figure}}',
  stripLabel: 'Figure',

  againstBefore: 'Against the round before',
  newlyKept_one: 'One pact is kept that was not: {{pairs}}.',
  newlyKept_other: '{{count}} pacts are kept that were not: {{pairs}}.',
  lapsed_one: 'One pact is no longer kept: {{pairs}}.',
  lapsed_other: '{{count}} pacts are no longer kept: {{pairs}}.',
  samePacts: 'The same pacts are kept as before.',
  noneStill: 'No pact is kept, as before.',
  incomeMoved: 'The district’s income: {{income}}, after {{before}}.',
  figureStays: 'The street still reads as {{figure}}.',
  figureMoves: 'The street reads as {{to}}, no longer as {{from}}.',
  bothLetDown: '{{a}} and {{b}} let each other down: they give {{gave}} and {{got}} points.',
  whichSide: 'Which side is in the books, which are closed.',
} as const;
