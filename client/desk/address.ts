/**
 * Addresses that open a class. Secrets stand behind the `#`, which browsers keep to themselves: no server, proxy or
 * referrer ever sees them.
 */
export function joinAddress(code: string, origin = location.origin): string {
  return `${origin}/?code=${code}`;
}

export function inviteAddress(code: string, invite: string, origin = location.origin): string {
  return `${origin}/?code=${code}#invite=${invite}`;
}

export function projectAddress(code: string, link: string, origin = location.origin): string {
  return `${origin}/project#code=${code}&link=${link}`;
}

export function assistantAddress(code: string, link: string, origin = location.origin): string {
  return `${origin}/teach#code=${code}&link=${link}`;
}

/** The debrief of a class; the key stays in this tab, or is asked for. */
export function debriefAddress(code: string, origin = location.origin): string {
  return `${origin}/debrief#class=${code}`;
}

interface LinkInAddress {
  readonly code: string;
  readonly link: string;
}

export function linkIn(hash: string): LinkInAddress | undefined {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const [code, link] = [values.get('code'), values.get('link')];
  return code === null || link === null ? undefined : { code, link };
}

/** Names by which nobody else can reach this server. */
const ONLY_HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

export function onlyHere(hostname: string = location.hostname): boolean {
  return ONLY_HERE.includes(hostname);
}
