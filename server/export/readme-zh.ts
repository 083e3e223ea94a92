/** The README in Chinese. A paragraph is one line, because a line break would show as a space between characters. */
import { desk } from '../../shared/i18n/zh/desk.ts';
import { join } from '../../shared/i18n/zh/join.ts';
import type { FindingName } from '../../shared/log/findings.ts';
import { LOG_VERSIONS } from '../../shared/log/record.ts';
import type { ClassPhase } from '../../shared/protocol/stages.ts';
import { scenarioById } from '../../shared/scenarios/index.ts';
import type { ReadmeText } from './readme-text.ts';

const PHASES: Readonly<Record<ClassPhase, string>> = {
  gathering: desk['stage-gathering'],
  playing: '进行中',
  ended: desk['stage-ended'],
};

const FINDINGS: Readonly<Record<FindingName, (about: string) => string>> = {
  empty: () => '里面没有任何记录',
  'truncated-last-line': () => '最后一行断了，前面各行完好',
  'not-json': () => '这一行不是记录的内容',
  'no-header': () => '还没有文件头，就出现了记录',
  'not-a-log': (about) => `这不是游戏记录，而是“${about}”`,
  'version-unknown': (about) => `这是第 ${about} 版的记录，这里只读得了第 ${LOG_VERSIONS.join('、')} 版`,
  'header-incomplete': (about) => `文件头里缺少“${about}”`,
  'record-incomplete': (about) => `记录里缺少“${about}”`,
  'out-of-sequence': (about) => `有记录缺失、重复或次序颠倒，应有的编号是 ${about}`,
  'words-incomplete': () => '附在街区记录之后的一段文字不完整',
  'words-differ': () => '这段文字与街区记录所指的不符',
  'end-incomplete': () => '说明各街区如何结束的最后一行不完整',
  'rules-newer': (about) => `按第 ${about} 版规则进行，比本程序的规则新`,
  'event-unknown': (about) => `有本程序不认识的事件“${about}”`,
  'link-differs': () => '这一行同写下时不一样，链接对不上',
  'link-missing': () => '这一行的链接没有了',
  'district-twice': () => '同一个街区在文件里出现了两次',
  'not-replayable': () => '这一行说的事不可能发生',
  'hash-missing': (about) => `第 ${about} 年的指纹没有了`,
  'hash-differs': (about) => `第 ${about} 年的结果同记下的指纹对不上`,
  'decided-otherwise': () => '按规则，这个操作不会带来这些事件',
  'lineage-differs': () => '这条分支之前的经过，不是文件头所说的那一段',
  'end-missing': () => '缺少说明各街区如何结束的最后一行，文件可能断了',
  'end-differs': () => '最后一行同前面的街区对不上',
  'game-unfinished': () => '这一局没有结束：或是中途停了，或是文件断了',
  'records-missing': (about) => `记录比最后一行所说的少：${about}`,
  'district-missing': () => '最后一行提到的街区不在文件里',
  'too-large': (about) => `超过 ${about} MB，没有读取`,
  'zip-unreadable': () => '压缩包解不开',
  'zip-without-log': () => '压缩包里没有记录（.jsonl）',
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
  pseudonymous: '参与者以编号代替姓名，依加入课堂的先后为 P001、P002……；导出的数据既不含姓名，也不含他们写下的文字。',
  consent: (asked, { yes, no, unanswered, erased }) =>
    asked
      ? `进课堂时每人都看到这样一句话：“${join.research}”回答随时可以改。导出时同意的 ${yes} 人，不同意的 ${no} 人，没有表态的 ${unanswered} 人，已删除的 ${erased} 人。不带姓名时，各表只含同意的人。`
      : `没有询问可否用于研究。有 ${no} 人自己表示不同意，不带姓名时不含他们；已删除 ${erased} 人。`,
  withheld: (districts) =>
    `以下街区里，有人没有同意或收回了同意把数据用于研究，或已被删除：第 ${districts.join('、')} 街区。这些人的行和数值都不在各表里，这些街区的记录也不在 \`events.jsonl\` 里。街区的合计和平均仍把他们算在内，同他们打过交道的座位，行里也看得出来；只缺一个值的地方，可以由此推算出来。`,
  unreadable: ({ number, finding: { what, line, about = '' } }) =>
    `第 ${number} 街区的记录无法读取，各表中没有它的数据。第 ${line} 行：${FINDINGS[what](about)}。`,
  heading: ['文件', '每一行是'],
  files: {
    'decisions.csv':
      '一个座位的一年：方案如何，由谁在何时所定，定方案时看到了什么，结果怎样；没有执行的方案，`executed` 为 `FALSE`',
    'rounds.csv': '一个街区的一年，宽表：各项指标、网络，以及每个座位的得分和收入',
    'responses.csv': '一个人的一次回答：关于角色的小题、思考、复盘之前的猜测、对全班提问的回答',
    'participants.csv': '一个人：匿名编号、姓名、座位，以及数据可否用于研究',
    'set-aside.csv': '修复损坏的记录时取出的一行，一字不差；`line` 是它原来的行号。各表和 `events.jsonl` 都不含它',
    'gradebook.csv': '一个人，供 Canvas 或 Moodle 导入：做了哪些，不含得分',
    'codebook.csv':
      '各表的一列：`type`（类型：`integer` 整数，`number` 数，`text` 文本，`logical` 逻辑值，`datetime` 时间）、`unit_zh`（单位）、`meaning_zh`（含义）；`unit` 和 `meaning` 是英文。说明与各列出自同一份定义',
    'events.jsonl': '原始记录：每个街区先有一行文件头，此后每个获准执行的操作一行',
    'metadata.json': '这堂课的概况：剧本、规则参数、随机种子、设置、版本，以及各街区的角色和机器人',
    'datapackage.json': 'Frictionless 数据包的说明：`data/` 里的各表（不带 BOM）及其结构',
    'dataset_description.json': 'Psych-DS 数据集的说明，所指的是同样的表',
  },
  format: `各表用 UTF-8 编码，带字节顺序标记（BOM），以逗号分隔；缺失值留空；逻辑值写作 \`TRUE\` 和 \`FALSE\`；时间一律为协调世界时（北京时间减八小时），写作 \`2026-11-28T23:48:50.185Z\`。以 =、+、-、@ 或制表符开头的文本，前面加了一个单引号。电子表格软件会把时间当作文本，也可能把参与者写的 007、1/2 之类变成数字或日期；遇到这种情况，请在导入时把该列设为文本。`,
  keys: `\`rounds.csv\` 的一行由 \`class_id\`、\`district\` 和 \`round\` 确定；\`decisions.csv\` 的一行除这三列外，还要加上 \`seat\`、\`executed\` 和 \`player\`。一个人由 \`class_id\` 和 \`player\` 确定：另一堂课的 P001 是另一个人。各街区的条件在 \`rounds.csv\` 里，从 \`rules\` 到 \`figure_shown\`；比较几堂课时应以这些列为准，因为 \`treatment\` 的名称由每堂课自己定。试玩的年份不在任何表里。\`plays_on_from\` 有值的，是接着另一个街区玩的；\`late\` 有值的，是作业。比较从头玩起的课堂时，这两种都应剔除。`,
  inR: '用 R 读取，类型依 `codebook.csv`：',
  inPython: '用 Python 读取，方法相同：',
  replay: `在游戏的代码库里运行 \`npm run verify -- events.jsonl\`，会重放全部记录，并逐年核对指纹。把 \`events.jsonl\` 拖到复盘页面（\`/debrief\`）上，不用服务器也能再看一遍。`,
  cautions: `- 学生之间的交谈只在带姓名的导出里：\`events.jsonl\` 中 \`electronics-street-words\` 各行是原话，\`Said\` 事件以指纹 \`words\` 指明是哪一句。
- 有影子的课堂，影子替别人的座位所做的方案也是 \`decisions.csv\` 里的行；只保留 \`executed\` 为 \`TRUE\` 的，才是一个座位一年一行。
- 一堂课接着另一堂玩时，同一个人的 \`player_id\` 不变；离开服务器，它不指任何人。
- 机器人按公开的规则代打，在 \`by\` 一列标明；不要把这些行算作人的决定。
- 现金、知识和得分用的是游戏自己的单位；公司、大学和政府部门的得分不能互相比较。`,
};
