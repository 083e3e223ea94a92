import ipaddr from 'ipaddr.js';

/** The first 64 bits of an IPv6 address; a household may vary the rest at will. */
const GROUPS = 4;

/** The network by which an address is counted: a /64 for IPv6, else the address itself. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!('parts' in parsed)) return parsed.toString();
  const network = parsed.parts.slice(0, GROUPS).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}
