/** A page on a device in any browser: the operations that all browsers support. */
export interface Screen {
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page, without its closure. Argument and result are JSON. */
  run<Given, Answer>(what: (given: Given) => Answer | Promise<Answer>, given: Given): Promise<Answer>;
  /** Touches a point of the page as displayed. */
  touch(x: number, y: number): Promise<void>;
  /** Types into the focused element. */
  type(text: string): Promise<void>;
  /** The page's complaints so far, without those about an absent server. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Runs a function in a page of another protocol, and returns one string. */
export function inPage<Given>(what: (given: Given) => unknown, given: Given): string {
  return `(async () => JSON.stringify({ answer: await (${what})(${JSON.stringify(given)}) }))()`;
}

export function answerIn<Answer>(text: string): Answer {
  const { answer }: { readonly answer: Answer } = JSON.parse(text);
  return answer;
}

/** Browsers log failed and aborted requests themselves; the page reports them better. */
export function isOfTheLine(text: string): boolean {
  return /net::ERR_|WebSocket|Failed to load resource|Unable to preload CSS|can.t establish a connection|Could not connect|was interrupted while the page was loading/i.test(
    text,
  );
}
