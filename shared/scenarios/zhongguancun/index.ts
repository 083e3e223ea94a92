/** The standard scenario: Zhong'guancun, 1984 to 1995, twelve rounds; the paper's case. */
import type { Scenario } from '../../engine/scenario.ts';
import { calendar } from './calendar.ts';
import { effects } from './effects.ts';
import { zhongguancunParameters } from './parameters.ts';
import { reserve, roster } from './roster.ts';

export const zhongguancun: Scenario = {
  id: 'zhongguancun',
  title: { en: 'Zhong’guancun, 1984–1995', zh: '中关村，1984—1995' },
  summary: {
    en: 'Twelve years on Beijing’s Electronics Street. Forty firms, two great universities, banks that want their money back and officials who want results: will you build a network, a big tree, or a row of stalls?',
    zh: '北京电子一条街的十二年。四十家公司，两所名校，催着还钱的银行，等着见成绩的政府部门。你们会织成一张网，长成一棵大树，还是各摆各的摊？',
  },
  roster,
  reserve,
  calendar,
  parameters: zhongguancunParameters,
  effects,
};
