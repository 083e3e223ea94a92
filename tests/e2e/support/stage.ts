/** Set-up of a file of browser tests: opened before its tests, closed after them. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openStreet, type Street } from '../../../scripts/pictures/street.ts';
import { type ServerProcess, startProcess } from '../../support/child.ts';
import { freePort } from '../../support/ports.ts';
import { newFolder } from '../../support/server.ts';
import { openShell } from './browser.ts';

function opened<T>(what: T | undefined): T {
  if (what === undefined) throw new Error('nothing is open before the tests begin');
  return what;
}

interface BrowserStage {
  readonly browser: Browser;
}

function withBrowser(open = openShell): BrowserStage {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await open();
  });
  afterAll(() => browser?.close());
  return {
    get browser() {
      return opened(browser);
    },
  };
}

export interface ServerStage extends BrowserStage {
  readonly server: ServerProcess;
  readonly folder: string;
  /** Restarts on the same port and data, after the test has ended the server. */
  startAgain(): Promise<void>;
}

/** A server as a child process. `open`: which Chromium; by default the one without windows. */
export function serverAndBrowser(open = openShell): ServerStage {
  let folder: string | undefined;
  let server: ServerProcess | undefined;
  let port = 0;
  const start = async () => {
    server = await startProcess(opened(folder), port);
  };
  beforeAll(async () => {
    folder = await newFolder();
    port = await freePort();
    await start();
  });
  const stage = withBrowser(open);
  afterAll(async () => {
    await server?.end('SIGKILL');
    await rm(opened(folder), { recursive: true, force: true });
  });
  return {
    get browser() {
      return stage.browser;
    },
    get server() {
      return opened(server);
    },
    get folder() {
      return opened(folder);
    },
    startAgain: start,
  };
}

export interface StreetStage extends BrowserStage {
  readonly street: Street;
}

/** A server in this process, with the tools of the pictures' scenes. `open` as above. */
export function streetAndBrowser(open = openShell): StreetStage {
  let street: Street | undefined;
  beforeAll(async () => {
    street = await openStreet(join(import.meta.dirname, '../../../dist/client'));
  });
  const stage = withBrowser(open);
  afterAll(() => street?.close());
  return {
    get browser() {
      return stage.browser;
    },
    get street() {
      return opened(street);
    },
  };
}
