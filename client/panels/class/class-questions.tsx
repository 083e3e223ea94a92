/** Three comprehension questions about one's role, each explained as soon as it is answered. */
import { useState } from 'preact/hooks';
import type { AnsweredQuestion, QuestionsMessage } from '../../../shared/protocol/class-student.ts';
import { CHOICES, type Choice, type QuestionId } from '../../../shared/protocol/comprehension.ts';
import { questions } from '../../state/classroom.ts';
import { t } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { useSendRequest } from './class-act.ts';

/** `late`: the game has begun. */
export function ClassQuestions({ late = false }: { late?: boolean }) {
  const told = questions.value;
  return told === undefined ? null : <Three key={told.kind} told={told} late={late} />;
}

function Three({ told, late }: { told: QuestionsMessage; late: boolean }) {
  const asked = told.questions;
  const answers = new Map(told.answered.map((answer) => [answer.question, answer]));
  const [here, setHere] = useState(() => asked.filter((id) => answers.has(id)).length);
  const question = asked[here];
  return (
    <section class="questions stack-tight" aria-labelledby="questions-title">
      <h3 id="questions-title">{t('classroom.questionsTitle')}</h3>
      {question === undefined ? (
        <p role="status" class="good">
          {t(late ? 'classroom.allAnsweredLate' : 'classroom.allAnswered')}
        </p>
      ) : (
        <>
          {here === 0 && <p class="small soft">{t('classroom.questionsAbout')}</p>}
          <p class="small soft">{t('classroom.questionOf', { number: here + 1, count: asked.length })}</p>
          <OneQuestion
            key={question}
            question={question}
            answer={answers.get(question)}
            onNext={() => setHere(here + 1)}
          />
        </>
      )}
    </section>
  );
}

function OneQuestion(props: {
  readonly question: QuestionId;
  readonly answer: AnsweredQuestion | undefined;
  readonly onNext: () => void;
}) {
  const sendRequest = useSendRequest();
  const [busy, setBusy] = useState(false);
  const { question, answer, onNext } = props;
  const choose = async (choice: Choice) => {
    if (busy || answer !== undefined) return;
    setBusy(true);
    await sendRequest({ type: 'answerQuestion', question, choice });
    setBusy(false);
  };
  return (
    <div class="stack-tight">
      <p id={`question-${question}`} class="question-text">
        {t(`questions.${question}`)}
      </p>
      <fieldset class="stack-tight" aria-labelledby={`question-${question}`}>
        {CHOICES.map((choice) => (
          <Button
            key={choice}
            disabled={busy || answer !== undefined}
            pressed={answer?.choice === choice}
            onClick={() => choose(choice)}
          >
            {t(`questions.${question}${choice}`)}
          </Button>
        ))}
      </fieldset>
      <div role="status" class="stack-tight">
        {answer !== undefined && (
          <>
            <p class={answer.choice === answer.right ? 'good' : 'warm'}>
              {answer.choice === answer.right
                ? t('classroom.right')
                : t('classroom.notRight', { right: t(`questions.${question}${answer.right}`) })}
            </p>
            <p>{t(`questions.${question}Why`)}</p>
          </>
        )}
      </div>
      {answer !== undefined && (
        <div>
          <Button look="strong" onClick={onNext}>
            {t('classroom.goOn')}
          </Button>
        </div>
      )}
    </div>
  );
}
