import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { openFiles } from './opened.ts';

/** A button for a file field, which browsers style differently. */
export function FilePicker({ label, look }: { readonly label: string; readonly look: 'strong' | 'quiet' }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="hidden-text"
        type="file"
        multiple
        accept=".jsonl,.ndjson,.zip,application/jsonl,application/x-ndjson,application/zip"
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          const field = event.currentTarget;
          const files = [...(field.files ?? [])];
          field.value = '';
          openFiles(files);
        }}
      />
      <Button look={look} compact={look === 'quiet'} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
