/** Rosters from Moodle, Canvas and spreadsheets: everybody is found once, and nobody is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRoster, rosterText } from '../../client/desk/setup/roster-text.ts';

const lines = (...all: readonly string[]) => all.join('\n');

describe('a pasted list', () => {
  test('keeps six people whose names are written "Family, Given"', () => {
    const read = readRoster(
      lines('Müller, Anna', 'Müller, Ben', 'Smith, John', 'Smith, Jane', '王, 芳', 'O’Neil, Seán'),
    );
    expect(read.labels).toEqual([
      'Müller, Anna',
      'Müller, Ben',
      'Smith, John',
      'Smith, Jane',
      '王, 芳',
      'O’Neil, Seán',
    ]);
    expect(read).toMatchObject({ form: 'lines', alike: [], empty: [], tooLong: [] });
  });

  test('reads plain lines, and says which of them are empty', () => {
    expect(readRoster(lines('Ada', '', 'Bo', '', ''))).toMatchObject({ labels: ['Ada', 'Bo'], empty: [2] });
  });

  test('tells two of the same name apart by number, or by what else stands in the row', () => {
    expect(readRoster(lines('Ann Lee', 'Bo', 'ann lee'))).toMatchObject({
      labels: ['Ann Lee (1)', 'Bo', 'ann lee (2)'],
      alike: ['ann lee'],
    });
    expect(readRoster(lines('Ann Lee\t2001', 'Bo\t2002', 'Ann Lee\t2003')).labels).toEqual([
      'Ann Lee (2001)',
      'Bo',
      'Ann Lee (2003)',
    ]);
  });

  test('joins two columns of names and leaves numbers, addresses and groups out', () => {
    const read = readRoster(
      lines('Anna;Müller;a@x.org;Group A', 'Ben;Müller;b@x.org;Group A', 'Cy;Ito;c@x.org;Group A'),
    );
    expect(read).toMatchObject({ form: 'columns', labels: ['Anna Müller', 'Ben Müller', 'Cy Ito'] });
  });

  test('reads a column of numbers before the names, and Chinese commas', () => {
    expect(readRoster(lines('2001，王芳', '2002，李娜')).labels).toEqual(['王芳', '李娜']);
  });
});

describe('the export of a learning platform', () => {
  test('Canvas: quoted names, the row of points and the test student', () => {
    const read = readRoster(
      lines(
        'Student,ID,SIS User ID,SIS Login ID,Section,Essay (123)',
        '    Points Possible,,,,,10',
        '"Müller, Anna",11,u11,anna,A,9',
        '"Li, Na",12,u12,na,A,',
        '"Student, Test",13,,,A,',
      ),
    );
    expect(read).toMatchObject({ form: 'canvas', labels: ['Müller, Anna', 'Li, Na'], empty: [] });
  });

  test('Moodle: given and family name in two columns, in either order', () => {
    const header = 'First name,Last name,ID number,Email address';
    expect(readRoster(lines(header, 'Anna,Müller,7,a@x.org', 'Ann,Lee,8,b@x.org', 'Ann,Lee,9,c@x.org'))).toMatchObject({
      form: 'moodle',
      labels: ['Anna Müller', 'Ann Lee (8)', 'Ann Lee (9)'],
    });
    expect(readRoster(lines('lastname\tfirstname\tidnumber', 'Müller\tAnna\t7')).labels).toEqual(['Anna Müller']);
    expect(readRoster(lines('姓,名,学号', '王,芳,1', '李,娜,2')).labels).toEqual(['王芳', '李娜']);
  });

  test('what tells the platform who is meant goes with the label, and comes back out of a kept set-up', () => {
    const canvas = lines(
      'Student,ID,SIS User ID,SIS Login ID,Section',
      '"Müller, Anna",11,u11,anna,A',
      '"Li, Na",12,u12,na,A',
    );
    const read = readRoster(canvas);
    expect(read.known[0]).toEqual({ student: 'Müller, Anna', id: '11', userId: 'u11', loginId: 'anna', section: 'A' });
    const moodle = readRoster(lines('First name,Last name,ID number,Email address', 'Anna,Müller,7,a@x.org'));
    expect(moodle.known).toEqual([{ idNumber: '7', email: 'a@x.org' }]);
    expect(readRoster(lines('Ada', 'Bo')).known).toEqual([undefined, undefined]);
    for (const { labels, known } of [read, moodle]) {
      const kept = rosterText(labels.map((label, place) => ({ label, sis: known[place] ?? {} })));
      const again = readRoster(kept);
      expect(again.labels).toEqual(labels);
      expect(again.known).toMatchObject(known);
    }
  });

  test('one column under a heading', () => {
    expect(readRoster(lines('Name', 'Müller, Anna', 'Bo')).labels).toEqual(['Müller, Anna', 'Bo']);
  });

  test('a name over the limit is named', () => {
    const long = 'Abcdefgh '.repeat(8).trim();
    expect(readRoster(lines('Ada', long)).tooLong).toEqual([long]);
  });
});

test('of any list of names each line is somebody, and no two labels are the same', () => {
  const heading = /^(?:student|name|full ?name|student name|test student|points possible)$/i;
  const name = fc.stringMatching(/^[A-Za-zÀ-ÿ]{1,8}( [A-Za-z]{1,8})?$/).filter((each) => !heading.test(each));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 40 }), (names) => {
      const { labels, form } = readRoster(names.join('\n'));
      expect(form).toBe('lines');
      expect(labels).toHaveLength(names.length);
      expect(new Set(labels).size).toBe(labels.length);
    }),
  );
});
