/** One seat at this moment: its books, its plan, results with reasons, and the talk it could read. */
import { useMemo } from 'preact/hooks';
import type { OwnResult } from '../../shared/engine/own-result.ts';
import type { TalkLine } from '../../shared/engine/parts.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import type { DistrictLog } from '../../shared/log/jsonl.ts';
import { OwnStrip } from '../panels/head/own-strip.tsx';
import { nameOf } from '../panels/names.ts';
import { ownSentences } from '../panels/reveal/happenings.ts';
import { notHappened } from '../panels/reveal/not-happened.ts';
import { reasons } from '../panels/reveal/reasons.ts';
import { ScoreParts } from '../panels/reveal/sums.tsx';
import { t } from '../state/language.ts';
import { saidText } from '../state/said.ts';
import { planText } from './plan-text.ts';

/** `log`: may have texts beside its lines, except talk of a branch's past. */
export function SeatPanel({ view, log }: { view: SeatView; log: DistrictLog | undefined }) {
  const { texts } = log ?? {};
  const before = useMemo(() => new Set(log === undefined ? [] : saidBefore(log)), [log]);
  const { result, public: street } = view;
  const told = street.phase === 'reveal' || street.phase === 'ended' ? result : undefined;
  const plan = street.phase === 'plan' ? view.plan : told?.plan;
  const spoken = view.talk.filter(({ round }) => round === street.round);
  return (
    <section class="stack-tight seat-panel" aria-labelledby="seat-title">
      <h3 id="seat-title" class="hidden-text">
        {t('debrief.atSeat', { name: nameOf(street, view.seat) })}
      </h3>
      <OwnStrip view={view} />
      {plan !== undefined && (
        <p class="small">
          <strong>{t('debrief.colPlan')}</strong> {planText(plan)}
        </p>
      )}
      {told !== undefined && (
        <>
          <Happened sentences={happened(view, told)} />
          <ScoreParts view={view} result={told} />
        </>
      )}
      {spoken.length > 0 && (
        <>
          <h4>{t('play.talkTitle')}</h4>
          <ul class="happened small">
            {spoken.map((line) => (
              <li key={line.id}>
                <strong>{nameOf(street, line.from)}</strong>
                {line.to !== undefined && ` → ${nameOf(street, line.to)}`}: {saidIn(line, texts, before)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Fingerprints of talk in a branch's past, whose texts are not at hand. */
function saidBefore({ header: { lineage }, records }: DistrictLog): readonly string[] {
  return records.flatMap(({ seq, events }) =>
    seq > (lineage?.seq ?? 0) ? [] : events.flatMap((event) => (event.type === 'Said' ? (event.words ?? []) : [])),
  );
}

function happened(view: SeatView, told: OwnResult): readonly string[] {
  return [...ownSentences(view.public, view.seat, told.happenings), ...reasons(view, told), ...notHappened(view, told)];
}

function Happened({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul class="happened small">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function saidIn(line: TalkLine, texts: ReadonlyMap<string, string> | undefined, before: ReadonlySet<string>): string {
  if (line.down === true) return t('debrief.wordsDown');
  if (line.words === undefined) return saidText(line);
  if (before.has(line.words) && texts?.has(line.words) !== true) return t('debrief.wordsBefore');
  return texts === undefined ? t('debrief.wordsElsewhere') : (texts.get(line.words) ?? t('common.removed'));
}
