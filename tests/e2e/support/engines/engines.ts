/** The browsers beside Chromium that a class may use, as far as installed. */
import { existsSync } from 'node:fs';
import installed from '../../../../scripts/browsers.json' with { type: 'json' };
import { openFirefox } from './firefox.ts';
import type { Screen } from './screen.ts';
import { openWebKit } from './webkit.ts';

const found = (paths: readonly (string | undefined)[]) => paths.find((path) => path !== undefined && existsSync(path));

export interface Engine {
  readonly name: string;
  /** Debian packages that `npm test` installs where possible. */
  readonly needs: string;
  /** `undefined` if not installed. */
  readonly open: (() => Promise<Screen>) | undefined;
}

function firefox(): Engine {
  const path = found([process.env.FIREFOX_PATH, ...installed.firefox]);
  const open = path === undefined ? undefined : () => openFirefox(path, 'en-GB');
  return { name: 'Firefox', needs: 'firefox-esr', open };
}

function webKit(): Engine {
  const [driver, browser, display] = [installed.webKitDriver, installed.webKit, installed.display].map(found);
  const here = driver !== undefined && browser !== undefined && display !== undefined;
  const open = here ? () => openWebKit({ driver, browser, display }) : undefined;
  return { name: 'WebKitGTK', needs: 'webkit2gtk-driver and xvfb', open };
}

export const ENGINES: readonly Engine[] = [firefox(), webKit()];
