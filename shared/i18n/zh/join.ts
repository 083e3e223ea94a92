import type { join as english } from '../en/join.ts';
import type { Translation } from '../translation.ts';

export const join: Translation<typeof english> = {
  title: '进入课堂',
  code: '课堂码',
  codeHint: '六位字母或数字，看前面的大屏幕。',
  name: '你的名字',
  nameHint: '昵称就行，别的一概不问。',
  join: '入座',
  joining: '正在为你找座位……',
  seatKept: '{{name}}，你在课堂 {{code}} 的座位还留着。',
  back: '回到座位',
  deviceTitle: '换了设备？',
  deviceAbout: '向老师要一个找回码，就能在这台设备上接着坐你的座位。',
  reentry: '找回码',
  takeOver: '找回我的座位',
  invited: '你在这堂课的名单上，座位给你留着。',
  takeSeat: '入座',
  storyTitle: '一条街，十二年，三条路',
  story:
    '1984 年，北京海淀。一条街上，科研人员走出院所，自己办公司。本钱都不够，人人单打独斗。你将执掌其中一家公司、一所大学，或者一个政府部门。',
  storyDilemma:
    '每一年都要拿主意：合作、并购，还是融资？卖进口货来钱快，大树底下好乘凉。能不能长出更好的东西，要看大家怎么选。',
  practice: '一个人玩，机器人作陪',
  teach: '我是老师',
};
