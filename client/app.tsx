/** Routes: which page stands at which path. Each is a chunk of its own, so that joining loads little. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Path } from '../shared/protocol/paths.ts';
import { Join } from './pages/join.tsx';
import { needTexts, t } from './state/language.ts';
import { path } from './state/route.ts';
import { TEXTS_OF } from './state/texts-of.ts';
import { useArrival } from './ui/arrival.ts';
import { Button } from './ui/button.tsx';
import { Waiting } from './ui/waiting.tsx';

type Loader = () => Promise<ComponentType>;

const PAGES: Readonly<Record<Exclude<Path, '/'>, Loader>> = {
  '/play': async () => (await import('./pages/play.tsx')).Play,
  '/teach': async () => (await import('./pages/teach.tsx')).Teach,
  '/project': async () => (await import('./pages/project.tsx')).Project,
  '/practice': async () => (await import('./pages/practice.tsx')).Practice,
  '/debrief': async () => (await import('./pages/debrief.tsx')).Debrief,
  '/components': async () => (await import('./pages/components.tsx')).Components,
};

function LazyPage({ at }: { at: Exclude<Path, '/'> }) {
  const [Page, setPage] = useState<ComponentType>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let gone = false;
    setFailed(false);
    Promise.all([PAGES[at](), needTexts(TEXTS_OF[at])]).then(
      ([page]) => !gone && setPage(() => page),
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [at, attempt]);
  useArrival(Page !== undefined || failed);

  if (failed) {
    return (
      <Waiting>
        <p role="alert">{t('common.pageFailed')}</p>
        <Button onClick={() => setAttempt(attempt + 1)}>{t('common.tryAgain')}</Button>
      </Waiting>
    );
  }
  return Page === undefined ? <Waiting busy /> : <Page />;
}

function Door() {
  useArrival(true);
  return <Join />;
}

export function App() {
  const at = path.value;
  return at === '/' ? <Door /> : <LazyPage key={at} at={at} />;
}
