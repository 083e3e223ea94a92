/** That an action took effect, or why not: in words beside the buttons, and as a mark in the rows it was for. */
import { list, t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { refusalText } from '../ui/failure.ts';
import { type Deed, deed, forget } from './deeds.ts';

function whose({ districts, person }: Deed): string {
  if (person !== undefined) return person;
  if (districts.length === 0) return t('desk.wholeClass');
  return list(districts.map((number) => t('teach.district', { number })));
}

export function DeedLine() {
  const done = deed.value;
  return (
    <div class="deed-line" role="status">
      {done !== undefined && <DeedWords done={done} />}
    </div>
  );
}

function DeedWords({ done }: { done: Deed }) {
  const what = t('desk.deedOf', { what: t(`desk.did-${done.type}`), whose: whose(done) });
  if (done.state === 'asked') return <p class="soft">{t('desk.underWay', { what })}</p>;
  if (done.state === 'refused') {
    return (
      <p class="row">
        <span class="error">{done.refused === undefined ? t('common.unexpected') : refusalText(done.refused)}</span>
        <Button compact look="quiet" onClick={forget}>
          {t('common.understood')}
        </Button>
      </p>
    );
  }
  return (
    <>
      <p class="good deed-done">{what}</p>
      {[...done.refusals].map(([number, refused]) => (
        <p key={number} class="error">
          {t('desk.notIn', { district: t('teach.district', { number }), why: refusalText(refused) })}
        </p>
      ))}
    </>
  );
}

/** In the row of one district: the last action that was for it. */
export function DeedMark({ number }: { number: number }) {
  const done = deed.value;
  if (done === undefined || !done.inRows) return null;
  if (done.districts.length > 0 && !done.districts.includes(number)) return null;
  if (done.state === 'asked') return <span class="tag soft">…</span>;
  if (done.state === 'refused' || done.refusals.has(number)) return <span class="tag warm">✗</span>;
  return <span class="tag good">✓ {t(`desk.did-${done.type}`)}</span>;
}
