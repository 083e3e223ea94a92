/**
 * The trial years: two years as a firm before the game counts. Their numbers come from
 * shared/simulation/first-years.ts.
 */
export const trial = {
  title: 'Two years to try',
  skip: 'Skip',
  replay: 'Play the two trial years',
  asFirm: 'First, one year as a firm.',

  sellSay: 'Six points. Sell imported computers.',
  sell: 'Sell',
  sold: 'Cash today; knowledge fades.',
  onward: 'Go on',
  offerSay: '{{year}} again. Next door: “Three points each, together?”',
  share: 'Share {{n}}',
  shared: 'Less cash; both know more.',
  promiseSay: '{{year}}. They promise three again. And you?',
  give: 'Give 0',
  alone: 'They gave nothing: cash +{{theirs}}. You: +{{own}}.',
  nobody: 'Nobody shared: cash for both, nothing learnt.',
  endSay: 'Now it counts. Whom will you trust?',
  begin: 'Start in {{year}}',
  beginShort: 'Start',

  you: 'You',
  bothSharing: 'Both sharing',
  trust: 'Your trust: {{before}} → {{after}}',
  up: 'up {{n}}',
  down: 'down {{n}}',
  same: 'as before',
  heard: 'Cash {{cash}}, {{cashMove}}. Knowledge {{knowledge}}, {{knowledgeMove}}.',
  heardOther: '{{name}}: cash {{cash}}, knowledge {{knowledge}}.',
} as const;
