/** The server is down: what each page says. */
import { speak } from '../camera.ts';
import { button, join, newPage, says, toPlan } from '../player.ts';
import { LONG, takeUp, WALL } from './classroom.ts';
import type { Scene } from './scene.ts';

export const outage: Scene = async ({ browser, street, look }) => {
  const { code, classId, projectorLink } = await street.openClass({ seed: 3, clockMode: 'clock', ...LONG });
  const [student, desk, wall, door, practice] = [
    await newPage(browser),
    await newPage(browser),
    await newPage(browser),
    await newPage(browser),
    await newPage(browser),
  ];
  await join(student, street.url, code, 'Ada');
  await takeUp(desk, street, code);
  await wall.goto(`${street.url}/project#code=${code}&link=${projectorLink}`);
  await street.ask(classId, { type: 'startClass' });
  await toPlan(student);
  await desk.getByText(says('desk.stage-game')).first().waitFor();
  await wall.locator('.wall').waitFor();
  await door.goto(`${street.url}/?code=${code}`);
  await door.getByLabel(says('join.name'), { exact: true }).fill('Chen');
  await practice.goto(`${street.url}/practice`);
  await button(practice, 'practice.start').waitFor();

  // Loads both languages first, since texts cannot be loaded during the outage.
  for (const page of [student, desk, wall, practice]) {
    await speak(page, 'zh');
    await speak(page, 'en');
  }
  await street.without(async () => {
    await student.getByText(says('common.reconnecting')).first().waitFor();
    await look(student, 'class-reconnecting');
    await desk.getByText(says('desk.reconnecting')).waitFor();
    await look(desk, 'desk-reconnecting');
    await wall.getByText(says('project.reconnecting')).waitFor();
    await look(wall, 'wall-reconnecting', WALL);
    await button(practice, 'practice.start').click();
    await practice.getByRole('alert').filter({ hasText: /./ }).waitFor();
    await look(practice, 'practice-failed');
    await button(door, 'join.join').click();
    await door.getByRole('alert').filter({ hasText: /./ }).waitFor();
    await look(door, 'join-failed');
    await door.getByRole('link', { name: says('join.practice') }).click();
    await button(door, 'common.tryAgain').waitFor();
    await look(door, 'page-failed');
  });
  for (const page of [student, desk, wall, door, practice]) await page.context().close();
};
