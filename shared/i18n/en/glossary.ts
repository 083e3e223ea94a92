import { figures } from './figures.ts';

/** The words of the game: each term, and under `…Meaning` what a student needs to know of it, in one or two sentences. */
export const glossary = {
  round: 'Round',
  roundMeaning: 'One year of the street: the news, your plan, then everything that everybody did, at once.',
  district: 'District',
  districtMeaning: 'Your part of the class: one street of its own, with its own firms, universities and government.',
  plan: 'Plan',
  planMeaning:
    'What you decide in a year. It stays secret until the reveal, and you may change it until the year ends.',
  points: 'Points of effort',
  pointsMeaning: 'What your people can do in a year: six points, to place in steps of a tenth.',
  trade: 'Trade',
  tradeMeaning:
    'Buying and selling imported computers. It is cash this year; the margin falls every year, and more when everybody does it.',
  research: 'Own R&D',
  researchMeaning:
    'Effort on technology of your own. It adds to your knowledge, but less when others in your field solve the same problem.',
  share: 'Share',
  shareMeaning:
    'Points you put into a pact: people, drawings, test results. Both sides learn most when both give much, and trust each other.',
  pact: 'Pact',
  pactMeaning:
    'An agreement to share. It takes both sides, stands until one breaks it, and you can hold only a few (three in the standard game).',
  kept: 'Kept',
  keptMeaning: 'A pact is kept in a year when both sides put in at least half a point.',
  offer: 'Offer',
  offerMeaning: 'A way of talking: “shall we?” Accepting it binds nobody; only what stands in both plans counts.',
  trust: 'Trust',
  trustMeaning:
    'How far one side believes in the other, from what it has been given. It rises slowly, falls twice as fast, and decides how much you receive.',
  field: 'Field',
  fieldMeaning:
    'Your line of technology, one of six in a ring. Neighbouring fields fit together best; partners in the same field learn less.',
  fit: 'Fit',
  fitMeaning:
    'How much two partners have to give each other: their fields, less the distance between their kinds of ownership.',
  knowledge: 'Knowledge',
  knowledgeMeaning:
    'What your firm can do. It earns your product income, and a tenth of it goes out of date every year.',
  commonKnowledge: 'Common knowledge',
  commonKnowledgeMeaning:
    'What everybody on the street can know, fed by pacts, open laboratories and training. Those who do research themselves learn most from it.',
  merger: 'Merger',
  mergerMeaning: 'One firm sells itself, with all it owns, to the head of another tree. Both must want it.',
  tree: 'Ownership tree',
  treeMeaning:
    'A firm with all it owns, and all that those own. Large trees make standard goods cheaply and change slowly.',
  head: 'Head',
  headMeaning:
    'The firm at the root of a tree. Its subsidiaries pay it part of their income, and it rescues them if it can.',
  subsidiary: 'Subsidiary',
  subsidiaryMeaning: 'A firm owned by another. It still plans for itself, pays its head, and is sheltered by it.',
  leaving: 'Leaving a tree',
  leavingMeaning: 'An owned firm buys its own name back from its owner. Command can hold it, unless it is certified.',
  absorbed: 'Absorbed by command',
  absorbedMeaning: 'Put under the largest tree by the government, without being asked. Research suffers from it.',
  ownershipDistance: 'Ownership distance',
  ownershipDistanceMeaning:
    'What is lost between state and non-state partners, and between a tree and those outside it. Reform makes it smaller.',
  spinOff: 'State spin-off',
  spinOffMeaning:
    'A firm founded by a university with state money. It has a parent who can shelter it, and hold on to it.',
  nonState: 'Non-state firm',
  nonStateMeaning:
    'A firm founded by people who left their posts: no parent, no protection, and nobody whose permission they need.',
  fourSelf: 'Four-self principle',
  fourSelfMeaning: 'Self-chosen partners, self-financing, self-operation, and self-responsibility for every loss.',
  loan: 'Loan',
  loanMeaning:
    'Ten cash from the bank now, paid back with interest in four years, the first instalment this very year.',
  instalment: 'Instalment',
  instalmentMeaning: 'What a loan costs each year: a quarter of it, and interest on what is still owed.',
  ventureCapital: 'Venture capital',
  ventureCapitalMeaning:
    'Ten cash for a stake in your product. It asks for no instalments, only that you go on doing research and sharing. It is rare, unless the venture fund is full.',
  stake: 'Stake',
  stakeMeaning: 'An investor’s part in your firm. A tenth of your product income goes there every year.',
  ventureFund: 'Venture fund',
  ventureFundMeaning:
    'Money the government set aside for new technology. With ten in it, an application for venture capital nearly always succeeds.',
  foreignCapital: 'Foreign capital',
  foreignCapitalMeaning:
    'Money and know-how at once from a multinational. A fifth of your product and of your score is theirs for good; you can hold two pacts fewer, and you fit less well with the firms around you.',
  command: 'Command',
  commandMeaning:
    'The government runs things itself. Enough of it in one year puts the poorest independent spin-off under the largest tree.',
  law: 'Law',
  lawMeaning:
    'How far contracts count. It stands in for missing trust, and makes those pay who share less than their partners.',
  reform: 'Reform',
  reformMeaning: 'Loosens the ties of ownership, so that state and non-state can work together.',
  training: 'Training and infrastructure',
  trainingMeaning: 'Courses, lines, buildings: adds to common knowledge.',
  certificate: 'Certificate',
  certificateMeaning:
    'What the Commission gives to a firm. A certified firm learns more and pays less tax, and command cannot hold it.',
  publish: 'Publish',
  publishMeaning: 'Papers for journals and reports for the foundation. A safe career, and nothing for the street.',
  outside: 'Contracts outside Beijing',
  outsideMeaning: 'Projects for factories in the provinces. They pay well, and the knowledge leaves the street.',
  shelter: 'Shelter',
  shelterMeaning: 'Care for one’s own spin-offs alone: their knowledge grows, and so does the tie that holds them.',
  openLab: 'Open the lab',
  openLabMeaning: 'Lets everybody in. It adds to common knowledge, and pays the university only when the firms grow.',
  income: 'Income',
  incomeMeaning: 'What a firm earns in a year, from its product and from trade, before tax and costs.',
  margin: 'Margin',
  marginMeaning:
    'What a point of trade brings in. It falls every year, and further the more is traded in the district.',
  tax: 'Tax',
  taxMeaning: 'Eight percent of income. The more of it, the more the government can do.',
  upkeep: 'Upkeep',
  upkeepMeaning: 'Rent, wages and running costs, due every year whatever you earn.',
  failure: 'Failure',
  failureMeaning:
    'Out of cash with nobody to help. You start again with half your knowledge, four in cash, no debts, no partners, and ten points less.',
  disarray: 'Disarray',
  disarrayMeaning:
    'When the head of a large tree falters, all of it stands still: three points of effort instead of six, for two years.',
  standing: 'Standing',
  standingMeaning:
    'How large a firm looks from the street, from one to five. What it really knows and owns is its own secret.',
  innovation: 'Innovation',
  innovationMeaning: 'All the knowledge that the firms of the district have gained.',
  resilience: 'Resilience',
  resilienceMeaning:
    'How well the district’s income holds up at the demand shift, compared with the year before the change.',
  topFour: 'Top-four share',
  topFourMeaning:
    'How much of the district’s income the four largest trees have. On the real street it was about half of the output.',
  verticalLine: 'Vertical line',
  verticalLineMeaning: 'A firm owned by another, or held close by its university. On the map: an arrow one way.',
  twoWayLine: 'Two-way line',
  twoWayLineMeaning: 'A pact that both sides kept this year. On the map: an arrow at both ends.',
  figure2: `${figures.figure2Name} (Figure 2)`,
  figure2Meaning: 'The paper’s hierarchy: command from above, owner to owned, and hardly a link between equals.',
  figure3: `${figures.figure3Name} (Figure 3)`,
  figure3Meaning: 'The paper’s weak network: control has loosened, but few firms work together, and few keep it up.',
  figure4: `${figures.figure4Name} (Figure 4)`,
  figure4Meaning:
    'The paper’s strong network: many links between equals, across state and non-state, and most of them kept.',
  isolated: `${figures.isolatedName} (Figure 3)`,
  isolatedMeaning: 'Figure 3 with hardly a line in it: isolated firms, everybody for themselves.',
  embeddedness: 'Embeddedness',
  embeddednessMeaning: 'How far firms work, buy and learn on their own street rather than far away.',
  bot: 'Bot',
  botMeaning:
    'A seat played by the computer by a stated rule. It sees only what you would see there, and it is always marked.',
} as const;
