/**
 * Builds pages from docs/teaching for desks without the repository: `/teaching/en/lesson-plans.html`, likewise in `zh`.
 * The files stay the only source; links between them become links between pages.
 */
import { readFileSync } from 'node:fs';
import { marked } from 'marked';
import type { Plugin } from 'vite';
import { LANGUAGES, type Language } from '../shared/i18n/languages.ts';
import { TEACHING_PAGES, type TeachingPage, teachingPath } from '../shared/protocol/teaching.ts';

const DOCS = new URL('../docs/teaching/', import.meta.url);
const STYLES = ['../client/style/tokens.css', '../client/style/teaching.css'] as const;
const STYLE_PATH = '/teaching/teaching.css';

function source(page: TeachingPage, language: Language): string {
  const folder = language === 'en' ? DOCS : new URL('zh/', DOCS);
  return readFileSync(new URL(`${page}.md`, folder), 'utf8');
}

/** The page behind a link; undefined for files of the repository, which the server lacks. */
function pageBehind(href: string, language: Language): string | undefined {
  const name = href
    .split('/')
    .at(-1)
    ?.replace(/\.md(#.*)?$/, '');
  const page = TEACHING_PAGES.find((each) => each === name);
  if (page === undefined) return undefined;
  const other = LANGUAGES.find((each) => each !== language) ?? language;
  return teachingPath(page, href.includes('/') ? other : language);
}

export function teachingPage(page: TeachingPage, language: Language): string {
  const text = source(page, language);
  const [, title = page] = /^# (.+)$/m.exec(text) ?? [];
  const body = marked.parse(text, {
    async: false,
    walkTokens: (token) => {
      if (token.type === 'link') token.href = pageBehind(token.href, language) ?? token.href;
    },
  });
  const linked = body.replaceAll(/<a href="(?!\/teaching\/|https?:)[^"]*">(.*?)<\/a>/g, '$1');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE_PATH}">
<title>${title}</title>
</head>
<body>
<main>
${linked}</main>
</body>
</html>
`;
}

function style(): string {
  return STYLES.map((path) => readFileSync(new URL(path, import.meta.url), 'utf8')).join('\n');
}

function contents(): ReadonlyMap<string, () => string> {
  const pages = LANGUAGES.flatMap((language) =>
    TEACHING_PAGES.map((page) => [teachingPath(page, language), () => teachingPage(page, language)] as const),
  );
  return new Map([...pages, [STYLE_PATH, style]]);
}

/** Files in a build; made on request during development. */
export function teachingPages(): Plugin {
  return {
    name: 'teaching-pages',
    generateBundle() {
      for (const [path, content] of contents()) {
        this.emitFile({ type: 'asset', fileName: path.slice(1), source: content() });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url ?? '';
        const content = contents().get(path);
        if (content === undefined) return next();
        response.setHeader('Content-Type', path.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
        response.end(content());
      });
    },
  };
}
