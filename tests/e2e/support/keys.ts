/** A keyboard user: moves with Tab and arrows, and checks where the focus is. */
import type { Page } from 'playwright-core';

export interface Stop {
  readonly role: string;
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  /** The focus is on the page itself, hence lost. */
  readonly lost: boolean;
  /** A focus ring is visible on the element or its stand-in. */
  readonly ringed: boolean;
  /** Not fully covered by a sticky element, nor out of view. */
  readonly seen: boolean;
}

export interface Keyboard {
  /** Faults found on the way, one line each. */
  readonly faults: readonly string[];
  here(): Promise<Stop>;
  press(key: string, times?: number): Promise<void>;
  /** Tabs until a control of this name (and role) has the focus. */
  tabTo(name: string | RegExp, role?: string): Promise<Stop>;
}

const FARTHEST = 120;

export function keyboardOf(page: Page): Keyboard {
  const faults: string[] = [];
  const here = () => page.evaluate(look);
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  return {
    faults,
    here,
    press,
    async tabTo(name, role) {
      for (let step = 0; step < FARTHEST; step += 1) {
        await press('Tab');
        const stop = await here();
        if (!stop.lost && !stop.ringed) faults.push(`no ring around ${stop.role} “${stop.name}”`);
        if (!stop.lost && !stop.seen) faults.push(`hidden while it has the focus: ${stop.role} “${stop.name}”`);
        const named = typeof name === 'string' ? stop.name === name : name.test(stop.name);
        if (named && (role === undefined || stop.role === role)) return stop;
      }
      throw new Error(`no way by Tab to ${role ?? 'a control'} “${name}”; the focus is on “${(await here()).name}”`);
    },
  };
}

/** Runs in the page. */
function look(): Stop {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) {
    const nothing = { role: '', name: '', value: '', checked: false, disabled: false };
    return { ...nothing, lost: true, ringed: false, seen: false };
  }
  const input = element instanceof HTMLInputElement ? element : undefined;
  const label = input?.labels?.[0];
  const native: Readonly<Record<string, string>> = {
    A: 'link',
    BUTTON: 'button',
    SELECT: 'combobox',
    SUMMARY: 'summary',
  };
  const kinds: Readonly<Record<string, string>> = { range: 'slider', radio: 'radio', checkbox: 'checkbox' };
  const role =
    element.getAttribute('role') ?? (input === undefined ? native[element.tagName] : kinds[input.type]) ?? 'textbox';
  const name = element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent;
  const frames = [element, element.closest('label')].filter((frame) => frame !== null);
  const ringed = frames.some((frame) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(frame);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  const frame = element.closest('label') ?? element;
  const { left, top, width, height } = frame.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((share) => {
    const found = document.elementFromPoint(left + width / 2, top + height * share);
    return found !== null && (frame.contains(found) || found.contains(element));
  });
  return {
    role,
    name: name.trim(),
    value: input?.value ?? '',
    checked: input?.checked ?? false,
    disabled: element.getAttribute('aria-disabled') === 'true',
    lost: false,
    ringed,
    seen,
  };
}
