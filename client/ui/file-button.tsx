/** A button for a file field, which browsers style differently. */
import { useRef } from 'preact/hooks';
import { Button, type ButtonProps } from './button.tsx';

interface FileButtonProps extends Pick<ButtonProps, 'look' | 'compact'> {
  readonly label: string;
  /** Endings and types of the files, as in the field. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FileButton({ label, accept, multiple = false, onFiles, ...looks }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="hidden-text"
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          const field = event.currentTarget;
          const files = [...(field.files ?? [])];
          // The same file may be picked again.
          field.value = '';
          onFiles(files);
        }}
      />
      <Button {...looks} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
