/** Paths of the game's pages. The server answers each with the same document, which routes by itself. */
export const PATHS = ['/', '/play', '/teach', '/project', '/practice', '/debrief', '/components'] as const;
export type Path = (typeof PATHS)[number];
