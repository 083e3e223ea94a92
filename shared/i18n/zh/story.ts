import type { story as english } from '../en/story.ts';
import type { Translation } from '../translation.ts';

export const story: Translation<typeof english> = {
  nearTitle: '还差多少',
  nearRule:
    '最后一年里只动一样，最少动多少，就会成为另外两幅图？可以动的是：双方都守住的协议、纵向联系，或最大集团里的公司。',
  nearNone: '只动一样，怎么变也成不了另一幅图。',
  'kept-more_other': '守住的协议要是多 {{count}} 份（从 {{now}} 份到 {{instead}} 份），就成了{{to}}。',
  'kept-fewer_other': '守住的协议要是少 {{count}} 份（从 {{now}} 份到 {{instead}} 份），就成了{{to}}。',
  'vertical-more_other': '纵向联系要是多 {{count}} 条（从 {{now}} 条到 {{instead}} 条），就成了{{to}}。',
  'vertical-fewer_other': '纵向联系要是少 {{count}} 条（从 {{now}} 条到 {{instead}} 条），就成了{{to}}。',
  'tree-more_other': '最大的集团要是多 {{count}} 家（从 {{now}} 家到 {{instead}} 家），就成了{{to}}。',
  'tree-fewer_other': '最大的集团要是少 {{count}} 家（从 {{now}} 家到 {{instead}} 家），就成了{{to}}。',

  actsTitle: '谁做了什么',
  inRound: '第 {{round}} 年：{{sentence}}',
  noActs: '没有哪份协议单独左右了结果，也没有哪份空占着名额、连着三年谁也没守住。',

  deadPact_other:
    '{{a}}和{{b}}的协议，从第 {{from}} 年到第 {{to}} 年，没有一年守住过，却占着一个名额。{{a}}最多能签 {{limit}} 份，名额一满，{{a}}就签不了别家了。',
  deadPactBooks: '这些年里，{{a}}一共给出 {{gave}} 点，得到 {{got}} 点。',
  deadPactMissed: '这期间，它和{{names}}本来都想互相签约。',

  'gained-one':
    '{{pairs}}守住了第 {{since}} 年签下的协议，这一份定了局：守住的从 {{keptBefore}} 份变成 {{kept}} 份；没有它，这条街仍是{{from}}。',
  'gained-each':
    '新守住了 {{count}} 份协议，缺一不可：{{pairs}}。守住的从 {{keptBefore}} 份变成 {{kept}} 份；少了其中任何一份，这条街仍是{{from}}。',
  'gained-all':
    '新守住的 {{count}} 份协议合在一起定了局：守住的从 {{keptBefore}} 份变成 {{kept}} 份。没有它们，这条街仍是{{from}}。',
  'lost-one':
    '{{pairs}}没有再守住第 {{since}} 年签下的协议，这一份定了局：守住的从 {{keptBefore}} 份变成 {{kept}} 份；要是守住了，这条街仍是{{from}}。',
  'lost-each':
    '有 {{count}} 份协议没有再守住，份份要紧：{{pairs}}。守住的从 {{keptBefore}} 份变成 {{kept}} 份；只要守住其中一份，这条街仍是{{from}}。',
  'lost-all':
    '没有再守住的 {{count}} 份协议合在一起定了局：守住的从 {{keptBefore}} 份变成 {{kept}} 份。要是都守住了，这条街仍是{{from}}。',

  'closed-firstTrader_other': '最先做起贸易的有 {{count}} 家，一半以上的精力都在贸易上。是哪几家，账本里才有。',
  'closed-firstDefection': '有一份协议其中一方没有守约：{{pair}}。是哪一方，账本里才有。',
  'closed-firstLeaving': '{{a}}从{{b}}赎身独立。花了多少，账本里才有。',
  'closed-firstMerger': '第一桩合并：{{a}}卖给了{{b}}。',
  'closed-again-firstMerger': '{{a}}卖给了{{b}}。',
  'closed-loanSpiral': '债滚债：有一家公司又借了钱，靠贸易来还。是哪一家，账本里才有。',
  'closed-parting': '分道扬镳：得分涨得最多的那家，给创新添得很少。是哪一家，账本里才有。',
  'without-beforeTheTurn': '需求还没有变化，游戏就结束了。',
  'without-allInDebt': '每家公司年年都有贷款要还，所以无从比较。',
  'without-idle': '政府部门一点也没有花。',
  closedFinding: '答案要说到各家挣了多少、给了多少、怎样打算，都在账本里，而账本还没有翻开。',

  sidesTitle: '各街区的结果',
  since: '从第几年起',
  keptPacts: '守住的协议',
  differTitle: '差在哪里',
  sameFigure: '各街区最后是同一幅图。',
  differs: '{{measure}}，{{bound}}：达到的有{{met}}；未达到的有{{missed}}。',
  here: '{{name}}（{{share}}）',
  asked2: '一座塔（图二）要{{bound}}',
  asked4: '一张网（图四）要{{bound}}',
  ofDistrict: '{{name}}：{{sentence}}',
  plansByPeople: '共 {{all}} 份方案：真人交了 {{people}} 份{{rest}}。',
  filedByBots: '，机器人代打 {{count}} 份',
  repeated: '，沿用上回 {{count}} 份',
  stripTitle: '各年是哪幅图',
  stripOf: '第 {{round}} 年：{{figure}}',
  stripLabel: '图',

  againstBefore: '同上一年比',
  newlyKept_other: '新守住的协议有 {{count}} 份：{{pairs}}。',
  lapsed_other: '不再守住的协议有 {{count}} 份：{{pairs}}。',
  samePacts: '守住的还是那几份协议。',
  noneStill: '还是一份协议也没守住。',
  incomeMoved: '街区收入 {{income}}，上一年是 {{before}}。',
  figureStays: '这条街仍是“{{figure}}”。',
  figureMoves: '这条街成了“{{to}}”，不再是“{{from}}”。',
  bothLetDown: '{{a}}和{{b}}都没有守约：一个给出 {{gave}} 点，一个给出 {{got}} 点。',
  whichSide: '是哪一方，账本里才有。',
};
