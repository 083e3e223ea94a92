/**
 * A class that plays, open on every kind of page behind a faulty network, and the time until each page says that its
 * content may be old. The join page has no phase: somebody joins, and it must say something.
 */
import type { Browser, Page } from 'playwright-core';
import type { Phase } from '../../../shared/engine/parts.ts';
import { type Detour, detourTo } from '../../support/detour.ts';
import { post } from '../../support/http.ts';
import { sitAtDesk } from '../../support/player.ts';
import { KEY } from '../../support/server.ts';
import { pause, until } from '../../support/waiting.ts';
import { LAPTOP, PHONE, person } from './browser.ts';
import { words } from './words.ts';

const says = words('en');
const TROUBLE = [
  says('common.reconnecting'),
  says('desk.reconnecting'),
  says('project.reconnecting'),
  says('common.line-unreachable'),
];
/** A code of no class, so the join page says so while it gets an answer. */
const NO_CODE = 'ZZZZZZ';
const ANSWERED = says('refusals.class-unknown');
const NOTICE_MS = 1_000;

type Times = Readonly<Record<string, number>>;

export interface OpenedClass {
  readonly classId: string;
  readonly code: string;
  readonly projectorLink: string;
  readonly assistantLink: string;
}

export interface FivePages {
  readonly detour: Detour;
  /** URL through the detour. */
  readonly url: string;
  readonly opened: OpenedClass;
  readonly pages: Readonly<Record<'join' | 'play' | 'observer' | 'wall' | 'desk', Page>>;
  /** Milliseconds from the fault until each page says that it may be old. */
  noticedAfter(what: () => void): Promise<Times>;
  /** Milliseconds until each page with a phase shows this one, or says that it may be old. */
  currentOrSaidAfter(phase: Phase, what: () => void): Promise<Times>;
  /** Waits until no page reports trouble. */
  calm(): Promise<void>;
  /** Moves the class on by one phase. */
  advance(): Promise<Phase>;
}

export async function openClassOf(url: string, seatsPerDistrict = 4): Promise<OpenedClass> {
  const request = { clockMode: 'desk', seatsPerDistrict, leftovers: 'observe' };
  const { body } = await post(`${url}/api/classes`, request, KEY);
  const { classId, code, projectorLink, assistantLink } = body as Record<keyof OpenedClass, string>;
  return { classId, code, projectorLink, assistantLink };
}

export const wallOf = ({ code, projectorLink }: OpenedClass) => `/project#code=${code}&link=${projectorLink}`;

export async function visit(browser: Browser, address: string, viewport = LAPTOP): Promise<Page> {
  const { page } = await person(browser, { locale: 'en-GB', viewport });
  await page.goto(address);
  return page;
}

/** On the join page, with everything filled in. */
async function atTheDoor(browser: Browser, url: string, code: string, name: string): Promise<Page> {
  const page = await visit(browser, `${url}/?code=${code}`, PHONE);
  await page.getByLabel(says('join.name'), { exact: true }).fill(name);
  return page;
}

export async function joined(browser: Browser, url: string, code: string, name: string): Promise<Page> {
  const page = await atTheDoor(browser, url, code, name);
  await page.getByRole('button', { name: says('join.join'), exact: true }).click();
  return page;
}

