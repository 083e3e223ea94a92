/** As much of it as the tests use: the package's types do not say that this is what the file exports. */
declare module 'selenium-webdriver/bidi/index.js' {
  import type { EventEmitter } from 'node:events';

  /** A WebDriver BiDi connection. Events are emitted under the names of their methods. */
  export default class Bidi extends EventEmitter {
    constructor(url: string);
    send(command: { readonly method: string; readonly params: object }): Promise<unknown>;
    close(): Promise<unknown>;
  }
}
