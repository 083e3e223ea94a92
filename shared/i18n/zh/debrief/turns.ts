import type { turns as english } from '../../en/debrief/turns.ts';
import type { Translation } from '../../translation.ts';

export const turns: Translation<typeof english> = {
  turnsIntro:
    '按固定的规则从记录里找出来，规则写在各张卡上。意味着什么，由全班来说。时间轴上的 ◆ 是有一个转折点的年份，数字是有几个。',
  turnsIntroAlone:
    '按固定的规则从记录里找出来，规则写在各张卡上。意味着什么，由你自己来说。时间轴上的 ◆ 是有一个转折点的年份，数字是有几个。',
  noTurns: '没有找到转折点。这也是一个发现：问问为什么什么都没有变。',
  goThere: '去看看',
  showCard: '看这张卡',
  ruleIs: '规则：{{rule}}',
  further_other: '此外还有 {{count}} 次',
  roundNumber: '第 {{round}} 年',
  'again-firstMerger': '{{a}}以 {{price}} 的价钱卖给了{{b}}。',
  'again-firstFailure': '{{a}}倒闭。',
  'turn-firstPact_other': '最先签下的协议，同一年里共 {{count}} 份：{{pairs}}。',
  'rule-firstPact': '双方头一次同时想签同一份协议的那一年，以及这一年签下的全部协议：同一年里不分先后。',
  'turn-firstTrader': '最先做起贸易的：{{names}}，一半以上的精力都在贸易上。',
  'rule-firstTrader': '头一次有公司把一半以上的点数投进贸易的那一年，以及那一年里这样做的各家。',
  'turn-firstDefection': '{{a}}对{{b}}没有守约：给出 {{gave}} 点，得到 {{got}} 点。',
  'rule-firstDefection':
    '立了至少一年的协议里，头一次一方给不足半点而另一方守约的那一年。若有几对，取差距最大的；其余各家只记头一次。',
  'rule-deadPact':
    '一份协议签下之后又过了三年以上，双方始终没能都守住，而其中一方手里的协议已经满额。拖得最久的排在前面。',
  'turn-firstMerger': '第一桩合并：{{a}}以 {{price}} 的价钱卖给了{{b}}。',
  'rule-firstMerger': '头一家把自己卖给别人的公司。',
  'turn-firstLeaving': '{{a}}出 {{price}} 现金，从{{b}}赎身独立。从那时到最后，得分增加了 {{gained}}。',
  'rule-firstLeaving': '第一家从集团独立出来的公司。',
  'turn-firstList': '头一批证书：{{names}}。它们当年的 {{pacts}} 份协议里，双方守住了 {{kept}} 份。',
  firstListAlone: '头一批证书：{{names}}。它们当年一份协议也没有签。',
  'rule-firstList': '管委会第一次发证书的那一年。',
  'turn-firstAbsorption': '一纸公文，{{a}}并到了{{b}}名下。',
  'rule-firstAbsorption': '头一家被划进最大集团的公司。',
  'turn-loanSpiral': '债滚债：{{a}}又借了钱，今年付给银行 {{service}}，贸易用去 {{trade}} 点。',
  'rule-loanSpiral': '公司在还清上一笔贷款后的下一年之内又去借钱，同时一半以上的点数用在贸易上；其余各家只记头一次。',
  'turn-firstForeign': '{{a}}请进外商，得了 {{cash}} 现金。',
  'rule-firstForeign': '头一家引进外资的公司。',
  'turn-parting':
    '分道扬镳：{{a}}得分涨得最多，涨了 {{gain}}，平均才 {{meanGain}}；给创新添的却只有 {{added}}，平均有 {{meanAdded}}。',
  'rule-parting': '得分涨得最多的公司，给创新添的还不到各家平均的四分之三，头一次出现的那一年。',
  'turn-shock': '需求转向多样化。街区收入：前一年 {{incomeBefore}}，今年 {{income}}。',
  'rule-shock': '剧本里需求变化的那一年。',
  'turn-falter': '收入最高的{{a}}乱了阵脚，归它的各家也一起停摆，共 {{size}} 家公司。',
  'rule-falter': '收入最高的集团或独立公司受到打击的那一年。',
  'turn-firstFailure_other': '{{a}}倒闭，本局共倒闭 {{count}} 家次，这是头一次。',
  'rule-firstFailure': '头一家现金用光又无人搭救的公司。',
  'rule-decidingPact':
    '头一次成了另一幅图、后来也站住了的那一年里，新守住的或不再守住的协议：没有它们，就仍是原来那幅。要么每一份都缺不得，要么合在一起才够。',
  'turn-figureChange': '连着两年，这条街换了样子：原来是“{{from}}”，如今是“{{to}}”。',
  'turn-figureFirst': '连着两年都是“{{to}}”，这条街算是定型了。',
  'rule-figureChange': '连着两年都是同一幅图，才公布；“从第几年起”按其中头一年算。',
};
