/** Shows a dialog on the whole screen for as long as it is in the page. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

export function useFullScreen(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
}
