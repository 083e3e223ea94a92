/** Where others on the network may find this machine: the addresses of a home or campus network first. */
import { networkInterfaces } from 'node:os';

const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(?:1[6-9]|2\d|3[01])\./];

export function lanAddresses(): readonly string[] {
  const likelihood = (address: string) => {
    const place = PRIVATE.findIndex((pattern) => pattern.test(address));
    return place < 0 ? PRIVATE.length : place;
  };
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
    .toSorted((one, other) => likelihood(one) - likelihood(other));
}

/** Whether a request came from this very machine. */
export function isOwnAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || plain.startsWith('127.') || lanAddresses().includes(plain);
}
