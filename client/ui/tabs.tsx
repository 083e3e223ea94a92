/** Tabs with arrow keys by the ARIA practices. Only the open panel is in the page. */
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

/** A badge for news in a tab, read out with its label. */
export interface Badge {
  readonly count: number;
  readonly label: string;
}

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly badge?: Badge;
}

export interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly open: Name;
  readonly onOpen: (name: Name) => void;
  readonly children: ComponentChildren;
}

export function Tabs<Name extends string>({ label, tabs, open, onOpen, children }: TabsProps<Name>) {
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);

  const move = (key: string) => {
    const at = tabs.findIndex((tab) => tab.name === open);
    const last = tabs.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    };
    const target = tabs[steps[key] ?? -1];
    if (target === undefined) return false;
    onOpen(target.name);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${target.name}"]`)?.focus();
    return true;
  };

  return (
    <div class="tabbed">
      <div
        class="tabs"
        role="tablist"
        aria-label={label}
        ref={bar}
        onKeyDown={(event) => {
          if (move(event.key)) event.preventDefault();
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-${tab.name}`}
            data-tab={tab.name}
            aria-selected={tab.name === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab.name === open ? 0 : -1}
            onClick={() => onOpen(tab.name)}
          >
            {tab.label}
            {tab.badge !== undefined && tab.badge.count > 0 && (
              <span class="badge">
                <span aria-hidden="true">{tab.badge.count}</span>
                <span class="hidden-text">{tab.badge.label}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`}>
        {children}
      </div>
    </div>
  );
}
