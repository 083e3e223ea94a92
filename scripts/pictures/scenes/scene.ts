/** Tools of a scene. */
import type { Browser } from 'playwright-core';
import type { Look } from '../camera.ts';
import type { Street } from '../street.ts';

export interface Stage {
  readonly browser: Browser;
  readonly street: Street;
  readonly look: Look;
}

export type Scene = (stage: Stage) => Promise<void>;
