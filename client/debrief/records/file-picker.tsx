/** Picks records to open. */
import { FileButton } from '../../ui/file-button.tsx';
import { openFiles } from './opened.ts';

const RECORDS = '.jsonl,.ndjson,.zip,application/jsonl,application/x-ndjson,application/zip';

export function FilePicker({ label, look }: { readonly label: string; readonly look: 'strong' | 'quiet' }) {
  return (
    <FileButton label={label} look={look} compact={look === 'quiet'} accept={RECORDS} multiple onFiles={openFiles} />
  );
}
