/** Playing alone. */
export const practice = {
  title: 'Play alone',
  choose: 'Who do you want to be?',
  parentOf: 'University, parent of {{names}}',
  start: 'Begin',
  starting: 'Opening the street…',
  unfinished: 'You have a game of your own that is not finished.',
  finished: 'Your last game is over.',
  seeEnd: 'See its end again',
  resume: 'Go on with it',
  discard: 'Delete this game',
  again: 'Play another game',
} as const;
