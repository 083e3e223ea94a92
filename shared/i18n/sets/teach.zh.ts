/** Chinese texts used only by desk and projector. */
import { course } from '../zh/course.ts';
import { desk } from '../zh/desk.ts';
import { playOn } from '../zh/playOn.ts';
import { project } from '../zh/project.ts';
import { teach } from '../zh/teach.ts';

export const texts = { course, desk, playOn, project, teach } as const;
