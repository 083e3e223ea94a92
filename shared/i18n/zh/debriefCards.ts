import type { debriefCards as english } from '../en/debriefCards.ts';
import type { Translation } from '../translation.ts';

export const debriefCards: Translation<typeof english> = {
  whichFigureQuestion: '你们的街区成了论文里的哪一幅图？从什么时候起？',
  whichFigureFinding:
    '{{figure}}，从第 {{since}} 年起没有变过。最后一年：双向联系密度 {{horizontal}}，守住的协议占 {{reciprocity}}，纵向联系占全部联系的 {{vertical}}，最大的集团占公司总数的 {{largestTree}}。',
  whichFigureNone: '一年也没有打完。',
  whichFigureLimits: '几幅图之间的界线是游戏自己划的。论文只画了三幅图，没有给数字。',
  whichFigureGloss: '图三和图四画的是：弱的本地网络怎样一步步变成强的。',

  firstTraderQuestion: '谁最先做起了贸易？为什么？',
  firstTraderFinding:
    '第 {{round}} 年，{{names}}把一半以上的精力投进了贸易。前四年里，贸易占去各公司全部精力的 {{early}}，最后四年占 {{late}}。',
  firstTraderNone: '没有哪家公司把一半以上的精力投进贸易。',
  firstTraderLimits: '记录只说做了多少贸易，没说为什么。问问当事人：是还债，是心慌，还是早有打算？',
  firstTraderGloss: '想做产品的创业者，只好先去卖电脑攒本钱。',

  defectorQuestion: '头一个对伙伴不守约的，得了什么好处？得意了多久？',
  defectorFinding:
    '第 {{round}} 年，{{a}}只给了 {{gave}} 点，{{b}}给了 {{got}} 点。此后三年，{{a}}挣了 {{incomeBy}}，{{b}}挣了 {{incomeAgainst}}。到最后，两家得分是 {{scoreBy}} 和 {{scoreAgainst}}。',
  defectorNone: '立了一年以上的协议，没有哪份是只有一方没守约的。',
  defectorLimits:
    '两家只是个例：领域、运气、别的伙伴也都不同；其中若有大学，它的收入和得分又是另一种算法。一年没有共享，也未必就是背信。问一问再说。',
  defectorGloss: '复杂的技术，要靠互相信得过的人才拼得起来。',

  bigTreeQuestion: '需求一变，最大的集团怎么样了？',
  bigTreeFinding:
    '第 {{round}} 年之前，最大的集团是{{a}}，名下共 {{size}} 家公司。变化后的三年，它的平均收入变动 {{change}}，其余公司变动 {{changeOthers}}。',
  bigTreeNone: '需求变化的时候，还没有两家以上的集团。',
  bigTreeLimits: '“需求一变得多样，大公司就吃亏”是论文的判断，已经写进了规则。游戏证明不了它，只能显示由它推出什么。',
  bigTreeGloss: '全街都靠几家大公司，大公司一个趔趄，人人跟着遭殃。',

  bordersQuestion: '国有和民营之间，有哪些协议始终没有结成？',
  bordersFinding:
    '一边国有、一边民营的配对有 {{acrossPossible}} 对，其中签过协议的 {{acrossMade}} 对，双方都守住过的 {{acrossKept}} 对。同是国有或同是民营的配对有 {{samePossible}} 对，其中签过协议的 {{sameMade}} 对。',
  bordersNone: '大家都在线的同一边。',
  bordersLimits: '没有签约，可能是信不过，可能是领域不对路，也可能只是手头满了：一家能签的份数有限。',
  bordersGloss: '同一条街上，所有制不同，也就隔了一层。',

  partedQuestion: '自家得分和街区的好处，从什么时候起走上了两条路？',
  partedFinding:
    '第 {{round}} 年，{{a}}的得分涨得最多，涨了 {{gain}}（各公司平均 {{meanGain}}），而它给街区创新添的只有 {{added}}（各公司平均 {{meanAdded}}）。',
  partedNone: '没有哪一年，涨分最多的公司出的力明显少于自己那一份。',
  partedLimits: '得分既算现金也算知识，创新只算知识。今年靠贸易过活的公司，换一年也许添得更多。',
  partedGloss: '忙着活命的人，没有多少工夫去创新。',

  loansQuestion: '贷款买来创新了吗？',
  loansFinding:
    '有贷款要还的公司（共 {{rounds}} 家次），{{tradeDebt}} 的精力用在贸易上，一年长知识 {{gainedDebt}}。没有贷款的，是 {{tradeFree}} 和 {{gainedFree}}。',
  loansNone: '没有人借过钱，所以无从比较。',
  loansLimits: '借钱的也许本来就爱做贸易。要看贷款本身起了什么作用，到“假如”里去问。',
  loansGloss: '利息逼着公司去做来钱快的事。',

  duplicatedQuestion: '有多少研发是重复做的？',
  duplicatedFinding:
    '自主研发共投入 {{points}} 点，其中 {{lost}} 点（{{share}}）白费了，因为同一领域的对手也在啃同一道题。',
  duplicatedNone: '谁也没有做自主研发。',
  duplicatedLimits: '领域是抽签定的：碰巧同行多，重复就多，怪不得谁。',
  duplicatedGloss: '一道题，这家做一遍，那家关起门来又做一遍。',

  commandLawQuestion: '靠指令还是靠法规？政府做了什么，结果怎样？',
  commandLawFinding:
    '各政府部门合计：指令用去 {{command}} 点，法规、改革、基金和培训用去 {{enabling}} 点；奉命并入 {{absorbed}} 家次。法规最后是 {{law}}。街区年收入，前四年平均 {{early}}，最后四年平均 {{late}}。',
  commandLawNone: '这个街区没有政府部门。',
  commandLawLimits:
    '合计看不出哪个部门做了什么：翻开账本，“各家情形”里逐年都有。收入涨跌的原因很多。可以同别的街区比一比，或者问问模型：只改这一样会怎样？',
  commandLawGloss: '规矩没有，或者说不清，邻居之间就不敢联手。',

  shelterCommonsQuestion: '庇护自家，还是惠及大家？大学为谁出了力？',
  shelterCommonsFinding:
    '各所大学合计，把 {{shelter}} 点用在庇护上，{{open}} 点用在开放实验室，{{shared}} 点用在合作协议，{{publish}} 点用来发论文，{{outside}} 点做外地合同。公共知识最后是 {{commons}}。',
  shelterCommonsNone: '这个街区没有大学。',
  shelterCommonsLimits:
    '合计看不出哪所大学做了什么：翻开账本，“各家情形”里逐年都有。大学得分的办法同公司不一样。街上看着自私的事，也许正是它的本分。',
  shelterCommonsGloss: '大学把自己的公司攥得越紧，它们同邻居就越疏远。',

  sellAgainQuestion: '再来一次，你还卖吗？',
  sellAgainFinding:
    '至少有一年归别家所有的公司共 {{owned}} 家，最后平均每家 {{scoreOwned}} 分；当龙头的平均每家 {{scoreHeads}} 分；没有参与合并的 {{free}} 家，平均每家 {{scoreFree}} 分。',
  sellAgainNone: '从头到尾，没有一家公司归别家所有。',
  sellAgainLimits: '卖掉自己的，也许本来就弱些；庇护对谁最要紧，平均数偏偏说不出来。',
  sellAgainGloss: '一位经理的话：大树底下好乘凉，小公司就该待在大公司的荫下。',

  fairQuestion: '游戏对论文公道吗？什么时候合并也许是对的？',
  fairFinding:
    '关于合并，这个街区的记录是：需求变化之前，集团里的公司每家一年挣 {{treeBefore}}，独立的公司每家挣 {{freeBefore}}；变化之后是 {{treeAfter}} 和 {{freeAfter}}。街区创新总计 {{innovation}}。',
  fairNone: '这个街区没有形成集团，所以看不出合并的得失。',
  fairLimits:
    '公道不公道，要由你们来评。论文也承认合并有道理：本钱缺，小公司弱，会管理的人少。而游戏里没有品牌、出口和管理能力，大公司的这些好处没有算进去。',
  fairGloss: '论文也承认：宁要一体化的大公司，不要彼此联手的小公司，这种偏好有几分道理。',
};
