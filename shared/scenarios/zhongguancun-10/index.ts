/** The standard scenario in ten rounds; 1987 and 1990 have no round. */
import type { Scenario } from '../../engine/scenario.ts';
import { yearsOf } from '../years-of.ts';
import { zhongguancun } from '../zhongguancun/index.ts';
import { effectsInTenRounds } from './effects.ts';
import { inTenRounds } from './parameters.ts';

export const zhongguancunTen: Scenario = {
  ...zhongguancun,
  id: 'zhongguancun-10',
  shorterThan: zhongguancun.id,
  title: { en: 'Zhong’guancun, 1984–1995, in ten rounds', zh: '中关村，1984—1995（只玩十年）' },
  summary: {
    en: 'The same street and the same years in ten rounds: two of the quieter years pass unseen, and what comes, comes sooner. Will you build a network, a big tree, or a row of stalls?',
    zh: '同一条街，同样的年头，只玩其中十年：平静的两年一笔带过，该来的来得更早。你们会织成一张网，长成一棵大树，还是各摆各的摊？',
  },
  calendar: yearsOf(zhongguancun.calendar, [1984, 1985, 1986, 1988, 1989, 1991, 1992, 1993, 1994, 1995]),
  parameters: { ...zhongguancun.parameters, ...inTenRounds },
  effects: effectsInTenRounds,
};
