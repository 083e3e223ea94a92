/** The address bar as a signal; paths have no parameters. */
import { signal } from '@preact/signals';
import { PATHS, type Path } from '../../shared/protocol/paths.ts';
import { isOneOf } from './guards.ts';

const isPath = isOneOf(PATHS);

function here(): Path {
  const path = location.pathname.replace(/\/+$/, '') || '/';
  return isPath(path) ? path : '/';
}

export const path = signal<Path>(here());

export function navigate(to: Path): void {
  history.pushState(null, '', to);
  path.value = to;
  window.scrollTo(0, 0);
}

window.addEventListener('popstate', () => {
  path.value = here();
});
