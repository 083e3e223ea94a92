/**
 * The roster. The universities have their real names, as places. The firms are invented, with names typical of Haidian
 * in those years, so that nobody plays a real company.
 *
 * State spin-offs and non-state firms alternate, and the spin-offs alternate between the universities.
 */
import type { RosterEntry } from '../../engine/scenario.ts';

const PEKING = 0;
const TSINGHUA = 1;

export const roster: readonly RosterEntry[] = [
  { kind: 'firm', name: { en: 'Lakelight', zh: '湖光电子' }, parent: PEKING },
  { kind: 'firm', name: { en: 'North Star', zh: '北星电子' } },
  { kind: 'firm', name: { en: 'Lotus Pond', zh: '荷塘技术' }, parent: TSINGHUA },
  { kind: 'firm', name: { en: 'Twin Elms', zh: '双榆电脑' } },
  { kind: 'firm', name: { en: 'Yannan', zh: '燕南软件' }, parent: PEKING },
  { kind: 'firm', name: { en: 'Far Sail', zh: '远帆电子' } },
  { kind: 'firm', name: { en: 'Zhaolan', zh: '照澜仪器' }, parent: TSINGHUA },
  { kind: 'firm', name: { en: 'New Road', zh: '新路电脑' } },
  { kind: 'university', name: { en: 'Peking University', zh: '北京大学' } },
  { kind: 'university', name: { en: 'Tsinghua University', zh: '清华大学' } },
  { kind: 'bureau', name: { en: 'Industrial Bureau', zh: '市工业局' } },
  { kind: 'commission', name: { en: 'Zone Commission', zh: '试验区管委会' } },
];

export const reserve: readonly RosterEntry[] = [
  { kind: 'firm', name: { en: 'Chengfu', zh: '成府科技' }, parent: PEKING },
  { kind: 'firm', name: { en: 'One Heart', zh: '同心电子' } },
  { kind: 'firm', name: { en: 'Qinghe', zh: '清河仪表' }, parent: TSINGHUA },
  { kind: 'firm', name: { en: 'Hundred Rivers', zh: '百川电脑' } },
];
