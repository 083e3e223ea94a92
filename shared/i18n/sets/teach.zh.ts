/** What only desk and projector say. In Chinese. */
import { desk } from '../zh/desk.ts';
import { project } from '../zh/project.ts';
import { teach } from '../zh/teach.ts';

export const texts = { desk, project, teach } as const;
