/** Results of actions: a sentence beside the pressed button, and a mark in the rows concerned. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { WireRefusal } from '../../shared/protocol/refusals.ts';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/failure.ts';
import { districtsText } from './desk-signals.ts';
import { clearResult, type DeskResult, latestResult, resultPlaces } from './results.ts';

function whose({ districts, person }: DeskResult): string {
  return person ?? districtsText(districts);
}

/** A part of the desk that shows the results of its own actions. */
export function WithResults({ place, children }: { place: string; children: ComponentChildren }) {
  useEffect(() => {
    resultPlaces.value = new Set([...resultPlaces.peek(), place]);
    return () => {
      resultPlaces.value = new Set([...resultPlaces.peek()].filter((other) => other !== place));
    };
  }, [place]);
  return (
    <div class="stack-tight" data-results={place}>
      {children}
      <ResultLine place={place} />
    </div>
  );
}

/** Without `place`: results that no part of the page shows itself. */
export function ResultLine({ place }: { place?: string }) {
  const done = latestResult.value;
  const told = done?.place !== undefined && resultPlaces.value.has(done.place) ? done.place : undefined;
  const here = done !== undefined && told === place;
  return (
    <div class={place === undefined || here ? 'result-line' : ''} role="status">
      {here && <ResultText done={done} />}
    </div>
  );
}

function reason({ refused, about }: WireRefusal): string {
  return refusalText(refused, { ...about });
}

function ResultText({ done }: { done: DeskResult }) {
  const what = t('desk.resultOf', { what: t(`desk.did-${done.type}`), whose: whose(done) });
  if (done.state === 'asked') return <p class="soft">{t('desk.underWay', { what })}</p>;
  if (done.state === 'refused') return <Refused key={done.id} done={done} />;
  return (
    <>
      <p class="good result-done">{what}</p>
      {[...done.refusals].map(([number, refused]) => (
        <p key={number} class="error">
          {t('desk.notIn', { district: t('teach.district', { number }), why: reason(refused) })}
        </p>
      ))}
    </>
  );
}

function Refused({ done: { refused } }: { done: DeskResult }) {
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p class="row">
      <span class="error" ref={words} tabIndex={-1}>
        {refused === undefined ? t('common.unexpected') : reason(refused)}
      </span>
      <Button compact look="quiet" onClick={clearResult}>
        {t('common.understood')}
      </Button>
    </p>
  );
}

/** The last action for this district, in its row. */
export function ResultMark({ number }: { number: number }) {
  const done = latestResult.value;
  if (done === undefined || !done.inRows) return null;
  if (done.districts.length > 0 && !done.districts.includes(number)) return null;
  if (done.state === 'asked') return <span class="tag soft">…</span>;
  if (done.state === 'refused' || done.refusals.has(number)) return <span class="tag warm">✗</span>;
  return <span class="tag good">✓ {t(`desk.did-${done.type}`)}</span>;
}
