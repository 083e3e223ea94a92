/**
 * Twelve years of the street, one news item a round, in the style of a Beijing paper.
 *
 * `source` names section and passage of Wang's paper; “The game's own:” marks additions. No news before round 8 may
 * hint at the demand shift.
 */
import type { YearNews } from '../../engine/scenario.ts';

export const calendar: readonly YearNews[] = [
  {
    year: 1984,
    headline: {
      en: 'Forty firms open on “Electronics Street”',
      zh: '“电子一条街”亮相，四十家公司开门迎客',
    },
    body: {
      en: 'The reform of the economy is decided, and researchers leave the laboratory to found firms: partners of their own choosing, their own money, their own risk. The Academy puts 200,000 yuan into Legend. Eleven firms a year ago are forty now. Loans are easy to get; long-term money is not.',
      zh: '经济体制改革的决定公布，科技人员走出研究所，自愿结合、自筹资金、自主经营、自负盈亏。科学院拿出二十万元办起联想。去年街上才十一家公司，如今已有四十家。贷款好借，等得起的钱难找。',
    },
    source:
      "The changing environment and initiators: “The number of firms had grown to 40 by the end of 1984”; Local innovation milieu: “0.2 million yuan to establish Legend Computer Group Co. in 1984”. The game's own: how easy loans were in 1984.",
    firmsOnStreet: 40,
  },
  {
    year: 1985,
    headline: {
      en: 'Academy, universities and army set up shop',
      zh: '科学院、大学、部队，都来街上办公司',
    },
    body: {
      en: 'Institutes, universities, army units and state factories now open firms of their own; ninety names hang along the street. Most began by selling imported computers, as eight in ten did in these years, to earn the capital for a product of their own. The trade pays well today, and a little less each year.',
      zh: '研究所、高等院校、部队和国营大厂相继上街办公司，招牌已有九十块。八十年代初起家的公司，十家里有八家是先卖进口微机（个人电脑）攒本钱，自己的产品还在后头。买进卖出眼下利厚，只是一年薄似一年。',
    },
    source:
      "The boom of small firms: about 80 percent of firms, “in the early 1980’s”, “initially accumulated capital by selling imported electronic products”; “ninety in 1985”. The game's own: the 80 percent told in 1985.",
    firmsOnStreet: 90,
  },
  {
    year: 1986,
    headline: {
      en: 'Programme 863 launched; a university founds a firm',
      zh: '“八六三”计划出台，北大掏钱办公司',
    },
    body: {
      en: 'In March the state approves Programme 863, to narrow the gap with the world in high technology. Peking University puts 400,000 yuan into a firm of Professor Wang Xuan’s, the later Founder; his work will turn Chinese typesetting from lead to electronics. A good idea needs somebody’s laboratory and somebody else’s workshop: who will open the door first?',
      zh: '三月，旨在缩小同世界高技术差距的“八六三”计划获准实施。北京大学出资四十万元，办起后来叫“方正”的公司；王选教授的研究，将让汉字排版告别铅与火。一个好主意，要一家的实验室，也要另一家的车间：谁先把门打开？',
    },
    source:
      "The changing environment, note 2; Local innovation milieu: 0.4 million yuan “to set up Beijing Founder Electronic Co. Ltd. in 1986”; The boom of small firms: the shift “from traditional Chinese methods of mechanical printing”. The game's own: whose door opens first.",
  },
  {
    year: 1987,
    headline: {
      en: 'Funding cut: institutes must feed themselves',
      zh: '经费砍了一截，研究所自己找饭吃',
    },
    body: {
      en: 'The state cuts the institutes’ basic funding hard and tells them to found firms that live by the market. The walls between them still stand: one problem is solved in the east building and solved again in the west. Two who trust each other could share one solution; two who do not will pay for it twice.',
      zh: '国家大幅削减研究所的事业费，要它们办公司、闯市场。院墙却还立着：一个课题，东楼做一遍，西楼再做一遍。信得过的，一家做两家用；信不过的，就得花两份钱。',
    },
    source:
      "The changing environment: “heavy cuts in basic funding for research and development”; Analytical framework: research “carried out repeatedly”, said of the command economy. The game's own: the year.",
  },
  {
    year: 1988,
    headline: {
      en: 'Experimental Zone founded around the street',
      zh: '新技术产业开发试验区挂牌',
    },
    body: {
      en: 'In May a hundred square kilometres around the street become the Beijing Experimental Zone, with tax relief for new-tech firms written into law; four hundred firms are inside. After Programme 863 comes the Torch Programme, for small firms. Its Commission licenses, advises, recommends for loans and keeps the list. The more the district earns, the more the government can do, to help or to control.',
      zh: '五月，以电子一条街为中心的一百平方公里划为试验区，新技术企业减税免税写进条文，区内公司已有四百家。继“八六三”之后，“火炬计划”又给小企业添了一把火。管委会发执照、出主意、帮着跑贷款，也掌管着名册。街面越红火，政府部门手里的力量越大，是帮是管，全看怎么用。',
    },
    source:
      "Growth supported by governments: “a well-defined area of approximately 100 square kilometers”; The boom of small firms: four hundred in 1988; The changing environment: the Torch Program, “directly responsible for the boom of the small new-tech firms”. The game's own: the Torch Programme's year.",
    firmsOnStreet: 400,
  },
  {
    year: 1989,
    headline: {
      en: 'Thirty-six firms of the Zone have foreign capital',
      zh: '试验区有了三十六家外资企业',
    },
    body: {
      en: 'Thirty-six firms of the Zone, about four in a hundred, now have foreign capital. It comes with equipment, know-how and plans made elsewhere. Each firm weighs it up: a small part of a foreign company’s network, or a network of one’s own with the neighbours.',
      zh: '试验区里带外资的企业有了三十六家，占总数的百分之四点二。外商带来资金、设备和看家本领，也带来自己的算盘。是到人家的大网里当个小节点，还是同左邻右舍织一张自己的网，各家都在掂量。',
    },
    source:
      'Table 1, 1989 (the text places the well-known names in “the 1990’s”); Discussion: “weak nodes within a wide network of powerful multinationals”.',
  },
  {
    year: 1990,
    headline: {
      en: 'Peking University counts fifteen firms of its own',
      zh: '北大校办企业达十五家，有人要“并大船”',
    },
    body: {
      en: 'Fifteen firms at university level, and some would rather have one: it is comfortable to rest in the shadow of a big tree. The small ones answer that a name is all they own. Meanwhile firms with foreign capital have doubled to seventy.',
      zh: '北大校一级的公司已有十五家，有人主张合并：大树底下好乘凉。小公司却舍不得，说自家就剩这块招牌了。这一年，带外资的企业翻了近一番，到了七十家。',
    },
    source:
      "Hierarchy biases, the need to shelter weaker firms: “In early 1990 … 15 high- and new-tech firms at the university level”; Table 1, 1990. The game's own: the talk of merging and the big tree told in 1990; the paper reports them for the middle of the 1990s.",
  },
  {
    year: 1991,
    headline: {
      en: 'Customers want variety; other zones offer the same tax relief',
      zh: '用户要多样化的产品，大路货不再走俏；各地高新区优惠都一样',
    },
    body: {
      en: 'The cheap standard machine no longer sells by itself: every customer asks for something that fits. More and more zones offer the same relief, and call on Beijing’s professors. From this year standard products earn less, and variety earns more for those who put several firms’ skills together and turn quickly. Large ships turn slowly. Yet officials praise whoever puts a weak firm under a strong one.',
      zh: '便宜的大路货不再好卖，用户张口就问：有没有合我用的？各地的高新区一个接一个，减税免税都一样，街上的优惠不再独一份，教授也被请了去。从今年起，自家产品里大路货利薄，多样化的产品值钱，谁能把几家的知识凑到一处、说变就变，谁就占先。船大的，掉头难；上头却在提倡强的兼并弱的。',
    },
    source:
      "Hierarchy biases: “demands for a variety of products increasingly replace demands for cheap, standardized products”; Growth supported by governments: “an additional 51 state-level new-tech zones”; Hierarchy biases: “merger of inferior firms with superior ones”, an official statement. The game's own: the year of all three; the 51 were named in 1991 and 1992; that other zones call on professors, that training now teaches more, and what command scores and needs.",
  },
  {
    year: 1992,
    headline: {
      en: 'The “Deng Whirlwind”: everybody wants to be a founder',
      zh: '南方谈话传来，满街都要“下海”',
    },
    body: {
      en: 'Deng Xiaoping travels through the south, and the queue for business licences reaches the street. Three hundred firms of the Zone have foreign capital. Founders are many, but people who have run a firm are few; and where all sell the same machines, each earns less by them.',
      zh: '邓小平视察南方，登记办公司的队伍一直排到街上，带外资的企业已有三百家。想当经理的人多，真会经营的人少。大家都去卖一样的机器，机器就更不值钱了。',
    },
    source: 'Hierarchy biases: “Deng the Whirlwind” and “a lack of adequate entrepreneurship”; Table 1, 1992.',
  },
  {
    year: 1993,
    headline: {
      en: 'Two hundred firms in one month, and profits on computers fall',
      zh: '一个月登记二百家，微机利润大跌',
    },
    body: {
      en: 'Two hundred firms are registered within a month, a record, while the profit on a computer melts away. Of ten, nine die and one lives, Professor Wang Xuan says of the small ones. Of 3.8 billion yuan the banks have lent here, only 0.62 billion went to developing science: for the rest, lenders want their instalments on the day.',
      zh: '一个月新登记公司二百家，创了纪录，卖微机的利润却大不如前。王选教授说，小公司是“九死一生”。银行在区里放贷三十八亿元，用于科技开发的只有六亿二千万元，其余的钱，到日子就得还。',
    },
    source:
      "Growth supported by governments: “registered within a month was 200”; Hierarchy biases: “jiu si yi sheng”, “by the end of 1993” 3.8 billion yuan of loans, 0.62 of them for development. The game's own: the year of the falling profits and of the saying; lenders who call for their money.",
  },
  {
    year: 1994,
    headline: {
      en: 'Fifteen firms form a community, and little comes of it',
      zh: '十五家民营企业抱团，雷声大雨点小',
    },
    body: {
      en: 'Fifteen non-state firms, the best-known among them, form the Taisun Industrial Community to pool finance, real estate and more; technology was not its purpose. They talk, and they part as fifteen: talk binds nobody. The Zone has 4,299 firms now. Other provinces bring the universities contracts, and pay well. New laws favour science, and from July the Company Law gives a firm a standing of its own.',
      zh: '十五家民营企业成立“泰山产业研究会”，要把金融、地产等几摊生意合到一处，其中不乏联想、四通这样的名企，可为的不是技术。话说完了，散场还是十五家：光说不算数。如今区里有公司四千二百九十九家。外省找上大学签合同，价钱不低。科技进步有了法，七月《公司法》施行，公司从此自己是法人。',
    },
    source:
      "Weak local networking: the Taisun Industrial Community “has failed to integrate the financial real estate, and other businesses”; its “real purpose … was not to promote technological development”. Weak local embeddedness: Tsinghua’s “124 contracts with the Hebei, Guangdong, Shandong, Zhejiang and Jiangsu provinces … in 1995”. Not in the paper: the Law on the Progress of Science and Technology, in force from October 1, 1993, and the Company Law, from July 1, 1994. The game's own: its failure told in the year of its founding; that the contracts pay, and from 1994; that leaving a group gets cheaper, that training teaches more, and what command scores. The Chinese name follows 泰山产业研究会.",
    firmsOnStreet: 4299,
  },
  {
    year: 1995,
    headline: {
      en: 'The four largest make half of the output',
      zh: '四家大公司占去半壁江山',
    },
    body: {
      en: 'The Zone counts 4,500 firms and 25.8 billion yuan of income; about fifty percent of the Zone’s industrial output comes from the four largest. One plan more, and the books of twelve years are closed. What will yours say, and what will the street’s?',
      zh: '试验区企业达四千五百家，年总收入二百五十八亿元，四家最大的公司占去工业产值的一半左右。从当初四十家算起，十二年的账，年底一并结清。你的账上写着什么？这条街的账上又写着什么？',
    },
    source:
      "Hierarchy biases: “The four largest firms account for about fifty percent”; Local innovation milieu: 4500 firms, 25.8 billion yuan, at the end of 1995. The game's own: the year of the four largest's share, which the paper does not date; the closing of the books.",
    firmsOnStreet: 4500,
  },
];
