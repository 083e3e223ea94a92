/** English texts of a student's page, beyond those of the first page. */
import { axes } from '../en/axes.ts';
import { bots } from '../en/bots.ts';
import { classroom } from '../en/classroom.ts';
import { coaching } from '../en/coaching.ts';
import { ending } from '../en/ending.ts';
import { figures } from '../en/figures.ts';
import { glossary } from '../en/glossary.ts';
import { map } from '../en/map.ts';
import { officeYear } from '../en/officeYear.ts';
import { plan } from '../en/plan.ts';
import { play } from '../en/play.ts';
import { polls } from '../en/polls.ts';
import { practice } from '../en/practice.ts';
import { prediction } from '../en/prediction.ts';
import { questions } from '../en/questions.ts';
import { reveal } from '../en/reveal.ts';
import { roles } from '../en/roles.ts';
import { trial } from '../en/trial.ts';

export const texts = {
  axes,
  trial,
  bots,
  classroom,
  coaching,
  ending,
  figures,
  glossary,
  map,
  officeYear,
  plan,
  play,
  polls,
  practice,
  prediction,
  questions,
  reveal,
  roles,
} as const;
