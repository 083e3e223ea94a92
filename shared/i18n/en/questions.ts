/**
 * Comprehension questions: three per kind of role, three choices each, with the reason. Only the server knows the right
 * one.
 */
export const questions = {
  firmPoints: 'You need cash this very year. Where do you put your points?',
  firmPointsA: 'Into research of my own',
  firmPointsB: 'Into trade',
  firmPointsC: 'Into sharing with a partner',
  firmPointsWhy:
    'Trade sells imported computers: cash at once, but less for each point every year, and less again when the whole street trades. Research and sharing build the knowledge that your products live on in the years to come.',

  firmPact: 'A neighbour accepts your offer of a pact. When does the pact exist?',
  firmPactA: 'At once: an accepted offer binds both',
  firmPactB: 'As soon as we share points',
  firmPactC: 'When the plans of both of us wish for it',
  firmPactWhy:
    'Offers and talk bind nobody. At the end of the year the plans are opened, and only if both wish for the pact does it come about. Then it stands until one side breaks it.',

  firmMerge: 'You sell your firm to another. What changes?',
  firmMergeA: 'I get a price once, and from then on hand over part of my income every year',
  firmMergeB: 'I am out of the game',
  firmMergeC: 'My score becomes the buyer’s score',
  firmMergeWhy:
    'Nobody is ever out. You go on planning and keep a score of your own, but the head of the tree gets a fifth of your income. In return it helps when your cash runs out, if it can.',

  universityOpen: 'You open your laboratory. Who gains by it?',
  universityOpenA: 'Only the firms of my own house',
  universityOpenB: 'Only my partners in pacts',
  universityOpenC: 'Every firm on the street, and I myself later',
  universityOpenWhy:
    'An open laboratory adds to the common knowledge that all firms learn from. Your own reward is a small part of all that the firms know: little while the street is small, much once it has grown.',

  universityPact: 'How does the university’s own knowledge grow?',
  universityPactA: 'Through pacts, from what partners and I share',
  universityPactB: 'Through publishing',
  universityPactC: 'Through contracts outside Beijing',
  universityPactWhy:
    'Papers and contracts score in the same year, but they teach you nothing new. A university’s knowledge grows through its pacts alone.',

  universityShelter: 'You put points into shelter. What do they do?',
  universityShelterA: 'They help whoever on the street is poorest',
  universityShelterB: 'They teach my own spin-offs, each an equal part',
  universityShelterC: 'They pay the rent of my partners',
  universityShelterWhy:
    'Shelter is for the firms of your own house. They learn from it and stay tied to you: with more than one point, each of these ties counts as a line of command when the figure of the district is read.',

  bureauCommand: 'The government spends two points or more on command this year. What follows?',
  bureauCommandA: 'Every firm pays more tax',
  bureauCommandB: 'The largest tree absorbs the poorest spin-off that is still independent',
  bureauCommandC: 'Two firms of my choice must make a pact',
  bureauCommandWhy:
    'Nobody asks the firm that is absorbed, and its research suffers for it. You score a little for every point of command in the same year; what it costs the street shows later.',

  bureauLaw: 'What is law good for?',
  bureauLawA: 'It makes up for missing trust, and the side that gave less in a pact pays the side that gave more',
  bureauLawB: 'It forbids mergers',
  bureauLawC: 'It lowers taxes',
  bureauLawWhy:
    'With law, firms can work together before they trust each other, and taking without giving has its price. Law wears off a little every year, so it has to be kept up.',

  bureauScore: 'What is your score made of?',
  bureauScoreA: 'The number of firms that obey',
  bureauScoreB: 'The budget I did not spend',
  bureauScoreC: 'The tax of the district, a little for command, and at the end part of all innovation',
  bureauScoreWhy:
    'Points you do not spend are lost. Tax follows the firms’ income, so in the long run your score depends on how well they do, whoever they obey.',

  commissionFund: 'What is the venture fund for?',
  commissionFundA: 'With ten or more in it, a firm that asks for venture capital will most likely get it',
  commissionFundB: 'It pays the debts of firms that fail',
  commissionFundC: 'What is in it at the end is my score',
  commissionFundWhy:
    'A well-filled fund grants nine requests in ten, and pays for them. When it runs low, hardly one request in twenty comes through.',

  commissionReform: 'Reform shortens ownership distance. Who feels it most?',
  commissionReformA: 'Only the spin-offs of the state',
  commissionReformB: 'Only the largest tree',
  commissionReformC: 'Partners on the two sides of the line between state and non-state',
  commissionReformWhy:
    'Distance eats up part of what a state and a non-state partner could teach each other, and also part of what firms in a tree exchange with those outside. Reform makes that loss smaller, for good.',

  commissionScore: 'What is your score made of?',
  commissionScoreA: 'What is left in the venture fund',
  commissionScoreB: 'Half of the district’s tax, and a fifth of what its firms learn',
  commissionScoreC: 'The number of pacts that stand',
  commissionScoreWhy:
    'You gain when firms earn and when they learn. Pacts and the fund earn you nothing by themselves: they count through what firms make of them.',
} as const;
