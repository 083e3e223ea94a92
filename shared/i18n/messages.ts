/**
 * All words on the screen, in both languages. One file a subject, the same file name under `en/` and `zh/`.
 *
 * Plurals follow i18next: `key_one` and `key_other` in English; Chinese needs `key_other` only. Values take
 * `{{name}}` placeholders. `Translation` makes a missing or surplus Chinese key a type error.
 */
import { axes as enAxes } from './en/axes.ts';
import { bots as enBots } from './en/bots.ts';
import { classroom as enClassroom } from './en/classroom.ts';
import { coaching as enCoaching } from './en/coaching.ts';
import { common as enCommon } from './en/common.ts';
import { components as enComponents } from './en/components.ts';
import { course as enCourse } from './en/course.ts';
import { debrief as enDebrief } from './en/debrief.ts';
import { debriefCards as enDebriefCards } from './en/debriefCards.ts';
import { desk as enDesk } from './en/desk.ts';
import { ending as enEnding } from './en/ending.ts';
import { figures as enFigures } from './en/figures.ts';
import { glossary as enGlossary } from './en/glossary.ts';
import { join as enJoin } from './en/join.ts';
import { map as enMap } from './en/map.ts';
import { officeYear as enOfficeYear } from './en/officeYear.ts';
import { plan as enPlan } from './en/plan.ts';
import { play as enPlay } from './en/play.ts';
import { playOn as enPlayOn } from './en/playOn.ts';
import { polls as enPolls } from './en/polls.ts';
import { practice as enPractice } from './en/practice.ts';
import { prediction as enPrediction } from './en/prediction.ts';
import { project as enProject } from './en/project.ts';
import { questions as enQuestions } from './en/questions.ts';
import { refusals as enRefusals } from './en/refusals.ts';
import { reveal as enReveal } from './en/reveal.ts';
import { roles as enRoles } from './en/roles.ts';
import { show as enShow } from './en/show.ts';
import { story as enStory } from './en/story.ts';
import { teach as enTeach } from './en/teach.ts';
import { trial as enTrial } from './en/trial.ts';
import { axes as zhAxes } from './zh/axes.ts';
import { bots as zhBots } from './zh/bots.ts';
import { classroom as zhClassroom } from './zh/classroom.ts';
import { coaching as zhCoaching } from './zh/coaching.ts';
import { common as zhCommon } from './zh/common.ts';
import { components as zhComponents } from './zh/components.ts';
import { course as zhCourse } from './zh/course.ts';
import { debrief as zhDebrief } from './zh/debrief.ts';
import { debriefCards as zhDebriefCards } from './zh/debriefCards.ts';
import { desk as zhDesk } from './zh/desk.ts';
import { ending as zhEnding } from './zh/ending.ts';
import { figures as zhFigures } from './zh/figures.ts';
import { glossary as zhGlossary } from './zh/glossary.ts';
import { join as zhJoin } from './zh/join.ts';
import { map as zhMap } from './zh/map.ts';
import { officeYear as zhOfficeYear } from './zh/officeYear.ts';
import { plan as zhPlan } from './zh/plan.ts';
import { play as zhPlay } from './zh/play.ts';
import { playOn as zhPlayOn } from './zh/playOn.ts';
import { polls as zhPolls } from './zh/polls.ts';
import { practice as zhPractice } from './zh/practice.ts';
import { prediction as zhPrediction } from './zh/prediction.ts';
import { project as zhProject } from './zh/project.ts';
import { questions as zhQuestions } from './zh/questions.ts';
import { refusals as zhRefusals } from './zh/refusals.ts';
import { reveal as zhReveal } from './zh/reveal.ts';
import { roles as zhRoles } from './zh/roles.ts';
import { show as zhShow } from './zh/show.ts';
import { story as zhStory } from './zh/story.ts';
import { teach as zhTeach } from './zh/teach.ts';
import { trial as zhTrial } from './zh/trial.ts';

export { LANGUAGES, type Language } from './languages.ts';

export const messages = {
  en: {
    axes: enAxes,
    trial: enTrial,
    bots: enBots,
    classroom: enClassroom,
    coaching: enCoaching,
    common: enCommon,
    components: enComponents,
    debrief: enDebrief,
    debriefCards: enDebriefCards,
    course: enCourse,
    desk: enDesk,
    ending: enEnding,
    figures: enFigures,
    glossary: enGlossary,
    join: enJoin,
    map: enMap,
    officeYear: enOfficeYear,
    plan: enPlan,
    play: enPlay,
    playOn: enPlayOn,
    polls: enPolls,
    practice: enPractice,
    prediction: enPrediction,
    project: enProject,
    questions: enQuestions,
    refusals: enRefusals,
    reveal: enReveal,
    roles: enRoles,
    show: enShow,
    story: enStory,
    teach: enTeach,
  },
  zh: {
    axes: zhAxes,
    trial: zhTrial,
    bots: zhBots,
    classroom: zhClassroom,
    coaching: zhCoaching,
    common: zhCommon,
    components: zhComponents,
    debrief: zhDebrief,
    debriefCards: zhDebriefCards,
    course: zhCourse,
    desk: zhDesk,
    ending: zhEnding,
    figures: zhFigures,
    glossary: zhGlossary,
    join: zhJoin,
    map: zhMap,
    officeYear: zhOfficeYear,
    plan: zhPlan,
    play: zhPlay,
    playOn: zhPlayOn,
    polls: zhPolls,
    practice: zhPractice,
    prediction: zhPrediction,
    project: zhProject,
    questions: zhQuestions,
    refusals: zhRefusals,
    reveal: zhReveal,
    roles: zhRoles,
    show: zhShow,
    story: zhStory,
    teach: zhTeach,
  },
} as const;

/** `'common.appName'`, …: namespace and key, plural suffix cut. */
type Stem<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
type KeysOf<All> = {
  [Space in keyof All & string]: `${Space}.${Stem<keyof All[Space]> & string}`;
}[keyof All & string];
export type MessageKey = KeysOf<(typeof messages)['en']>;
