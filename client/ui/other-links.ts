/** Another link pasted into the tab of an open page: its secret stands behind the `#`, where the browser would stay. */
import { useEffect } from 'preact/hooks';

export function useOtherLinks(): void {
  useEffect(() => {
    const anew = () => location.reload();
    addEventListener('hashchange', anew);
    return () => removeEventListener('hashchange', anew);
  }, []);
}
