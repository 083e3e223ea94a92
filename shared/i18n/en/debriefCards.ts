/** The debrief's twelve questions, each with its finding, its limits, and the paper's passage in plain words. */
export const debriefCards = {
  whichFigureQuestion: 'Which of the paper’s figures did your district become, and since when?',
  whichFigureFinding:
    '{{figure}}, without a break since round {{since}}. In the last round: density of two-way lines {{horizontal}}, pacts kept {{reciprocity}}, vertical lines {{vertical}} of all, largest tree {{largestTree}} of the firms.',
  whichFigureNone: 'No round has been played.',
  whichFigureLimits:
    'The thresholds between the figures are the game’s own. The paper draws three pictures and gives no numbers.',
  whichFigureGloss: 'Figures 3 and 4 show how a weak local network may turn into a strong one.',

  firstTraderQuestion: 'Who traded first, and why?',
  firstTraderFinding:
    'In round {{round}}, more than half of the effort went into trade at {{names}}. Over the first four rounds trade took {{early}} of all firms’ effort, over the last four {{late}}.',
  firstTraderNone: 'No firm ever put more than half of its effort into trade.',
  firstTraderLimits: 'The record shows what was traded, not why. Ask those who did it: was it debt, fear, or a plan?',
  firstTraderGloss: 'Founders who wanted to develop products had to sell computers first, to earn the capital.',

  defectorQuestion: 'What did the first to let a partner down gain, and for how long?',
  defectorFinding:
    'In round {{round}}, {{a}} gave {{gave}} points while {{b}} gave {{got}}. Over three rounds {{a}} earned {{incomeBy}} and {{b}} {{incomeAgainst}}. At the end their scores were {{scoreBy}} and {{scoreAgainst}}.',
  defectorNone: 'No pact that had stood for a round was left unkept by one side alone.',
  defectorLimits:
    'Two partners are an anecdote: fields, luck and other partners differ too, and where one is a university it earns and scores in other ways than a firm. And a year without sharing need not be a betrayal. Ask.',
  defectorGloss: 'Complex technologies are put together by people who trust one another.',

  bigTreeQuestion: 'What happened to the biggest tree when demand turned?',
  bigTreeFinding:
    'Before round {{round}} the largest tree was that of {{a}}, with {{size}} firms. Over three rounds from the turn its mean income changed by {{change}}, that of all other firms by {{changeOthers}}.',
  bigTreeNone: 'When demand turned no tree had two firms.',
  bigTreeLimits:
    'The paper claims that a demand for variety is hard on large firms, and the rules are built on this claim. The game cannot prove it; it shows what follows from it.',
  bigTreeGloss: 'Where everything hangs on a few large firms, all are in danger when one stumbles.',

  bordersQuestion: 'Which pacts never formed across the line between state and non-state?',
  bordersFinding:
    'Of {{acrossPossible}} pairs across the line, one state and one non-state, {{acrossMade}} ever signed a pact and {{acrossKept}} ever kept one on both sides. Of {{samePossible}} pairs on the same side of the line, {{sameMade}} ever signed one.',
  bordersNone: 'Everybody stood on the same side of the line.',
  bordersLimits:
    'A pact may be missing because there was no trust, because the fields did not fit, or because there was no room: nobody can hold more than a few at once.',
  bordersGloss: 'Different kinds of ownership keep firms of one street apart.',

  partedQuestion: 'When did one firm’s score and the district’s good part ways?',
  partedFinding:
    'In round {{round}} the score of {{a}} rose most, by {{gain}} (firms on average: {{meanGain}}). It added {{added}} to the district’s innovation (firms on average: {{meanAdded}}).',
  partedNone: 'In no round did the firm that gained most add clearly less than its part.',
  partedLimits:
    'A score counts cash and knowledge, innovation knowledge alone. A firm that lives on trade this year may add more in another.',
  partedGloss: 'Those who fight to survive have little time to invent.',

  loansQuestion: 'Did loans buy innovation?',
  loansFinding:
    'A firm with a loan to repay (over all firms and years, {{rounds}} times) put {{tradeDebt}} of its effort into trade and gained {{gainedDebt}} of knowledge a year. Without one it was {{tradeFree}} and {{gainedFree}}.',
  loansNone: 'Nobody borrowed, so there is nothing to compare.',
  loansLimits: 'Those who borrowed may have been traders before. To see what the loan itself did, ask “What if?”.',
  loansGloss: 'Interest drives firms into whatever brings cash quickly.',

  duplicatedQuestion: 'How much research was done twice?',
  duplicatedFinding:
    'Of {{points}} points of own R&D, {{lost}} ({{share}}) came to nothing because a rival in the same field worked on the same problem.',
  duplicatedNone: 'Nobody did any research of their own.',
  duplicatedLimits:
    'Fields are drawn by lot: where many firms share a field, more is done twice, and nobody is to blame.',
  duplicatedGloss: 'Group after group solved the same problem, each behind its own wall.',

  commandLawQuestion: 'Command or law: what did the government do, and what came of it?',
  commandLawFinding:
    'The government in all spent {{command}} points on command and {{enabling}} on law, reform, fund and training; firms absorbed: {{absorbed}}. Law ended at {{law}}. The district’s income was {{early}} a year over the first four rounds and {{late}} over the last four.',
  commandLawNone: 'There was no government in this district.',
  commandLawLimits:
    'The sums do not tell which of the two spent what: with the books open, “Everyone” shows it year by year. Income rises and falls for many reasons. Compare districts, or ask the model what one change would have done.',
  commandLawGloss: 'Where rules are missing or unclear, neighbours do not dare to work together.',

  shelterCommonsQuestion: 'Shelter or commons: whom did the universities work for?',
  shelterCommonsFinding:
    'All universities together put {{shelter}} points into shelter, {{open}} into open laboratories, {{shared}} into pacts, {{publish}} into papers and {{outside}} into contracts elsewhere. Common knowledge ended at {{commons}}.',
  shelterCommonsNone: 'There was no university in the district.',
  shelterCommonsLimits:
    'The sums do not tell which university did what: with the books open, “Everyone” shows it year by year. Universities are scored by other things than firms. What looks selfish from the street may be their task.',
  shelterCommonsGloss: 'A parent that holds its own firms close keeps them from their neighbours.',

  sellAgainQuestion: 'Would you sell your firm again?',
  sellAgainFinding:
    'Firms that somebody owned for at least a year: {{owned}}. At the end they had {{scoreOwned}} points a firm, those who owned them {{scoreHeads}}, and those who stayed out of it ({{free}}) {{scoreFree}}.',
  sellAgainNone: 'Nobody was ever owned by anybody.',
  sellAgainLimits:
    'Those who sold may have been the weaker ones to begin with, and an average hides the weak ones, to whom shelter is worth most.',
  sellAgainGloss: 'A saying of one executive: a small firm does well to rest in the shade of a big one.',

  fairQuestion: 'Is the game fair to the paper, and where might mergers be right?',
  fairFinding:
    'On mergers, this district’s record: before demand turned, firms in a tree earned {{treeBefore}} each a year and independent ones {{freeBefore}}; from then on {{treeAfter}} and {{freeAfter}}. The district’s innovation in all: {{innovation}}.',
  fairNone: 'No tree grew, so this district says nothing about mergers.',
  fairLimits:
    'Whether the game is fair is for you to judge. The paper itself sees reasons for mergers: capital is scarce, small firms are weak, experience is rare. The game has no brands, no exports and no skill of management; in these, size may help.',
  fairGloss: 'The paper itself says that it is partly reasonable to prefer one big firm to many linked ones.',
} as const;
