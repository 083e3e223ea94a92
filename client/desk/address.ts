/**
 * Addresses that open a class. Secrets are behind the `#`, which browsers never send to a server, proxy or referrer.
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

/** Debrief of a class; the key stays in this tab, or is asked for. */
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

/** Host names by which no other device can reach this server. */
const ONLY_HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

export function onlyHere(hostname: string = location.hostname): boolean {
  return ONLY_HERE.includes(hostname);
}
