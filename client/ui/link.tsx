/** A link within the site, followed without a page load. */
import type { ComponentChildren } from 'preact';
import type { Path } from '../../shared/protocol/paths.ts';
import { navigate } from '../state/route.ts';

export function Link({ to, children, look }: { to: Path; children: ComponentChildren; look?: 'button' }) {
  return (
    <a
      href={to}
      class={look ?? 'link'}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        navigate(to);
      }}
    >
      {children}
    </a>
  );
}
