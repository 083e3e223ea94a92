/** All tokens and components in both colour schemes, for developers. No student page links to it. */
import '../style/components.css';
import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { FIGURES } from '../../shared/engine/figure-reading.ts';
import type { MessageKey } from '../../shared/i18n/messages.ts';
import { WordsList } from '../panels/words-list.tsx';
import { t } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { FigureDrawing } from '../ui/figure.tsx';
import { Link } from '../ui/link.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { Meter } from '../ui/meter.tsx';
import { SCHEMES, type Scheme, tokens } from '../ui/schemes.ts';
import { Scroller } from '../ui/scroller.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Term } from '../ui/term.tsx';
import { TextField } from '../ui/text-field.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';

const BUDGET = 6;
const TABS = ['buttons', 'fields'] as const;

export function Components() {
  usePageTitle(t('components.title'));
  return (
    <div class="sheet broad">
      <Masthead>{t('components.title')}</Masthead>
      <main class="stack">
        <h2>{t('components.title')}</h2>
        <p class="prose">{t('components.intro')}</p>
        <div class="schemes">
          {SCHEMES.map((scheme) => (
            <Sheet key={scheme} scheme={scheme} />
          ))}
        </div>
        <p>
          <Link to="/">{t('common.toStart')}</Link>
        </p>
      </main>
    </div>
  );
}

function Sheet({ scheme }: { scheme: Scheme }) {
  const own = useMemo(() => tokens(scheme), [scheme]);
  const id = useId();
  return (
    <section class="scheme" style={{ ...own, colorScheme: scheme }} aria-labelledby={id}>
      <h3 id={id}>{t(`components.${scheme}`)}</h3>
      <Tokens own={own} />
      <Controls />
      <Small />
      <Data />
    </section>
  );
}

function Part({ title, children }: { title: MessageKey; children: ComponentChildren }) {
  return (
    <div class="stack-tight">
      <h4>{t(title)}</h4>
      {children}
    </div>
  );
}

function Tokens({ own }: { own: Readonly<Record<string, string>> }) {
  const names = Object.keys(own);
  const colours = names.filter((name) => CSS.supports('color', own[name] ?? ''));
  const having = (prefix: string) => names.filter((name) => name.startsWith(prefix));
  return (
    <>
      <Part title="components.colours">
        <ul class="swatches">
          {colours.map((name) => (
            <li key={name}>
              <span class="swatch" style={{ background: `var(${name})` }} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="components.type">
        <ul class="sizes">
          {having('--text-').map((name) => (
            <li key={name} style={{ fontSize: `var(${name})` }}>
              {t('components.sample')} <span class="small soft">{name}</span>
            </li>
          ))}
        </ul>
        <p class="prose">{t('components.intro')}</p>
      </Part>
      <Part title="components.spaces">
        <ul>
          {having('--space-').map((name) => (
            <li key={name} class="small soft">
              <span class="space" style={{ width: `var(${name})` }} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Controls() {
  const [text, setText] = useState('');
  const [verb, setVerb] = useState(0);
  const [ticked, setTicked] = useState(true);
  const [points, setPoints] = useState(2.5);
  const [tab, setTab] = useState<(typeof TABS)[number]>('buttons');
  const verbs = ['cooperate', 'merge', 'capital'] as const;
  return (
    <>
      <Part title="components.buttons">
        <div class="row">
          <Button look="strong">{t('components.strong')}</Button>
          <Button>{t('components.plain')}</Button>
          <Button look="quiet">{t('components.quiet')}</Button>
          <Button look="sign" label={t('play.closeCard')}>
            ✕
          </Button>
          <Button compact>{t('components.plain')}</Button>
          <Button disabled>{t('components.notNow')}</Button>
          <Link to="/components" look="button">
            {t('components.plain')}
          </Link>
        </div>
      </Part>
      <Part title="components.fields">
        <TextField label={t('components.label')} hint={t('components.hint')} value={text} onInput={setText} />
        <TextField label={t('join.code')} look="code" value="ABC234" onInput={() => undefined} />
        <TextField label={t('components.label')} error={t('components.wrong')} value={text} onInput={setText} />
        <div class="chips">
          <Chip
            name={t('plan.use-research')}
            about={t('plan.about-research')}
            value={points}
            most={BUDGET}
            left={BUDGET - points}
            half={0}
            budget={BUDGET}
            onChange={setPoints}
          />
        </div>
      </Part>
      <Part title="components.choices">
        <div class="verbs">
          {verbs.map((each, index) => (
            <button key={each} type="button" class="verb" aria-pressed={verb === index} onClick={() => setVerb(index)}>
              {t(`plan.verb-${each}`)}
            </button>
          ))}
        </div>
        <label class="choice">
          <input type="checkbox" checked={ticked} onChange={() => setTicked(!ticked)} />
          {t('components.sample')}
        </label>
      </Part>
      <Part title="components.tabs">
        <Tabs
          label={t('components.tabs')}
          tabs={TABS.map((name) => ({
            name,
            label: t(`components.${name}`),
            badge: { count: name === 'fields' ? 3 : 0, label: t('play.newThere', { count: 3 }) },
          }))}
          open={tab}
          onOpen={setTab}
        >
          <p>{t(`components.${tab}`)}</p>
        </Tabs>
      </Part>
    </>
  );
}

function Small() {
  return (
    <>
      <Part title="components.notices">
        <p class="notice">{t('components.aNotice')}</p>
        <p class="notice warm">{t('components.aWarning')}</p>
        <p class="notice good">{t('components.aSuccess')}</p>
        <p class="error">{t('components.wrong')}</p>
        <blockquote class="saying">{t('components.sample')}</blockquote>
        <details class="fold">
          <summary>{t('play.roleAgain')}</summary>
          <p>{t('components.sample')}</p>
        </details>
        <WordsList />
      </Part>
      <Part title="components.small">
        <p class="row">
          <span class="seal" lang="zh">
            街
          </span>
          <span class="tag">{t('common.bot')}</span>
          <span class="tag good">{t('play.done')}</span>
          <span class="tag warm">{t('play.yourDistrict')}</span>
          <Meter share={0.62} label={t('components.label')} />
        </p>
      </Part>
      <Part title="components.figures">
        <ul class="three-figures">
          {FIGURES.map((figure) => (
            <li key={figure} class={figure === '4' ? 'chosen' : ''}>
              <FigureDrawing figure={figure} />
              <span class="small">{t(`glossary.figure${figure}`)}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Data() {
  return (
    <Part title="components.tables">
      <dl class="ledger figures">
        <div>
          <dt>{t('play.money-product')}</dt>
          <dd>+7.2</dd>
        </div>
        <div>
          <dt>
            <Term of="tax" word={t('play.money-tax')} />
          </dt>
          <dd class="out">−0.4</dd>
        </div>
        <div class="total">
          <dt>{t('play.moneyTotal')}</dt>
          <dd>+6.8</dd>
        </div>
      </dl>
      <Scroller>
        <table class="street">
          <caption>{t('play.firms')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('play.colWho')}</th>
              <th scope="col" class="amount">
                {t('common.score')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('components.label')}</th>
              <td class="amount figures">41.3</td>
            </tr>
            <tr class="mine">
              <th scope="row">
                {t('components.label')} <span class="tag">{t('play.you')}</span>
              </th>
              <td class="amount figures">62.5</td>
            </tr>
          </tbody>
        </table>
      </Scroller>
    </Part>
  );
}
