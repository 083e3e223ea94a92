import type { questions as english } from '../en/questions.ts';
import type { Translation } from '../translation.ts';

export const questions: Translation<typeof english> = {
  firmPoints: '今年就急着要现金，精力点该投到哪里？',
  firmPointsA: '自主研发',
  firmPointsB: '贸易',
  firmPointsC: '同伙伴共享',
  firmPointsWhy:
    '贸易就是卖进口微机（个人电脑），当年见钱，可是利润一年薄似一年，满街都做就更薄。研发和共享攒的是知识，往后的产品全靠它吃饭。',

  firmPact: '邻居答应了你的合作提议。这份协议什么时候才算成立？',
  firmPactA: '马上成立，答应了就得算数',
  firmPactB: '双方一开始共享点数就成立',
  firmPactC: '双方的方案里都写明愿意，才成立',
  firmPactWhy: '提议和商谈都不算数。一年结束时各家方案揭晓，两边都写了愿意，协议才成立；此后一直有效，直到有一方解除。',

  firmMerge: '你把公司卖给了别家，会有什么变化？',
  firmMergeA: '一次拿到一笔价款，此后每年上交一部分收入',
  firmMergeB: '退出游戏',
  firmMergeC: '得分从此同买家的一样',
  firmMergeWhy:
    '谁也不会出局。方案照样由你定，得分照样是你自己的，只是收入的五分之一要交给龙头；等你现金见底，它有余力就会搭救。',

  universityOpen: '你把实验室开放了，得益的是谁？',
  universityOpenA: '只有自家办的公司',
  universityOpenB: '只有签了协议的伙伴',
  universityOpenC: '街上每一家公司，日后也有学校自己',
  universityOpenWhy:
    '开放实验室增加的是公共知识，家家都能学。学校所得，是各家公司知识总和里的一小份：街还小的时候没多少，街壮大了就很可观。',

  universityPact: '学校自己的知识靠什么增长？',
  universityPactA: '靠合作协议里彼此共享',
  universityPactB: '靠发论文',
  universityPactC: '靠外地合同',
  universityPactWhy: '论文和合同当年就能得分，却学不到新东西。学校的知识，只有通过合作协议才会增长。',

  universityShelter: '投进庇护的点数起什么作用？',
  universityShelterA: '接济街上最穷的人家',
  universityShelterB: '让自家办的公司长知识，大家平分',
  universityShelterC: '替伙伴付房租',
  universityShelterWhy:
    '庇护只照应自家办的公司。它们长了知识，也被拴得更紧：投到一点以上，判定街区是哪幅图的时候，每一家都算一条纵向联系。',

  bureauCommand: '今年两个政府部门合起来，在指令上投了两点以上，会怎么样？',
  bureauCommandA: '家家都要多缴税',
  bureauCommandB: '最穷的那家独立校办企业被并进最大的集团',
  bureauCommandC: '由你点名的两家公司必须签约',
  bureauCommandWhy:
    '被并的公司没人问过愿不愿意，搞研发的劲头大受影响。每投一点指令，你当年就得一点分；整条街为此付出的，要过些时候才看得出来。',

  bureauLaw: '法规有什么用？',
  bureauLawA: '信任不足时靠它补上，协议里少给的一方要赔多给的一方',
  bureauLawB: '禁止合并',
  bureauLawC: '降低税率',
  bureauLawWhy: '有了法规，还不熟悉的两家也敢联手，光拿不给是要付代价的。法规每年会松一点，得年年维持。',

  bureauScore: '你的得分由什么组成？',
  bureauScoreA: '听话的公司有几家',
  bureauScoreB: '没花完的预算',
  bureauScoreC: '街区缴的税，加上指令的一点，最后还有全部创新的一份',
  bureauScoreWhy:
    '没花的点数就作废了。税跟着公司的收入走，所以日子长了，你的得分要看各家过得好不好，而不看它们听谁的话。',

  commissionFund: '风险投资基金是做什么用的？',
  commissionFundA: '攒到 10 以上，公司申请风险投资多半能成',
  commissionFundB: '替倒闭的公司还债',
  commissionFundC: '最后剩多少，就得多少分',
  commissionFundWhy: '基金充足的时候，十次申请能批九次，钱由基金出。基金见了底，二十次里也难得成一次。',

  commissionReform: '改革缩短所有制距离，谁的感受最深？',
  commissionReformA: '只有校办企业',
  commissionReformB: '只有最大的集团',
  commissionReformC: '一边国有、一边民营的合作伙伴',
  commissionReformWhy:
    '国有和民营合作，能互相学到的东西有一截白白损耗在路上，集团里的公司同外面来往也是这样。改革让损耗变小，而且不会反弹。',

  commissionScore: '你的得分由什么组成？',
  commissionScoreA: '风险投资基金里剩下的钱',
  commissionScoreB: '街区税收的一半，加上各家公司新增知识的五分之一',
  commissionScoreC: '现有的合作协议有几份',
  commissionScoreWhy: '公司挣到钱、长了知识，你才得分。协议和基金本身并不给分，要看各家拿它们做出什么来。',
};
