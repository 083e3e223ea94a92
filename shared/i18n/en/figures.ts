/** The paper's three figures, explained to students after the game. "Isolated" is Figure 3 with hardly a line in it. */
export const figures = {
  figure2Name: 'The Tower',
  figure2Sentence: 'Lines run from the top down, and hardly any from neighbour to neighbour.',
  figure2Paragraph:
    'Figure 2 draws three levels and solid one-way arrows: those above decide, those below carry out, and equals seldom meet. Your district came to look like it because firms sold themselves, were absorbed, or were held close by a parent, until ownership outweighed cooperation. There are reasons for it: capital is scarce, small firms need shelter, and a large firm makes the standard product cheaply. Its weakness shows when customers want something else, and everyone waits for the head.',

  figure3Name: 'A Few Threads',
  figure3Sentence: 'Control has loosened, but too few work together to make a network.',
  figure3Paragraph:
    'In Figure 3 some arrows are dotted, because command has been given up, and a few two-way lines appear. This is how the paper saw the real Zhong’guancun: firms meet, exchange prices and news, buy a part here and there, but do not develop anything together. In your district some pacts were made, and too few were kept by both sides to carry the street. Ask what was missing: trust, law, money that can wait, or simply someone to begin.',

  isolatedName: 'No Thread',
  isolatedSentence: 'Hardly a line at all: everybody for themselves.',
  isolatedParagraph:
    'This is Figure 3 at its emptiest. Nobody commands and nobody cooperates; each firm trades, or repeats in its own back room the research that is done next door. The paper quotes a finding from elsewhere: the trouble of small firms is not that they are small, but that they are isolated. Nobody in such a district need have done anything foolish. Each took what was best for the year.',

  figure4Name: 'The Net',
  figure4Sentence: 'Many lines between equals, across old borders, and most of them kept.',
  figure4Paragraph:
    'In Figure 4 the leading actors are still there, but much of their control has become dotted, and two-way lines run between firms, universities and across the border of state and non-state. It is slow to build: those who share first earn less for years, and one who takes without giving can undo it. When it stands, knowledge that one gains serves many, and the street can turn when its customers do. The paper hoped for it and doubted that the time was ripe. What made it possible in yours, and would it have lasted?',
} as const;
