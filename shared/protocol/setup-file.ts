/** The set-up file: its format, version and writer. `setup.ts` reads it. */
export const SETUP_FORMAT = 'electronics-street-setup';
export const SETUP_VERSION = 1;
export const SETUP_BYTES = 65_536;

export type SetupRefusal = 'setup-not-one' | 'setup-version';

/** Leaves out the roster, whose labels name people, because files are passed on. */
export function writeSetupFile(setup: { readonly roster?: unknown }): string {
  const { roster: _, ...rest } = setup;
  const file = { format: SETUP_FORMAT, version: SETUP_VERSION, setup: rest };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
