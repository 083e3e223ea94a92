/** The README in Chinese. A paragraph is one line: a line end within it would show as a blank between two characters. */
import { desk } from '../../shared/i18n/zh/desk.ts';
import type { LogProblem } from '../../shared/log/jsonl.ts';
import { LOG_VERSION } from '../../shared/log/record.ts';
import type { ClassPhase } from '../../shared/protocol/stages.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import type { ReadmeText } from './readme-text.ts';

const PHASES: Readonly<Record<ClassPhase, string>> = {
  gathering: desk['stage-gathering'],
  playing: '进行中',
  ended: desk['stage-ended'],
};

const PROBLEMS: Readonly<Record<LogProblem['problem'], (about: string) => string>> = {
  empty: () => '里面没有任何记录',
  'truncated-last-line': () => '最后一行断了，前面各行完好',
  'not-json': () => '这一行不是记录的内容',
  'no-header': () => '还没有文件头，就出现了记录',
  'not-a-log': (about) => `这不是游戏记录，而是“${about}”`,
  'version-unknown': (about) => `这是第 ${about} 版的记录，这里只读得了第 ${LOG_VERSION} 版`,
  'header-incomplete': (about) => `文件头里缺少“${about}”`,
  'record-incomplete': (about) => `记录里缺少“${about}”`,
  'out-of-sequence': (about) => `有记录缺失、重复或次序颠倒，应有的编号是 ${about}`,
};

function titleOf(scenario: string): string {
  const title = scenarioById(scenario)?.title.zh;
  return title === undefined ? `\`${scenario}\`` : `《${title}》（\`${scenario}\`）`;
}

export const readmeInChinese: ReadmeText = {
  elsewhere: 'In English: `README.md`',
  title: (classId) => `电子一条街：课堂 ${classId} 的数据`,
  session: ({ participants, districts, seats, scenario, openedAt, phase, rules, log }) =>
    `参与者 ${participants} 人，街区 ${districts} 个，每个街区 ${seats} 个座位；剧本${titleOf(scenario)}。开课时间 ${openedAt}（协调世界时），导出时的状态：${PHASES[phase]}。规则第 ${rules} 版，记录格式第 ${log} 版。`,
  named: '本次导出**带姓名**（见 `participants.csv` 和 `player_name` 一列），请妥善保管。',
  pseudonymous: '参与者以编号代替姓名，依加入课堂的先后为 P001、P002……；导出的数据不含姓名。',
  unreadable: ({ number, problem: { problem, line, about = '' } }) =>
    `第 ${number} 街区的记录无法读取，各表中没有它的数据。第 ${line} 行：${PROBLEMS[problem](about)}。`,
  heading: ['文件', '每一行是'],
  files: {
    'decisions.csv':
      '一个座位的一个回合：方案如何，由谁在何时所定，定方案时看到了什么，结果怎样；没有执行的方案，`executed` 为 `FALSE`',
    'rounds.csv': '一个街区的一个回合，宽表：各项指标、网络，以及每个座位的得分和收入',
    'responses.csv': '一个人的一次回答：关于角色的小题、思考、复盘之前的猜测',
    'codebook.csv':
      '各表的一列：`type`（类型：`integer` 整数，`number` 数，`text` 文本，`logical` 逻辑值，`datetime` 时间）、`unit_zh`（单位）、`meaning_zh`（含义）；`unit` 和 `meaning` 是英文。说明与各列出自同一份定义',
    'events.jsonl': '原始记录：每个街区先有一行文件头，此后每个获准执行的操作一行',
    'metadata.json': '这堂课的概况：剧本、规则参数、随机种子、设置、版本、各座位上是谁',
  },
  format: `各表用 UTF-8 编码，带字节顺序标记（BOM），以逗号分隔；缺失值留空；逻辑值写作 \`TRUE\` 和 \`FALSE\`；时间一律为协调世界时（北京时间减八小时）。以 =、+、-、@ 或制表符开头的文本，前面加了一个单引号。电子表格软件会把时间当作文本，也可能把参与者写的 007、1/2 之类变成数字或日期；遇到这种情况，请在导入时把该列设为文本。`,
  inR: '用 R 读取：',
  inPython: '用 Python 读取：',
  replay: `在游戏的代码库里运行 \`npm run verify -- events.jsonl\`，会重放全部记录，并逐回合核对指纹。把 \`events.jsonl\` 拖到复盘页面（\`/debrief\`）上，不用服务器也能再看一遍。`,
  cautions: `- 学生之间的交谈原样保存在 \`events.jsonl\` 里（\`Said\` 事件），其中可能出现姓名。
- 有影子的课堂，影子替别人的座位所做的方案也是 \`decisions.csv\` 里的行；只保留 \`executed\` 为 \`TRUE\` 的，才是一个座位一个回合一行。
- 机器人按公开的规则代打，在 \`by\` 一列标明；不要把这些行算作人的决定。
- 现金、知识和得分用的是游戏自己的单位；公司、大学和政府部门的得分不能互相比较。`,
};
