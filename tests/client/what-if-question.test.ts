import { expect, test } from 'vitest';
import { questionText } from '../../client/debrief/what-if/what-if-question.ts';
import { draftKept } from '../../client/debrief/what-if/what-if-state.ts';
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

test('a first question is about the plan of whoever looks, in words of their office', () => {
  const chronicle = chronicleOf(recorded({ firms: ['solo'] }));
  expect(draftKept(chronicle, null, 12)).toMatchObject({ seat: 0, preset: 'trade' });
  expect(draftKept(chronicle, null, 12, 10)).toMatchObject({ seat: 10, preset: 'command' });
  expect(draftKept(chronicle, JSON.stringify({ seat: 8 }), 12, 10)).toMatchObject({ seat: 8, preset: 'publish' });
});
