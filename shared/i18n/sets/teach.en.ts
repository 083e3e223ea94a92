/** English texts used only by desk and projector. */
import { course } from '../en/course.ts';
import { desk } from '../en/desk.ts';
import { playOn } from '../en/playOn.ts';
import { project } from '../en/project.ts';
import { teach } from '../en/teach.ts';

export const texts = { course, desk, playOn, project, teach } as const;
