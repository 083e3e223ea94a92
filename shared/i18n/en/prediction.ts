/** A guess about the street before its end is told: on students' own devices, and in the debrief. */
export const prediction = {
  figure: 'We became',
  draw: 'Your curve of the district’s income',
  round: 'Round {{round}}, district income',
  height: 'Round {{round}}: {{value}}',
  add: 'Hand in this guess',
  invite: 'Before the end is told: what do you believe?',
  private: 'Your guess goes to the class without your name. It counts once; nothing depends on it.',
  thanks: 'Your guess is in. You will see it beside what happened.',
  beside: 'What you believed, and what happened',
  said: 'You said: {{figure}}.',
  off: 'Your curve (dashed) was off by {{error}} a round on average.',
} as const;
