import type { roles as english } from '../en/roles.ts';
import type { Translation } from '../translation.ts';

export const roles: Translation<typeof english> = {
  spinOffTitle: '校办企业（国有）',
  spinOffWho:
    '你带着学校的嘱托、学校的一点钱和满抽屉的图纸走出实验室。学校护得住你，也拴得住你；隔壁的民营公司因此总同你隔着一层。你同街上人人一样缺本钱，而且说不清自己究竟是谁家的公司。',
  spinOffDecide:
    '每年六点精力，分给贸易、自主研发和同伙伴共享。另外可以做一件大事：签约或解约，买下别家或卖掉自己，或者去融资。',
  spinOffScore: '现金，减去欠债和还没兑现给投资人的，加上知识的一半，每倒闭一次扣 10 分。',
  spinOffHint: '学校不光是娘家，也可以是合作伙伴。还有，政府部门一下指令，最穷的独立校办企业就会被并进最大的集团。',
  spinOffSaying: '大树底下好乘凉。',
  spinOffSayingSource: '方正集团一位负责人',

  nonStateTitle: '民营公司',
  nonStateWho:
    '为了办这家公司，你丢了铁饭碗：伙伴自己找，本钱自己凑，亏了自己扛。没人护着你，也没人管着你。你手里有一个产品的主意、一张该交的房租单，还有一仓库别人家的电脑，明天就能卖掉。',
  nonStateDecide:
    '每年六点精力，分给贸易、自主研发和同伙伴共享。另外可以做一件大事：签约或解约，买下别家或卖掉自己，或者去融资。',
  nonStateScore: '现金，减去欠债和还没兑现给投资人的，加上知识的一半，每倒闭一次扣 10 分。',
  nonStateHint: '国有伙伴看着近，其实远：路上要白白损耗不少，要靠信任、法规和改革把路修短。民营的邻居离你更近。',
  nonStateSaying: '九死一生。',
  nonStateSayingSource: '王选教授谈小公司',

  universityTitle: '大学',
  universityWho:
    '全国最好的实验室在你这里，经费却一年比一年少。基金会要论文，外省工厂要项目，自家公司要帮忙，而校门外那条街样样都要。拿出去的东西，不会很快回来，也不会只回到你手里。',
  universityDecide: '每年六点精力，分给发论文、外地合同、庇护自家公司、开放实验室和同伙伴共享。你也可以签约、解约。',
  universityScore: '每年累加：论文和合同带来的，自家公司产品收入的一部分；只要开放或共享，还有街上各家公司知识的一份。',
  universityHint: '论文当年见效。开门办学靠的是整条街的知识：街还小的时候所得无几，街壮大了就大不一样。',
  universitySaying: '宁可各搞各的课题。',
  universitySayingSource: '论文作者谈这里的科研人员',

  bureauTitle: '市工业局',
  bureauWho:
    '三十年来，工厂都听你们这个部门的。如今冒出一条街，办事竟不来请示。上级年底要看成绩，还要一家拿得出手、能领客人参观的大公司。',
  bureauDecide:
    '每年有一笔点数预算，分给指令、法规、所有制改革、风险投资基金和培训。街区缴的税越多，预算越大。不必花光。',
  bureauScore: '街区缴的税，每点指令也添零点几分，最后还有全部创新的一份。',
  bureauHint: '指令立竿见影。法规、改革和基金见效慢，要看各家公司后来敢不敢联手。',
  bureauSaying: '北京的企业，婆婆太多。',
  bureauSayingSource: '京城俗话，说的就是你',

  commissionTitle: '试验区管委会',
  commissionWho:
    '你要把一条练摊的街办成新技术试验区。地图上要到 1988 年才有它，活儿现在就得干起来。你这个机构还新，离公司很近，既不全是帮手，也不全是婆婆。',
  commissionDecide:
    '每年有一笔点数预算，分给指令、法规、所有制改革、风险投资基金和培训。街区缴的税越多，预算越大。不必花光。',
  commissionScore: '街区税收的一半，各家公司每年新增知识的五分之一，每点指令也添零点几分。',
  commissionHint:
    '往风险投资基金投四点，就够批一笔；同工业局合力，几年下来合同就管用了。点开工业局，看它做了什么；公司缺什么，会来找你。',
  commissionSaying: '孩子宁肯死，也不肯改姓。',
  commissionSayingSource: '街上的俗话，说的是被合并',
};
