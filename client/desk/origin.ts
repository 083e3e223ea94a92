/**
 * Under which address others reach this server. An instructor who opened the desk as `localhost` must not hand that out:
 * the server knows its addresses on the network, and the likeliest one stands on the code instead.
 */
import { signal } from '@preact/signals';
import { preflight } from '../net/desk-http.ts';
import { onlyHere } from './address.ts';

const found = signal<string | undefined>(undefined);

export function originForOthers(): string {
  return found.value ?? location.origin;
}

/** Nobody else can follow to where this page was opened, and no better address is known. */
export function isCutOff(): boolean {
  return onlyHere() && found.value === undefined;
}

export async function findOrigin(instructorKey: string): Promise<void> {
  if (!onlyHere()) return;
  const answer = await preflight(instructorKey);
  const first = answer.ok ? answer.value.addresses[0] : undefined;
  if (first !== undefined) found.value = new URL(first).origin;
}
