import type { officeYear as english } from '../en/officeYear.ts';
import type { Translation } from '../translation.ts';

export const officeYear: Translation<typeof english> = {
  about: '街上知识今年约 {{now}}，三年约 {{street}}。',
  pair: '{{a}}同{{b}}',
  training: '培训：{{count}} 家公司能学的东西都多了。',
  law: '法规现在 {{law}}：{{names}}之间缺的信任，补上了 {{share}}。',
  lawMore: '法规现在 {{law}}：{{names}}等 {{count}} 份守住的协议，缺的信任补上了 {{share}}。',
  lawNothing: '法规现在 {{law}}：今年没有一份守住的协议，法规还没派上用场。',
  reform: '改革：国有和民营的隔阂从 {{from}} 降到 {{distance}}。',
  reformFloor: '改革：国有和民营的隔阂是 {{distance}}。',
  reformPacts: '{{names}}合作起来更容易了。',
  command: '指令：你把{{firm}}并进了{{head}}。',
  fundNobody: '基金：现有 {{fund}}，满 {{needed}} 够一笔。今年没有公司来申请风险投资。',
  fundHolds: '基金：现有 {{fund}}，满 {{needed}} 够一笔。',
  fundGranted: '基金：{{names}}申请风险投资，拿到了。',
  fundRefused: '基金：{{names}}申请风险投资，没拿到。',
  seal: '你发给{{name}}的证书：{{count}} 份协议守住 {{kept}} 份。',
  sealNoPact: '你发给{{name}}的证书：它没有协议可守。',
  sealSize: '规模 {{level}}/5。',
  sealGrew: '规模从 {{was}}/5 到 {{level}}/5。',
  sealMoved: '它因此约多学 {{street}}，你的得分 {{score}}。',
  'all-command': '要是全用来下指令，照这样三年：{{trade}}',
  'all-training': '要是全用来办培训，照这样三年：{{trade}}',
};
