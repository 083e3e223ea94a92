/** The README in English. */
import { join } from '../../shared/i18n/en/join.ts';
import type { ReadmeText } from './readme-text.ts';
import { inEnglish } from './source.ts';

export const readmeInEnglish: ReadmeText = {
  elsewhere: '中文说明：`README.zh.md`',
  title: (classId) => `Electronics Street, class ${classId}`,
  session: ({ participants, districts, seats, scenario, openedAt, phase, rules, log }) =>
    `Participants: ${participants}, in ${districts === 1 ? 'one district' : `${districts} districts`} of ${seats} seats, scenario \`${scenario}\`,
opened ${openedAt}, class ${phase}. Rules version ${rules}, log version ${log}.`,
  named: 'This export was made **with names** (`participants.csv`, `player_name`). Keep it accordingly.',
  pseudonymous:
    'People are called P001, P002, … in the order they joined. Neither their names nor what they wrote are in this export.',
  consent: (asked, { yes, no, unanswered, erased }) =>
    asked
      ? `Everyone was asked at the door: “${join.research}” They may change their answer at any time. When this was
exported ${yes} had said yes, ${no} no, ${unanswered} nothing; ${erased} had been erased. Without names only the first are in the tables.`
      : `Nobody was asked for consent to research. ${no} said no by themselves and are left out without names; ${erased} had been erased.`,
  withheld: (districts) =>
    `Somebody in these districts gave no consent to research, took it back, or was erased: ${districts.join(', ')}. Their rows and\nvalues are left out, and so are these districts' records in \`events.jsonl\`. Totals and means of the district still count\nthem, and so do rows of others that dealt with their seat: where one value is missing it can be worked out from these.`,
  unreadable: (district) => `Could not be read and is missing from the tables: ${inEnglish(district)}.`,
  heading: ['file', 'one row (or line) is'],
  files: {
    'decisions.csv':
      'a seat in a round: the plan, who made it and when, what that seat saw, what came of it; plans that were not carried out have `executed` FALSE',
    'rounds.csv': "a district in a round, wide: measures, network, and every seat's score and income",
    'responses.csv':
      'an answer of a person: comprehension questions, reflections, predictions before the debrief, polls of the class',
    'participants.csv': 'a person: pseudonym, name, seat, and whether their part may be used for research',
    'set-aside.csv':
      'a line that a repair took out of a damaged record, as it stood there; `line` says where. The tables and `events.jsonl` go on without it',
    'gradebook.csv': 'a person, for Canvas or Moodle: work done, never the score',
    'codebook.csv':
      'a column of the tables: type, unit, meaning; made from the same definitions as the columns; `unit_zh` and `meaning_zh` say it in Chinese',
    'events.jsonl': 'the record itself: per district a header, then one record for each accepted command',
    'metadata.json':
      'the session: scenario, parameters, seeds, settings, versions, and the actors and bots of each district',
    'datapackage.json':
      'a Frictionless data package: the tables in `data/`, without byte order mark, with their schemas',
    'dataset_description.json': 'the same tables as a Psych-DS dataset',
  },
  format: `Tables are UTF-8 with a byte order mark, separated by commas; a missing value is empty; TRUE and FALSE are logical;
times are UTC, as \`2026-11-28T23:48:50.185Z\`. A text that begins with =, +, -, @ or a tab has an apostrophe before it. A spreadsheet leaves the times as
texts, and may make a number or a date of what a person wrote, such as 007 or 1/2: there import the column as text.`,
  keys: `A row of \`rounds.csv\` is named by \`class_id\`, \`district\` and \`round\`; of \`decisions.csv\` by these, \`seat\`,
\`executed\` and \`player\`. A person is \`class_id\` and \`player\`: P001 of another class is somebody else. The conditions of a
district stand in \`rounds.csv\`, from \`rules\` to \`figure_shown\`: compare classes by them, since \`treatment\` is a name that
each class gives by itself. Rounds of practice are in no table. Where \`plays_on_from\` is filled, a district goes on from another's past;
homework is what has \`late\` filled. Leave both out where classes are compared that played from the beginning.`,
  inR: 'R, with the types that the codebook has:',
  inPython: 'Python, likewise:',
  replay: `\`npm run verify -- events.jsonl\` in the game's repository replays the record and checks the fingerprint of every round.
Dropped on the page \`/debrief\`, \`events.jsonl\` can be watched again without a server.`,
  cautions: `What students wrote to each other is in \`events.jsonl\` only where names were asked for: a line of
\`electronics-street-words\` for each text, which an event \`Said\` means by its fingerprint \`words\`.
Where people mirrored a seat that another held, their plans are rows of \`decisions.csv\` too: keep \`executed\` TRUE for a row a
seat and round.
\`player_id\` is the same person in every class that plays on from another, and means nobody outside the server.
Bots decide by stated policies and are marked in \`by\`; do not count their rows as people.
Cash, knowledge and scores are in units of the game; scores of firms, universities and government bodies are not comparable.`,
};
