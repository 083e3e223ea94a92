/** Hints of the first rounds, one for each part of the screen. */
export const coaching = {
  news: 'This is the year’s news. It is the same for every district, and it may change what pays.',
  map: 'The map shows who is tied to whom: one-way arrows for ownership and command, two-way lines for cooperation, heavier where more is shared. Everything on it can be read in the lists as well.',
  clock:
    'When the clock ends, the plan you filed last counts. If you filed none, last year’s is repeated; miss two years, and a bot plays for you until you are back.',
  points: 'Place all six points. What you leave on the table helps nobody.',
  trade: 'Trade pays this year’s rent. It leaves you knowing what you knew.',
  research: 'Your own R&D is safe: it depends on nobody. In the first years it does not pay the rent.',
  share: 'A shared point is worth most when your partner shares too. You will see what they gave only at the reveal.',
  breaking: 'A pact costs a little every year. Break one that gives you nothing; the other side will remember.',
  merge: 'Selling pays you a price now and gives you shelter; a fifth of your income goes to the head from then on.',
  capital:
    'A loan is certain, and its first instalment is due this year. Venture capital is never paid back: it takes part of your product, and some of your score.',
  forecast: 'The forecast is made from what you can know. How wide it is tells you how much depends on others.',
  offers: 'An offer only asks. What counts is what both of you write in your plans.',
  talk: 'Talk to everybody, or to one alone. Promises are free; the map will show who kept theirs.',
  file: 'Submit the plan to be safe. You can change it until the year ends.',
  reveal:
    'Now everything happens, in the same order for everyone: government, deals, knowledge, market, payments, trust.',
  result: 'Your own books: where the money came from, where it went, and what you learnt. Nobody else sees them.',
  scores: 'Your score and your street’s are two different things. Watch both.',
  observe: 'You have no seat at the moment. Watch one district closely: you will be asked what you saw.',
} as const;
