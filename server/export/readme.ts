/** READMEs for a stranger who has only the zip. One layout, two languages. */
import { RULES_VERSION } from '../../shared/engine/founding.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { LOG_VERSION } from '../../shared/log/record.ts';
import { readmeInEnglish } from './readme-en.ts';
import { DESCRIBED, type Described, type ReadmeText } from './readme-text.ts';
import { readmeInChinese } from './readme-zh.ts';
import type { ExportSource } from './source.ts';

export const README_NAMES: Readonly<Record<Language, string>> = { en: 'README.md', zh: 'README.zh.md' };

const TEXTS: Readonly<Record<Language, ReadmeText>> = { en: readmeInEnglish, zh: readmeInChinese };

/**
 * Column types must be stated. Otherwise a single partner's seat becomes a number, and a person called NA a missing
 * value.
 */
const IN_R = `    library(readr)
    codebook <- read_csv("codebook.csv", na = character())
    letter <- c(text = "c", integer = "i", number = "d", logical = "l", datetime = "T")
    table_of <- function(name) {
      of <- codebook[codebook$file == name, ]
      read_csv(name, na = "", col_types = do.call(cols, setNames(as.list(letter[of$type]), of$column)))
    }
    decisions <- table_of("decisions.csv")`;
const IN_PYTHON = `    import pandas
    codebook = pandas.read_csv("codebook.csv", encoding="utf-8-sig", keep_default_na=False)
    kinds = {"text": "string", "integer": "Int64", "number": "float64", "logical": "boolean", "datetime": "string"}
    def table_of(name):
        of = codebook[codebook["file"] == name]
        return pandas.read_csv(name, encoding="utf-8-sig", keep_default_na=False, na_values=[""],
                               dtype=dict(zip(of["column"], of["type"].map(kinds))),
                               parse_dates=list(of["column"][of["type"] == "datetime"]))
    decisions = table_of("decisions.csv")`;

/** Whether an optional file is in this zip. */
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

${text.keys}

${text.inR}

${IN_R}

${text.inPython}

${IN_PYTHON}

${text.replay}

${text.cautions}
`;
}
