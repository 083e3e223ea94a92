/** What a student is told by the class itself, beside the game: questions, notices, a stop for reflection, another device. */
export const classroom = {
  questionsTitle: 'Three questions about your role',
  questionsAbout:
    'Only your first answer counts. It does not touch your score; it shows your instructor what to explain again.',
  questionOf: 'Question {{number}} of {{count}}',
  right: 'Right.',
  notRight: 'Not quite: “{{right}}” is right.',
  goOn: 'Go on',
  allAnswered: 'All three answered. Your instructor starts the game.',
  fromInstructor: 'From your instructor:',
  reflectionTitle: 'A moment to think',
  reflectionAbout: 'The game stands still for the whole class. Only your instructor reads what you write.',
  yourAnswer: 'Your answer',
  sendAnswer: 'Send',
  changeAnswer: 'Send again',
  answerSent: 'Sent. You may still change it.',
  mirrorTitle: 'You mirror {{name}}',
  mirrorAbout:
    'Somebody else holds this seat. Plan as if it were yours: your plans are kept beside theirs for the debrief, and change nothing.',
  observeTitle: 'You watch district {{number}}',
  observeAbout:
    'You hold no seat in this game. Watch what your classmates make of it; as soon as a seat is free, your instructor can give it to you.',
  talkIsRead: 'Your instructor can read what is said here.',
  raiseHand: 'Raise your hand',
  raiseAgain: 'Change the words',
  handIsUp: 'Your hand is up',
  lowerHand: 'Take it down',
  handWords: 'What is it about? You may leave this empty.',
  handClose: 'Close',
  practice: 'Practice round: nothing counts yet.',
} as const;
