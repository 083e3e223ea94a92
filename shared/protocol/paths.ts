/** The pages of the game: the server answers each with the same document, which shows what stands there. */
export const PATHS = ['/', '/play', '/teach', '/project', '/practice', '/debrief', '/components'] as const;
export type Path = (typeof PATHS)[number];
