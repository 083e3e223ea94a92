/** Words used on more than one page. */
export const common = {
  appName: 'Electronics Street',
  tagline: 'Zhong’guancun, 1984 to 1995: twelve years to build something together',
  languageName: 'English',
  loading: 'Loading…',
} as const;
