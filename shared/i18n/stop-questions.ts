/** Questions a desk may ask a class that stops to think: sent in both languages, since a class may read either. */
export const ASKED = {
  apart: {
    en: 'When did your own score and your district’s part ways?',
    zh: '从什么时候起，你自己的得分和街区的好坏开始分道扬镳？',
  },
  kept: {
    en: 'Which promise was kept or broken that you did not expect?',
    zh: '有哪个承诺，守了或毁了，是你没料到的？',
  },
  alone: {
    en: 'What would you do next year if you could not count on anybody?',
    zh: '要是谁都靠不住，明年你会怎么办？',
  },
  figure: {
    en: 'Is your street becoming a tower, a few threads or a net? How can you tell?',
    zh: '你们这条街正在变成一座塔、几根线，还是一张网？你从哪里看出来的？',
  },
} as const;
