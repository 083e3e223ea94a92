/** The same load for all servers: seats and groups, plans of 200 bytes, views as large as the game's. */

export const GROUP_SIZE = 12;

/** A value of this many bytes as JSON, with content like a view's. */
export function viewOf(bytes: number): unknown {
  const rows: { readonly seat: number; readonly knowledge: number; readonly cash: number; readonly kind: string }[] =
    [];
  const view = { phase: 'reveal', round: 3, rows };
  while (JSON.stringify({ view }).length < bytes) {
    rows.push({
      seat: rows.length % 12,
      knowledge: 4.25 + rows.length / 7,
      cash: 12.5 - rows.length / 3,
      kind: 'firm',
    });
  }
  return view;
}

/** About 200 bytes. */
export function planOf(id: string): unknown {
  return {
    id,
    round: 3,
    action: {
      type: 'filePlan',
      plan: { kind: 'firm', trade: 3, research: 2, shares: [{ to: 4, points: 1 }], deal: { kind: 'none' } },
    },
  };
}

/** Milliseconds on the machine's monotonic clock, the same in every process. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
