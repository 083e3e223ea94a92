/** Files of many kinds in any order: one entry per class, each district once. */
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../shared/debrief/chronicle.ts';
import { collect } from '../../shared/debrief/collection.ts';
import { type Source, sourceFrom, sourcesIn } from '../../shared/debrief/open.ts';
import { RECORDED, whatIf } from '../../shared/debrief/rerun.ts';
import { seriesOf } from '../../shared/debrief/series.ts';
import { type DistrictLog, serialise } from '../../shared/log/jsonl.ts';
import { linked } from '../../shared/log/links.ts';
import { foundedOf, makeHeader } from '../../shared/log/record.ts';
import { recorded } from './districts.ts';

function inClass(classId: string, districtNumber: number, seed: number): DistrictLog {
  const log = recorded({ seed });
  const header = makeHeader(foundedOf(log.header), {
    districtId: `${classId}-${districtNumber}`,
    districtNumber,
    classId,
  });
  const records: DistrictLog['records'][number][] = [];
  for (const { link: _, ...record } of log.records) records.push(linked(record, records.at(-1)?.link ?? header.link));
  return { header, records };
}

const [a1, a2, b1] = [inClass('ka', 1, 11), inClass('ka', 2, 12), inClass('kb', 1, 13)];
const source = (name: string, ...logs: readonly DistrictLog[]): Source => sourceFrom(name, serialise(...logs));
const shapeOf = (sources: readonly Source[]) =>
  collect(sources).classes.map(({ title, logs }) => [title, logs.map(({ header }) => header.districtId)]);

describe('several files', () => {
  test('are the classes they are of, in the order they came', () => {
    expect(shapeOf([source('b.jsonl', b1), source('2026/a2.jsonl', a2), source('a1.jsonl', a1)])).toEqual([
      ['b', ['kb-1']],
      ['a2', ['ka-1', 'ka-2']],
    ]);
  });

  test('a log given twice counts once, and so does its own beginning: the longer one', () => {
    const early = { ...a1, records: a1.records.slice(0, 60) };
    for (const files of [
      [source('early.jsonl', early), source('late.jsonl', a1)],
      [source('late.jsonl', a1), source('early.jsonl', early)],
      [source('late.jsonl', a1), source('again.jsonl', a1)],
    ]) {
      const { classes, doubled } = collect(files);
      expect(classes.map(({ logs }) => logs.map(({ records }) => records.length))).toEqual([[a1.records.length]]);
      expect(doubled).toEqual([{ source: files[1]?.name, districtId: 'ka-1', what: 'counted-once' }]);
    }
  });

  test('a district without a number stands before the first', () => {
    const { districtNumber: _, ...header } = a2.header;
    const unnumbered: Source = { ...source('a2.jsonl', a2), logs: [{ ...a2, header }] };
    expect(shapeOf([source('a1.jsonl', a1), unnumbered])).toEqual([['a1', ['ka-2', 'ka-1']]]);
  });

  test('a class has the name that a zip gives it, whenever that comes, else the first file’s', () => {
    const titled = (name: string, log: DistrictLog): Source => ({ ...source(name, log), title: 'Monday' });
    const titles = (...sources: readonly Source[]) => collect(sources).classes.map(({ title }) => title);
    expect(titles(source('one.jsonl', a1), titled('class.zip', a1))).toEqual(['Monday']);
    expect(titles(source('one.jsonl', a1), titled('class.zip', a2))).toEqual(['Monday']);
    expect(titles(titled('class.zip', a1), source('one.jsonl', a1), source('two.jsonl', a2))).toEqual(['Monday']);
    expect(titles(source('one.jsonl', a1), source('two.ndjson', a2))).toEqual(['one']);
    expect(titles(source('one.jsonl', a1), titled('other.zip', inClass('ka', 1, 99)))).toEqual(['one']);
  });

  test('two stories of one district: the first one counts, and it is said', () => {
    const { classes, doubled } = collect([source('one.jsonl', a1), source('other.jsonl', inClass('ka', 1, 99))]);
    expect(classes[0]?.logs.map(({ header }) => header.seed)).toEqual([11]);
    expect(doubled).toEqual([{ source: 'other.jsonl', districtId: 'ka-1', what: 'conflict' }]);
  });

  test('a saved what-if is a district of its own', () => {
    const deciders = a1.header.actors.map(() => RECORDED);
    const asked = whatIf(a1, { from: 4, deciders, changes: [{ kind: 'noShock' }] });
    if ('refused' in asked) throw new Error(asked.refused);
    const { classes, doubled } = collect([source('a.jsonl', a1), source('what-if.jsonl', asked.log)]);
    expect(doubled).toEqual([]);
    expect(classes.map(({ logs }) => logs.length)).toEqual([2]);
  });

  test('twenty districts of twenty files are read, checked, folded and measured in less than a second', () => {
    const files = Array.from({ length: 20 }, (_, index) =>
      new TextEncoder().encode(serialise(inClass(`k${index}`, 1, 100 + index))),
    );
    // CPU time of this thread, independent of other load.
    const before = process.threadCpuUsage();
    const { classes } = collect(files.flatMap((bytes, index) => sourcesIn(`${index}.jsonl`, bytes)));
    const rows = classes.flatMap(({ logs }) => logs.map((log) => seriesOf(chronicleOf(log)).length));
    const { user, system } = process.threadCpuUsage(before);
    expect(rows).toEqual(new Array(20).fill(12));
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});
