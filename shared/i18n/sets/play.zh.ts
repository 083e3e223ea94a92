/** Chinese texts of a student's page, beyond those of the first page. */
import { axes } from '../zh/axes.ts';
import { bots } from '../zh/bots.ts';
import { classroom } from '../zh/classroom.ts';
import { coaching } from '../zh/coaching.ts';
import { ending } from '../zh/ending.ts';
import { figures } from '../zh/figures.ts';
import { glossary } from '../zh/glossary.ts';
import { map } from '../zh/map.ts';
import { officeYear } from '../zh/officeYear.ts';
import { plan } from '../zh/plan.ts';
import { play } from '../zh/play.ts';
import { polls } from '../zh/polls.ts';
import { practice } from '../zh/practice.ts';
import { prediction } from '../zh/prediction.ts';
import { questions } from '../zh/questions.ts';
import { reveal } from '../zh/reveal.ts';
import { roles } from '../zh/roles.ts';
import { trial } from '../zh/trial.ts';

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
