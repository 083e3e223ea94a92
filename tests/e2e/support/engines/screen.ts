/** One page on one device, in whichever browser: as much as all of them can do. */
export interface Screen {
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs in the page, with nothing of what is around it here. What goes in and comes out is JSON. */
  run<Given, Answer>(what: (given: Given) => Answer | Promise<Answer>, given: Given): Promise<Answer>;
  /** A finger at a place of the page as it is shown. */
  touch(x: number, y: number): Promise<void>;
  /** Keys, to what has the focus. */
  type(text: string): Promise<void>;
  /** What the page complained about so far; that a server is away is left out. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Lets a page of another protocol than Chromium's run what is given, and answer in one string. */
export function inPage<Given>(what: (given: Given) => unknown, given: Given): string {
  return `(async () => JSON.stringify({ answer: await (${what})(${JSON.stringify(given)}) }))()`;
}

export function answerIn<Answer>(text: string): Answer {
  const { answer }: { readonly answer: Answer } = JSON.parse(text);
  return answer;
}

/** Browsers say so themselves when a request fails or its page is left, and the page says it better. */
export function isOfTheLine(text: string): boolean {
  return /net::ERR_|WebSocket|Failed to load resource|Unable to preload CSS|can.t establish a connection|Could not connect|was interrupted while the page was loading/i.test(
    text,
  );
}