export async function openFivePages(browser: Browser, server: string): Promise<FivePages> {
  const detour = await detourTo(Number(new URL(server).port));
  const url = `http://127.0.0.1:${detour.port}`;
  const opened = await openClassOf(server);
  const students: Page[] = [];
  for (const name of ['Ada', 'Bo', 'Cy', 'Di', 'Eve']) {
    const page = await joined(browser, url, opened.code, name);
    await page.getByRole('heading', { name: says('play.seatKept', { name }) }).waitFor();
    students.push(page);
  }
  const start = await sitAtDesk(server, opened.classId);
  await start.ask({ type: 'startClass' });
  await start.close();
  const observer = await observing(students);
  const play = students.find((page) => page !== observer);
  if (play === undefined) throw new Error('nobody sits');
  const wall = await visit(browser, `${url}${wallOf(opened)}`);
  const desk = await visit(browser, `${url}/teach#code=${opened.code}&link=${opened.assistantLink}`);
  await desk.getByRole('button', { name: says('course.on-plans'), exact: true }).waitFor();
  const join = await atTheDoor(browser, url, NO_CODE, 'Fay');
  const pages = { join, play, observer, wall, desk };
  const showing = { play, observer, wall, desk };
  return {
    detour,
    url,
    opened,
    pages,
    async noticedAfter(what) {
      await join.goto(`${url}/?code=${NO_CODE}`);
      await join.getByLabel(says('join.name'), { exact: true }).fill('Fay');
      await Promise.all(Object.values(pages).map((page) => watch(page)));
      const began = Date.now();
      what();
      await join.getByRole('button', { name: says('join.join'), exact: true }).click();
      return timed(pages, began);
    },
    async currentOrSaidAfter(phase, what) {
      const began = Date.now();
      what();
      await Promise.all(Object.values(showing).map((page) => watch(page, phase)));
      return timed(showing, began);
    },
    async calm() {
      // A line broken just now is noticed first.
      await pause(NOTICE_MS);
      const all = Object.values(pages);
      await Promise.all(all.map((page) => page.waitForFunction(isCalm, TROUBLE)));
    },
    advance: () => advance(server, opened.classId),
  };
}

/** Moves the class's first district on by some phases without these pages. */
export async function advance(server: string, classId: string, times = 1): Promise<Phase> {
  const line = await sitAtDesk(server, classId);
  let { phase, round } = await until('the phase', () => line.latest()?.districts[0]);
  for (let time = 0; time < times; time += 1) {
    await line.ask({ type: 'advance' });
    const next = await until('the next phase', () => {
      const now = line.latest()?.districts[0];
      return (now?.phase !== phase || now.round !== round) && now;
    });
    ({ phase, round } = next);
  }
  await line.close();
  return phase;
}

/** Times by name of page. */
async function timed(pages: Readonly<Record<string, Page>>, began: number): Promise<Times> {
  const times = Object.entries(pages).map(async ([name, page]) => {
    const ms = (await saidAt(page)) - began;
    if (ms < 0) throw new Error(`${name} was in trouble ${-ms} ms before anything was done`);
    return [name, ms] as const;
  });
  return Object.fromEntries(await Promise.all(times));
}

function observing(students: readonly Page[]): Promise<Page> {
  const observes = async (page: Page) => {
    await page.getByRole('heading', { name: says('classroom.observeTitle', { number: 1 }) }).waitFor();
    return page;
  };
  return Promise.any(students.map(observes));
}

/** Records when a page reports trouble, or shows the given phase, by the page's clock, which the test controls. */
function watch(page: Page, phase?: Phase): Promise<void> {
  const labels = phase === undefined ? [] : [says(`play.phase-${phase}`), says(`play.tab-${phase}`)];
  return page.evaluate(
    ({ texts, labels }) => {
      delete window.saidAt;
      const look = () => {
        if (window.saidAt !== undefined) return;
        const shown = [...document.querySelectorAll('.timeline .phase, main p.row strong, .wall-phase, td')];
        const current = shown.some((place) => labels.some((label) => place.textContent?.trim().startsWith(label)));
        if (current || texts.some((text) => document.body.textContent?.includes(text))) window.saidAt = Date.now();
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
      look();
    },
    { texts: [...TROUBLE, ANSWERED], labels },
  );
}

async function saidAt(page: Page): Promise<number> {
  const at = await page.waitForFunction(() => window.saidAt);
  return (await at.jsonValue()) ?? 0;
}

function isCalm(texts: readonly string[]): boolean {
  return !texts.some((text) => document.body.textContent?.includes(text));
}

declare global {
  interface Window {
    saidAt?: number;
  }
}
