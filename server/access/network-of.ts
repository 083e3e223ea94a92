import ipaddr from 'ipaddr.js';

/** The first 64 bits of an IPv6 address; a household or a device may choose the rest anew at any time. */
const GROUPS = 4;

/** Whom an address stands for, where it is counted what comes from there. What is no address stands for itself. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!('parts' in parsed)) return parsed.toString();
  const network = parsed.parts.slice(0, GROUPS).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}
