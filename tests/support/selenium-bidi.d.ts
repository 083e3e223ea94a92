/** Types of the parts that the tests use, because the package's types miss this export. */
declare module 'selenium-webdriver/bidi/index.js' {
  import type { EventEmitter } from 'node:events';

  /** A WebDriver BiDi connection. Events are emitted under their method's name. */
  export default class Bidi extends EventEmitter {
    constructor(url: string);
    send(command: { readonly method: string; readonly params: object }): Promise<unknown>;
    close(): Promise<unknown>;
  }
}
