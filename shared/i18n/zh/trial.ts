import type { trial as english } from '../en/trial.ts';
import type { Translation } from '../translation.ts';

export const trial: Translation<typeof english> = {
  title: '先试两年',
  skip: '跳过',
  replay: '再试那两年',
  asFirm: '先当一年公司老板。',

  sellSay: '六点精力，卖进口电脑。',
  sell: '卖',
  sold: '现金到手，知识过时。',
  onward: '继续',
  offerSay: '回到 {{year}}。隔壁：“各出三点，一起干？”',
  share: '出 {{n}} 点',
  shared: '少赚钱，都长知识。',
  promiseSay: '{{year}}：又答应出三点。你呢？',
  give: '不出',
  alone: '它没出：现金 +{{theirs}}。你：+{{own}}。',
  nobody: '两家都没出：都赚了钱，都没长知识。',
  endSay: '来真的。你信谁？',
  begin: '从 {{year}} 年开始',
  beginShort: '开始',

  you: '你',
  bothSharing: '都出',
  trust: '信任：{{before}} → {{after}}',
  up: '多了 {{n}}',
  down: '少了 {{n}}',
  same: '没变',
  heard: '现金 {{cash}}，{{cashMove}}。知识 {{knowledge}}，{{knowledgeMove}}。',
  heardOther: '{{name}}：现金 {{cash}}，知识 {{knowledge}}。',
};
