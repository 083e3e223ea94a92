/** Reloads when another link is pasted into an open tab, since a changed `#` alone does not. */
import { useEffect } from 'preact/hooks';

export function useOtherLinks(): void {
  useEffect(() => {
    const anew = () => location.reload();
    addEventListener('hashchange', anew);
    return () => removeEventListener('hashchange', anew);
  }, []);
}
