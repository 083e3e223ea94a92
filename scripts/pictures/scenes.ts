/** All scenes for the camera. */
import { game, roles } from './scenes/alone.ts';
import { desk, leftovers, students } from './scenes/classroom.ts';
import { debrief, show } from './scenes/debrief.ts';
import { door, refused, trial } from './scenes/door.ts';
import { homework } from './scenes/homework.ts';
import { outage } from './scenes/outage.ts';
import type { Scene } from './scenes/scene.ts';
import { certificates, consent, finale, roster } from './scenes/seldom.ts';

export const SCENES: Readonly<Record<string, Scene>> = {
  door,
  trial,
  roles,
  game,
  students,
  leftovers,
  desk,
  homework,
  refused,
  debrief,
  show,
  outage,
  consent,
  roster,
  certificates,
  finale,
};
