/** A student in any browser: reads what is shown, touches controls by name, and waits for them. */
import { PATIENCE_MS, pause } from '../../../support/waiting.ts';
import type { words } from '../words.ts';
import type { Screen } from './screen.ts';

const MOST_TAPS = 24;

export interface Hand {
  readonly says: ReturnType<typeof words>;
  sees(text: string): Promise<void>;
  seesNoMore(text: string): Promise<void>;
  /** Waits for a button, link or tab of this name and touches it. */
  press(name: string): Promise<void>;
  /** Types into the field with this label. */
  write(label: string, text: string): Promise<void>;
  /** Returns the first of these names that appears. */
  either(...names: readonly string[]): Promise<string>;
  /** Touches uses in turn until no point is left. */
  placeAll(): Promise<void>;
  /** Text of every element that matches the selector. */
  read(selector: string): Promise<readonly string[]>;
}

/** What to touch: the first match of the selector with one of the names, or the n-th match. */
interface Target {
  readonly selector: string;
  readonly names?: readonly string[];
  readonly turn?: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

const CONTROLS = 'button, a[href], [role="tab"]';
const CHIPS = 'form:has(.token:not(.spent)) .chip-more[aria-disabled="false"]';

export function handOf(screen: Screen, says: Hand['says']): Hand {
  const eventually = async <T>(what: string, look: () => Promise<T | false>): Promise<T> => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== false) return found;
      if (Date.now() > end) throw new Error(`no ${what} in: ${await screen.run(textOf, 'main, [role="status"]')}`);
      await pause(30);
    }
  };
  const shows = async (text: string) => (await screen.run(textOf, 'body')).join().includes(text);
  /** Retries if the target moved under the finger. */
  const touch = async (what: string, target: Target) => {
    for (;;) {
      const { x, y } = await eventually(what, () => screen.run(placeOf, target));
      await screen.touch(x, y);
      if (await screen.run(wasTouched, undefined)) return;
      await pause(100);
      if (await screen.run(wasTouched, undefined)) return;
    }
  };
  const read = (selector: string) => screen.run(textOf, selector);
  return {
    says,
    async sees(text) {
      await eventually(`“${text}”`, () => shows(text));
    },
    async seesNoMore(text) {
      await eventually(`end of “${text}”`, async () => !(await shows(text)));
    },
    press: (name) => touch(`button “${name}”`, { selector: CONTROLS, names: [name] }),
    async write(label, text) {
      await touch(`field “${label}”`, { selector: 'input', names: [label] });
      await screen.type(text);
    },
    async either(...names) {
      const one = `button “${names.join('” or “')}”`;
      return (await eventually(one, () => screen.run(placeOf, { selector: CONTROLS, names }))).name;
    },
    async placeAll() {
      for (let turn = 0; turn < MOST_TAPS && (await read(CHIPS)).length > 0; turn += 1) {
        await touch('chip', { selector: CHIPS, turn });
      }
    },
    read,
  };
}

/* The functions below run in the page, each on its own. */

function textOf(selector: string): readonly string[] {
  return [...document.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').trim());
}

/** Position of the target once it is still and uncovered. */
async function placeOf({ selector, names, turn = 0 }: Target): Promise<Place | false> {
  const nameOf = (control: HTMLElement) => {
    const label = control instanceof HTMLInputElement ? control.labels?.[0] : control;
    return (control.getAttribute('aria-label') ?? label?.textContent ?? '').trim();
  };
  const usable = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (control) =>
      control.checkVisibility() &&
      !control.matches(':disabled, [aria-disabled="true"]') &&
      (names?.some((name) => nameOf(control) === name || (selector === 'input' && nameOf(control).includes(name))) ??
        true),
  );
  const control = usable[turn % Math.max(1, usable.length)];
  if (control === undefined) return false;
  const name = nameOf(control);
  control.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = control.getBoundingClientRect();
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const { left, top, width, height } = control.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  const isStill = left === before.left && top === before.top;
  if (!isStill || !control.contains(document.elementFromPoint(x, y))) return false;
  window.touched = false;
  const touched = () => {
    window.touched = true;
  };
  control.addEventListener('click', touched, { capture: true, once: true });
  return { x, y, name };
}

/** Whether the last target received the touch. */
function wasTouched(): boolean {
  return window.touched === true;
}

declare global {
  interface Window {
    touched?: boolean;
  }
}
