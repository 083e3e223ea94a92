/**
 * A wide table in a narrow place. While part of it is hidden its edge fades, and arrow keys scroll it; the first column
 * stays.
 */
import '../style/scroller.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

function mark(frame: HTMLElement): void {
  const hidden = frame.scrollWidth - frame.clientWidth;
  if (hidden > 0) frame.tabIndex = 0;
  else frame.removeAttribute('tabindex');
  // A tolerance of a pixel, because positions are fractional and widths are not.
  frame.classList.toggle('more', hidden - Math.abs(frame.scrollLeft) > 1);
  frame.classList.toggle('moved', Math.abs(frame.scrollLeft) > 1);
}

export function Scroller({ children }: { children: ComponentChildren }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => mark(element));
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="scroll" ref={frame} onScroll={(event) => mark(event.currentTarget)}>
      {children}
    </div>
  );
}
