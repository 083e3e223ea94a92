/** Place names printed on the map and the flag over one's own house; the first page prints them too. */
export const places = {
  street: 'ELECTRONICS STREET',
  zhongguancun: 'Zhongʼguancun',
  baishiqiao: 'Baishiqiao',
  haidian: 'Haidian',
  shangdi: 'Shangdi base',
  academy: 'Academy of Sciences',
  summerPalace: 'Summer Palace',
  hills: 'Western Hills',
  bamboo: 'Purple Bamboo Park',
  ruins: 'Yuanmingyuan',
  city: 'Old city',
  provinces: 'The provinces',
  multinationals: 'Multinationals',
  you: 'you',
} as const;
