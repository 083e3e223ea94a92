/** Divides district maps into pages, few enough to be read from the last row. */

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** At 1920 × 1080, six maps of 640 pixels are readable from the last row. */
export const MAPS_A_PAGE = 6;

export function gridFor(maps: number): Grid {
  if (maps <= 1) return { columns: 1, rows: 1 };
  if (maps === 2) return { columns: 2, rows: 1 };
  if (maps <= 4) return { columns: 2, rows: 2 };
  return { columns: 3, rows: 2 };
}

/** Pages as even as possible: seven districts are four and three. */
export function pagesOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / MAPS_A_PAGE);
  const start = (page: number) => Math.ceil((page * items.length) / count);
  return Array.from({ length: count }, (_, page) => items.slice(start(page), start(page + 1)));
}
