/** The first page: joining a class, or playing alone. */
export const join = {
  title: 'Join your class',
  code: 'Class code',
  codeHint: 'Six letters and digits, on the screen at the front.',
  name: 'Your name',
  nameHint: 'A nickname will do. It is all we ask.',
  join: 'Take a seat',
  joining: 'Finding you a seat…',
  seatKept: 'Your seat in class {{code}} is kept, {{name}}.',
  back: 'Back to it',
  deviceTitle: 'Changed your device?',
  deviceAbout: 'Ask your instructor for a re-entry code, and take your seat over on this device.',
  reentry: 'Re-entry code',
  takeOver: 'Take my seat over',
  invited: 'You are on the list of this class: your seat is waiting.',
  takeSeat: 'Take my seat',
  storyTitle: 'One street, twelve years, three ways to grow',
  story:
    'Beijing, 1984. Along one street in Haidian, people leave their institutes to found firms. Capital is short, and everyone is alone. You run a firm, a university or a government body among them.',
  storyDilemma:
    'Each year you choose: cooperate, merge, or seek capital. The quick money lies in trade, the shelter under a big tree. Whether anything better can grow depends on all of you.',
  practice: 'Play alone against bots',
  teach: 'I teach a class',
} as const;
