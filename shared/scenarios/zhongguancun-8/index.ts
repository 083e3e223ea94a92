/** The standard scenario in eight rounds: start, boom, Zone, foreign firms, the turn of demand, and three years after it. */
import type { Scenario } from '../../engine/scenario.ts';
import { yearsOf } from '../years-of.ts';
import { zhongguancun } from '../zhongguancun/index.ts';
import { effectsInEightRounds } from './effects.ts';
import { inEightRounds } from './parameters.ts';

export const zhongguancunEight: Scenario = {
  ...zhongguancun,
  id: 'zhongguancun-8',
  shorterThan: zhongguancun.id,
  title: { en: 'Zhong’guancun, 1984–1995, in eight rounds', zh: '中关村，1984—1995（只玩八年）' },
  summary: {
    en: 'The same street in eight rounds, for a short lesson: four of the years pass unseen, cash is tighter, and trust and products grow faster. Will you build a network, a big tree, or a row of stalls?',
    zh: '同一条街，只玩其中八年，适合课时紧的班级：有四年一笔带过，手头更紧，信任和产品都长得更快。你们会织成一张网，长成一棵大树，还是各摆各的摊？',
  },
  calendar: yearsOf(zhongguancun.calendar, [1984, 1985, 1988, 1989, 1991, 1992, 1993, 1995]),
  parameters: { ...zhongguancun.parameters, ...inEightRounds },
  effects: effectsInEightRounds,
};
