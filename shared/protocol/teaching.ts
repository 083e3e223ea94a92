/** Teaching pages, built from docs/teaching. */
export const TEACHING_PAGES = ['lesson-plans', 'facilitator-notes', 'debrief-questions', 'mechanics'] as const;
export type TeachingPage = (typeof TEACHING_PAGES)[number];

export function teachingPath(page: TeachingPage, language: string): string {
  return `/teaching/${language}/${page}.html`;
}
