/** Practice: choose a role, and a district of bots starts at once, without a clock. */
import '../style/seat.css';
import { useState } from 'preact/hooks';
import { isGovernment, type Seat } from '../../shared/engine/actors.ts';
import type { RosterEntry, Scenario } from '../../shared/engine/scenario.ts';
import type { SeatView } from '../../shared/engine/view.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { type Failure, openPractice } from '../net/http.ts';
import { ownToken } from '../net/token.ts';
import { roleOf, roleText } from '../panels/news/role-card.tsx';
import { WordsList } from '../panels/words-list.tsx';
import { view } from '../state/game.ts';
import { list, num, t, words } from '../state/language.ts';
import type { Membership } from '../state/membership.ts';
import { discardPractice, enterPractice, inPractice, practiceGame } from '../state/practice-game.ts';
import { offerTrial, trial } from '../state/trial.ts';
import { Alert } from '../ui/alert.tsx';
import { useArrival } from '../ui/arrival.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure.ts';
import { Link } from '../ui/link.tsx';
import { Masthead } from '../ui/masthead.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { OwnStory } from './own-story.tsx';
import { Table } from './seat.tsx';
import { TrialAgain, TrialYears } from './trial-years.tsx';

export function Practice() {
  const game = practiceGame.value;
  if (game === undefined || !inPractice.value) return trial.value === undefined ? <Choice /> : <TrialYears />;
  const waysOn = (
    <>
      <SameLuck game={game} />
      <Button onClick={discardPractice}>{t('practice.again')}</Button>
      <Link to="/">{t('common.toStart')}</Link>
    </>
  );
  const story = (view: SeatView) => <Story game={game} view={view} />;
  return <Table member={game} onGone={discardPractice} waysOn={waysOn} story={story} key={game.classId} />;
}

function Story({ game, view }: { game: Membership; view: SeatView }) {
  return (
    <>
      <OwnStory view={view} classId={game.classId} />
      {game.lastScore !== undefined && <p class="notice">{t('ending.lastTime', { n: num(game.lastScore) })}</p>}
    </>
  );
}

function SameLuck({ game }: { game: Membership }) {
  const [failure, setFailure] = useState<Failure['code']>();
  const [busy, setBusy] = useState(false);
  const shown = view.value;
  if (shown === undefined) return null;
  const { scenario } = shown.public;
  const again = async () => {
    if (busy) return;
    setBusy(true);
    const wanted = { token: ownToken(), name: t('play.you'), seat: shown.seat, scenario, luckOf: game.classId };
    const answer = await openPractice(wanted);
    setBusy(false);
    if (answer.ok) enterPractice(answer.value, t('play.you'), shown);
    else setFailure(answer.code);
  };
  return (
    <>
      <p class="small soft whole-row">{t('ending.sameLuckHint')}</p>
      <Button look="strong" disabled={busy} onClick={again}>
        {t('ending.sameLuck')}
      </Button>
      <Alert text={failure && failureText(failure)} />
    </>
  );
}

function Choice() {
  const [scenario] = SCENARIOS;
  useArrival(true);
  usePageTitle(t('practice.title'));
  if (scenario === undefined) throw new Error('no scenario');
  return (
    <div class="sheet">
      <Masthead>{words(scenario.title)}</Masthead>
      <main class="stack">
        <h2>{t('practice.title')}</h2>
        <p class="prose">{words(scenario.summary)}</p>
        <KeptGame />
        <RoleForm scenario={scenario} />
        <WordsList />
        <TrialAgain />
        <p>
          <Link to="/">{t('common.toStart')}</Link>
        </p>
      </main>
    </div>
  );
}

/** The way back into a game that this browser has kept. */
function KeptGame() {
  const kept = practiceGame.value;
  if (kept === undefined) return null;
  return (
    <div class="notice">
      <span>{t(kept.over === true ? 'practice.finished' : 'practice.unfinished')}</span>
      <span class="row">
        <Button
          compact
          onClick={() => {
            inPractice.value = true;
          }}
        >
          {t(kept.over === true ? 'practice.seeEnd' : 'practice.resume')}
        </Button>
        <Button compact look="quiet" onClick={discardPractice}>
          {t('practice.discard')}
        </Button>
      </span>
    </div>
  );
}

function RoleForm({ scenario: { id, roster } }: { scenario: Scenario }) {
  const [seat, setSeat] = useState<Seat>(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure['code']>();
  const start = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await openPractice({ token: ownToken(), name: t('play.you'), seat, scenario: id });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.code);
    enterPractice(answer.value, t('play.you'));
    offerTrial({ seat });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <fieldset class="cast">
        <legend class="legend">{t('practice.choose')}</legend>
        {roster.map((entry, index) => (
          <Card
            key={entry.name.en}
            entry={entry}
            roster={roster}
            chosen={seat === index}
            onChoose={() => setSeat(index)}
          />
        ))}
      </fieldset>
      <div class="foot">
        <Alert text={failure && failureText(failure)} />
        <Button look="strong" type="submit" disabled={busy}>
          {busy ? t('practice.starting') : t('practice.start')}
        </Button>
      </div>
    </form>
  );
}

interface CardProps {
  readonly entry: RosterEntry;
  readonly roster: readonly RosterEntry[];
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Card({ entry, roster, chosen, onChoose }: CardProps) {
  const universities = roster.filter(({ kind }) => kind === 'university');
  const parent = entry.parent === undefined ? undefined : universities[entry.parent];
  const children = roster.filter((other) => other.parent !== undefined && universities[other.parent] === entry);
  const detail =
    parent !== undefined
      ? t('common.spinOffOf', { parent: words(parent.name) })
      : children.length > 0
        ? t('practice.parentOf', { names: list(children.map((child) => words(child.name))) })
        : isGovernment(entry)
          ? t('common.government')
          : roleText(roleOf(entry), 'Title');
  return (
    <label class={chosen ? 'choice whole' : 'choice'}>
      <input type="radio" name="seat" checked={chosen} onChange={onChoose} />
      <span class="about">
        <strong>{words(entry.name)}</strong>
        <span class="small soft block">{detail}</span>
        {chosen && <span class="prose small block">{roleText(roleOf(entry), 'Who')}</span>}
      </span>
    </label>
  );
}
