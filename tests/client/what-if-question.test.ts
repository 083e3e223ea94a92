import { expect, test } from 'vitest';
import { questionText } from '../../client/debrief/what-if-question.ts';
import { needTexts } from '../../client/state/language.ts';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { RECORDED } from '../../shared/debrief/rerun.ts';
import { recorded } from '../debrief/districts.ts';

test('a changed number is compared with the one the game was founded with, not with what its last year made of it', async () => {
  await needTexts(['debrief']);
  const chronicle = chronicleOf(recorded({ firms: ['solo'] }));
  expect(chronicle.final.parameters.loanInterest).toBeCloseTo(0.18, 12);
  const text = questionText(chronicle, {
    draft: {
      from: 2,
      change: 'parameter',
      seat: 0,
      preset: 'share',
      own: { points: {}, deal: 'none', dealWith: 0 },
      parameter: 'loanInterest',
      value: 0.2,
      deciders: chronicle.final.actors.map(() => RECORDED),
      interval: false,
    },
    question: {
      from: 2,
      changes: [{ kind: 'parameter', name: 'loanInterest', value: 0.2 }],
      deciders: chronicle.final.actors.map(() => RECORDED),
    },
  });
  expect(text).toContain('0.2 (was 0.12)');
});
