/** The README that goes with the data: for somebody who gets the zip and knows nothing else. */
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import { LOG_VERSION } from '../../shared/log/record.ts';
import type { ExportSource } from './source.ts';

export function readme({ classId, state, districts, named, unreadable }: ExportSource): string {
  const { opened, players, phase } = state;
  const people = named
    ? 'This export was made **with names** (`participants.csv`, `player_name`). Keep it accordingly.'
    : 'People are called P001, P002, … in the order they joined. Their names are not in this export.';
  const damage = unreadable.map((line) => `\nCould not be read and is missing from the tables: ${line}.\n`).join('');
  return `# Electronics Street, class ${classId}

Participants: ${players.length}, in ${districts.length === 1 ? 'one district' : `${districts.length} districts`} of ${opened.seatsPerDistrict} seats, scenario \`${opened.scenario}\`,
opened ${new Date(state.openedAt).toISOString()}, class ${phase}. Rules version ${RULES_VERSION}, log version ${LOG_VERSION}.

${people}
${damage}
| file | one row (or line) is |
|---|---|
| \`decisions.csv\` | a seat in a round: the plan, who made it and when, what that seat saw, what came of it; plans that were not carried out have \`executed\` FALSE |
| \`rounds.csv\` | a district in a round, wide: measures, network, and every seat's score and income |
| \`responses.csv\` | an answer of a person: comprehension questions, reflections, predictions before the debrief |
| \`codebook.csv\` | a column of the tables: type, unit, meaning; made from the same definitions as the columns |
| \`events.jsonl\` | the record itself: per district a header, then one record for each accepted command |
| \`metadata.json\` | the session: scenario, parameters, seeds, settings, versions, who sat where |

Tables are UTF-8 with a byte order mark, separated by commas; a missing value is empty; TRUE and FALSE are logical;
times are UTC. A text that begins with =, +, -, @ or a tab has an apostrophe before it. A spreadsheet leaves the times as
texts, and may make a number or a date of what a person wrote, such as 007 or 1/2: there import the column as text.

R:

    library(readr)
    decisions <- read_csv("decisions.csv")

Python:

    import pandas
    decisions = pandas.read_csv("decisions.csv", encoding="utf-8-sig", dtype={"figure": "string"})

\`npm run verify -- events.jsonl\` in the game's repository replays the record and checks the fingerprint of every round.
Dropped on the page \`/debrief\`, \`events.jsonl\` can be watched again without a server.

What students wrote to each other is in \`events.jsonl\` (events \`Said\`) as they wrote it, and may hold names.
Where people mirrored a seat that another held, their plans are rows of \`decisions.csv\` too: keep \`executed\` TRUE for a row a
seat and round.
Bots decide by stated policies and are marked in \`by\`; do not count their rows as people.
Cash, knowledge and scores are in units of the game; scores of firms, universities and government bodies are not comparable.
`;
}
