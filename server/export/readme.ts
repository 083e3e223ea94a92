/** The READMEs that go with the data: for somebody who gets the zip and knows nothing else. One layout, two languages. */
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { LOG_VERSION } from '../../shared/log/record.ts';
import { readmeInEnglish } from './readme-en.ts';
import { DESCRIBED, type Described, type ReadmeText } from './readme-text.ts';
import { readmeInChinese } from './readme-zh.ts';
import type { ExportSource } from './source.ts';

export const README_NAMES: Readonly<Record<Language, string>> = { en: 'README.md', zh: 'README.zh.md' };

const TEXTS: Readonly<Record<Language, ReadmeText>> = { en: readmeInEnglish, zh: readmeInChinese };

/** What is in the zip only now and then. */
function isThere(file: Described, { named, setAside }: ExportSource): boolean {
  if (file === 'set-aside.csv') return setAside.length > 0;
  return named || (file !== 'participants.csv' && file !== 'gradebook.csv');
}

export function readme(source: ExportSource, language: Language): string {
  const { classId, state, districts, named, unreadable, withheld, consents } = source;
  const { opened, players, phase } = state;
  const text = TEXTS[language];
  const session = text.session({
    participants: players.length,
    districts: districts.length,
    seats: opened.seatsPerDistrict,
    scenario: opened.scenario,
    openedAt: new Date(state.openedAt).toISOString(),
    phase,
    rules: RULES_VERSION,
    log: LOG_VERSION,
  });
  const rows = DESCRIBED.filter((file) => isThere(file, source))
    .map((file) => `| \`${file}\` | ${text.files[file]} |`)
    .join('\n');
  return `# ${text.title(classId)}

${text.elsewhere}

${session}

${named ? text.named : text.pseudonymous}

${text.consent(opened.research === true, consents)}
${withheld.length === 0 ? '' : `\n${text.withheld(withheld)}\n`}${unreadable.map((district) => `\n${text.unreadable(district)}\n`).join('')}
| ${text.heading.join(' | ')} |
|---|---|
${rows}

${text.format}

${text.inR}

    library(readr)
    decisions <- read_csv("decisions.csv")

${text.inPython}

    import pandas
    decisions = pandas.read_csv("decisions.csv", encoding="utf-8-sig", dtype={"figure": "string"})

${text.replay}

${text.cautions}
`;
}
