/** Predictions of the end, on students' own devices and in the debrief. */
export const prediction = {
  figure: 'We became',
  guess: 'Which did we build?',
  guessPrivate: 'One tap. Nobody sees your name, and nothing depends on it.',
  guessNot: 'Go on without a guess',
  draw: 'Your curve of the district’s income',
  round: 'Round {{round}}, district income',
  height: 'Round {{round}}: {{value}}',
  add: 'Hand in this curve',
  invite: 'Now draw it: how did the street’s income run?',
  private: 'Your curve goes to the class without your name. It counts once; nothing depends on it.',
  thanks: 'Your curve is in. You will see it beside what happened.',
  beside: 'What you believed, and what happened',
  said: 'You guessed {{guess}}. It became {{figure}}.',
  saidRight: 'You guessed it: {{figure}}.',
  off: 'Your curve (dashed) was off by {{error}} a round on average.',
} as const;
