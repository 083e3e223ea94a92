/**
 * The address by which others reach this server. A desk opened as `localhost` must not hand that out, so the code shows
 * the server's likeliest network address.
 */
import { signal } from '@preact/signals';
import { preflight } from '../net/desk-http.ts';
import { onlyHere } from './address.ts';

const found = signal<string | undefined>(undefined);

export function originForOthers(): string {
  return found.value ?? location.origin;
}

/** Whether this page was opened by an address of no use to others, and no better one is known. */
export function isCutOff(): boolean {
  return onlyHere() && found.value === undefined;
}

export async function findOrigin(instructorKey: string): Promise<void> {
  if (!onlyHere()) return;
  const answer = await preflight(instructorKey);
  const first = answer.ok ? answer.value.addresses[0] : undefined;
  if (first !== undefined) found.value = new URL(first).origin;
}
