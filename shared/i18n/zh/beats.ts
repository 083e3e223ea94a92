import type { beats as english } from '../en/beats.ts';
import type { Translation } from '../translation.ts';

export const beats: Translation<typeof english> = {
  title: '先试两年',
  skip: '跳过',
  replay: '再试那两年',
  asFirm: '先当一年公司老板。',
  yours: '这里你是{{name}}。',

  sellSay: '六点精力，先卖进口电脑。',
  sell: '卖',
  sold: '现钱到手，知识过时。',
  onward: '继续',
  offerSay: '重来。{{name}}：“各出三点，一起干？”',
  share: '出 {{n}} 点',
  shared: '赚得少了，知识长了。',
  promiseSay: '{{year}} 年，它又答应出三点。你呢？',
  give: '出 {{n}} 点',
  alone: '它没出：赚 {{theirs}}。你赚 {{own}}。',
  nobody: '两家都没出：都赚了钱，都没长知识。',
  endSay: '现在来真的。你信谁？',
  begin: '从 {{year}} 年开始',

  you: '你',
  bothSharing: '假如两家都出',
  trust: '你对它的信任：{{before}} → {{after}}',
  up: '多了 {{n}}',
  down: '少了 {{n}}',
  same: '没变',
  heard: '现金 {{cash}}，{{cashMove}}。知识 {{knowledge}}，{{knowledgeMove}}。',
  heardOther: '{{name}}：现金 {{cash}}，知识 {{knowledge}}。',
};
