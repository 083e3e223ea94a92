import type { figures as english } from '../en/figures.ts';
import type { Translation } from '../translation.ts';

export const figures: Translation<typeof english> = {
  figure2Drawing: '一座塔',
  figure2Name: '等级制',
  figure2Sentence: '线条一律从上往下，邻里之间几乎没有。',
  figure2Paragraph:
    '图二画了三层，用的是实线单箭头：上级拿主意，下面照着办，平级难得碰面。你们的街区变成这样，是因为公司或卖了自己，或奉命并入，或被大学攥得太紧，归属压过了合作。这也有它的道理：本钱难得，小公司要人庇护，大公司做大路货便宜。弱点要等用户改了口味才露出来，那时人人都在等龙头发话。',

  figure3Drawing: '几根线',
  figure3Name: '弱网络',
  figure3Sentence: '管束松了，联手的却还太少，织不成网。',
  figure3Paragraph:
    '图三里有些箭头成了虚线，那是上级放了手；也出现了几条双向线。论文看到的真实的中关村就是这样：公司之间见见面、通通消息、零零星星买些配件，却不在一起开发东西。你们的街区也签过一些协议，可双方都守住的太少，撑不起一条街。不妨问一问缺的是什么：是信任，是法规，是等得起的钱，还是只缺一个带头的人？',

  isolatedDrawing: '一根线也没有',
  isolatedName: '孤立',
  isolatedSentence: '几乎一条线也没有，各人自扫门前雪。',
  isolatedParagraph:
    '这是图三最空的样子。没人指挥，也没人合作；各家要么做贸易，要么关起门来，把隔壁正在做的课题再做一遍。论文引过别国的一条经验：小公司的难处不在于小，而在于孤立。这样的街区里，未必有谁做了傻事，不过是每家每年都选了对自己最划算的。',

  figure4Drawing: '一张网',
  figure4Name: '强网络',
  figure4Sentence: '平等的线又多又密，越过旧界限，而且大多守住了。',
  figure4Paragraph:
    '图四里，为首的几家还在，但它们手里的线多半成了虚线；双向的实线连着公司和大学，也跨过了国有和民营的界限。织成这张网很慢：先拿出来的人，好几年都比别人挣得少，而一个只拿不给的人就能把它扯破。一旦织成，一家学到的东西，大家都用得上，用户一变，整条街也跟得上。论文盼着它，却又怀疑时机未到。在你们这里，它靠什么成了？再过几年，它还在吗？',
};
