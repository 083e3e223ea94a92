/** How a class is led on: what comes next, the last round, and the end. */
export const course = {
  'on-plans': 'To the plans',
  'on-results': 'Close round {{round}} and show results',
  'on-lastResults': 'Close the last round and show results',
  'on-practiceResults': 'Close the practice round and show results',
  'on-game': 'End the practice, start the game',
  'on-year': 'On to {{year}}',
  'on-mixed': 'Each district to its next phase',
  'on-end': 'End the game',
  closeOpen: 'Close the rounds under way',

  makeLast: 'Finish with this round',
  lastIs: 'Round {{round}} is the last.',
  playAll: 'Play all {{count}} rounds after all',
  finaleNext:
    'After this round: the finale. Its result waits for you, so have the wall ready and let everybody guess first.',
  finaleWaits: 'No clock ends this result: it waits for you. Nothing is told before step 3.',
  figureHidden: 'hidden',
  showFigures: 'Show',
  hideFigures: 'Hide',
  showFiguresLabel: 'Show the figures on this page',
  hideFiguresLabel: 'Hide the figures on this page',

  endsLatest: 'Over by {{time}} at the latest, sooner if all are ready.',
  endsFromHere: 'From here by the clock, over by {{time}} at the latest.',
  startedNow: 'Started now, over by {{time}} at the latest.',
  endsAbout: 'At the pace so far, over about {{time}}.',
  overBy: 'over by {{time}}',
  times: 'News {{news}} s, plans {{plan}} s, results {{reveal}} s.',

  loseGame: 'Plans under way are lost; nobody guesses, and there is no finale. It cannot be undone.',
  loseFinale: 'The end is not told yet. Without the finale nobody hears what the class guessed.',
  loseNothing: 'Students can play no more. It cannot be undone.',
  'practice-news': 'This round does not count; the game then begins anew. Its news wait for you.',
  'practice-plan': 'This round does not count; the game then begins anew.',
  'practice-over': 'The practice is over. The game begins anew when you start it.',
  takenBack: 'Taken back. Plans are to be submitted again, and every phone says so; resume the clock when they may.',
  falterSure:
    'This hits {{whom}}: it loses half of its knowledge and cash and stands still for two years. Only undoing the last step takes it back.',
  playedBy: '{{name}} ({{person}})',
  inDistrict: '{{name}} in {{district}}',
  faltered: 'Faltered: {{name}}',
} as const;
