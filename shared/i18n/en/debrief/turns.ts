/** Debrief: turning points, and the rule that found each. */
export const turns = {
  turnsIntro:
    'Found in the record by fixed rules; each card states its own. What they mean is for the class to say. Above the line of moments, ◆ marks a round with one turning point, a number a round with several.',
  turnsIntroAlone:
    'Found in the record by fixed rules; each card states its own. What they mean is for you to say. Above the line of moments, ◆ marks a round with one turning point, a number a round with several.',
  noTurns: 'No turning point was found. That is a finding too: ask why nothing turned.',
  goThere: 'Go there',
  showCard: 'Show its card',
  ruleIs: 'Rule: {{rule}}',
  further_one: 'And one more',
  further_other: 'And {{count}} more',
  roundNumber: 'Round {{round}}',
  'again-firstMerger': '{{a}} sells itself to {{b}} for {{price}}.',
  'again-firstFailure': '{{a}} fails.',
  'turn-firstPact_one': 'The first pact: {{pairs}}.',
  'turn-firstPact_other': 'The first {{count}} pacts, all in one round: {{pairs}}.',
  'rule-firstPact':
    'The first round in which both sides wished for the same pact, and all pacts made in it: within a round none is before another.',
  'turn-firstTrader': 'The first traders: {{names}}, with more than half of their effort.',
  'rule-firstTrader':
    'The first round in which a firm puts more than half of its points into trade, and all that do so in it.',
  'turn-firstDefection': '{{a}} lets {{b}} down: it gives {{gave}} points and gets {{got}}.',
  'rule-firstDefection':
    'The first round in which, in a pact at least a round old, one side gives less than half a point while the other keeps it. If there are several, the one with the widest gap. The others listed are each firm’s first.',
  'rule-deadPact':
    'A pact that stands for three rounds or more after it was made and is never kept by both sides, while one of them has no room for another pact. The longest comes first.',
  'turn-firstMerger': 'The first merger: {{a}} sells itself to {{b}} for {{price}}.',
  'rule-firstMerger': 'The first firm that sells itself to another.',
  'turn-firstLeaving':
    '{{a}} buys itself free of {{b}} for {{price}}. From then to the end its score gained {{gained}}.',
  'rule-firstLeaving': 'The first owned firm that left its tree.',
  'turn-firstList':
    'The first certificates: {{names}}. Of their pacts, {{kept}} of {{pacts}} were kept by both sides that year.',
  firstListAlone: 'The first certificates: {{names}}. None of them had a pact that year.',
  'rule-firstList': 'The first year in which the Commission certified firms.',
  'turn-firstAbsorption': 'By command, {{a}} is put under {{b}}.',
  'rule-firstAbsorption': 'The first firm that the government put under the largest tree.',
  'turn-loanSpiral':
    'A loan spiral: {{a}} borrows again, pays {{service}} to the bank this year and trades with {{trade}} points.',
  'rule-loanSpiral':
    'A firm borrows again no later than the round after its last instalment, with half or more of its points in trade. The others listed are each firm’s first.',
  'turn-firstForeign': '{{a}} takes a foreign partner, and {{cash}} in cash.',
  'rule-firstForeign': 'The first firm with foreign capital.',
  'turn-parting':
    'Own score and common good part ways: {{a}} gains most, {{gain}} (average {{meanGain}}), but adds only {{added}} to innovation (average {{meanAdded}}).',
  'rule-parting':
    'The first round in which the firm whose score rises most adds less to innovation than three quarters of the average.',
  'turn-shock': 'Demand shifts to variety. The district’s income: {{incomeBefore}} the year before, {{income}} now.',
  'rule-shock': 'The round in which the scenario lets demand shift.',
  'turn-falter':
    '{{a}} falters, and all that it owns with it: no other tree or single firm earned more. Firms struck: {{size}}.',
  'rule-falter': 'The round in which the tree or single firm that earned most was struck.',
  'turn-firstFailure_one': '{{a}} fails, the only failure in this game.',
  'turn-firstFailure_other': '{{a}} fails, the first of {{count}} failures in this game.',
  'rule-firstFailure': 'The first firm out of cash with nobody to save it.',
  'rule-decidingPact':
    'In the first round of a new figure that then lasts: the pacts newly kept, or no longer kept, that made the difference. Either each single one was needed, or only all of them together were enough.',
  'turn-figureChange': 'For two rounds in a row the street has had another shape. It was {{from}}; now it is {{to}}.',
  'turn-figureFirst': 'The street has had one shape for two rounds in a row: {{to}}.',
  'rule-figureChange':
    'A figure is announced when two rounds in a row show it. “Since” counts from the first of the two.',
} as const;
