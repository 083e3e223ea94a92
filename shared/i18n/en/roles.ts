/** Role cards: who the player is, what they decide, how they score, a hint and a saying of the street. */
export const roles = {
  spinOffTitle: 'State spin-off firm',
  spinOffWho:
    'You left the laboratory with your university’s blessing, some of its money and a drawer full of drawings. It may shelter you, and it can hold on to you; the non-state firms next door keep their distance because of it. You are short of capital, like everyone here, and you are not sure whose firm you are.',
  spinOffDecide:
    'Every year: six points among trade, your own R&D and sharing with pact partners. And one deal: make or break pacts, buy a firm or sell yourself, or look for capital.',
  spinOffScore:
    'Your cash, less debts and what investors are still owed, plus half your knowledge, less ten for each time you failed.',
  spinOffHint:
    'Your university can be a partner as well as a parent. And if the government commands, the poorest independent spin-off goes under the largest tree.',
  spinOffSaying: 'More comfortable it is to have a rest in the shadow of a big tree.',
  spinOffSayingSource: 'An executive of the Founder Group',

  nonStateTitle: 'Non-state firm',
  nonStateWho:
    'You gave up a post for life to found this firm: your own partners, your own money, your own risk. Nobody protects you and nobody commands you. You have an idea for a product, rent that is due, and a warehouse full of other people’s computers that would sell tomorrow.',
  nonStateDecide:
    'Every year: six points among trade, your own R&D and sharing with pact partners. And one deal: make or break pacts, buy a firm or sell yourself, or look for capital.',
  nonStateScore:
    'Your cash, less debts and what investors are still owed, plus half your knowledge, less ten for each time you failed.',
  nonStateHint:
    'State partners are farther from you than they look: much is lost on the way, until trust, law and reform shorten it. Your non-state neighbours are nearer.',
  nonStateSaying: 'Of ten, nine die and one lives.',
  nonStateSayingSource: 'Professor Wang Xuan, on the small firms: 九死一生',

  universityTitle: 'University',
  universityWho:
    'You have the best laboratories in the country, and less money for them each year. The foundations pay for papers, the provinces for projects, and your own spin-offs ask for help; the street outside your gate asks for everything. What you give away does not come back soon, or to you alone.',
  universityDecide:
    'Every year: six points among publishing, contracts outside Beijing, sheltering your spin-offs, opening the lab, and sharing with pact partners. You may make and break pacts as well.',
  universityScore:
    'Each year adds what papers and contracts bring, a part of your spin-offs’ product, and, if you share or open the lab, a part of what the firms of the street know.',
  universityHint:
    'Papers pay this year. An open door pays by the knowledge of the whole street: little while that is small, much when it has grown.',
  universitySaying: 'They prefer to do research projects alone.',
  universitySayingSource: 'Wang, on the researchers of the street',

  bureauTitle: 'Industrial Bureau',
  bureauWho:
    'For thirty years factories did what this office told them. Now there is a street where nobody asks. Your superiors want results by the end of the year, and a firm of size that they can show to visitors.',
  bureauDecide:
    'Every year: a budget of points among command, law, reform of ownership, the venture fund, and training. The more tax the district pays, the larger the budget. You need not spend it all.',
  bureauScore:
    'The tax the district pays, a little for every point of command, and at the end a part of all the innovation.',
  bureauHint: 'Command shows at once. Law, reform and a fund show later, in what the firms then dare to do together.',
  bureauSaying: 'The firms of Beijing have too many mothers-in-law.',
  bureauSayingSource: 'A saying in the city, and it means you',

  commissionTitle: 'Zone Commission',
  commissionWho:
    'You are to make a zone of new technology out of a street of stalls. No city map will show it before 1988, but the work begins now. You are young as an office, close to the firms, and neither quite their helper nor quite their master.',
  commissionDecide:
    'Every year: a budget of points among command, law, reform of ownership, the venture fund, and training. The more tax the district pays, the larger the budget. You need not spend it all.',
  commissionScore:
    'Half the tax the district pays, a fifth of the knowledge its firms gain each year, and a little for every point of command.',
  commissionHint:
    'Four points in the venture fund are enough for one grant; together with the bureau you can make contracts count within a few years. Its card says what it did, and firms tell you what they lack.',
  commissionSaying: 'The children would rather die than change their names.',
  commissionSayingSource: 'A saying of the street, on being merged',
} as const;
