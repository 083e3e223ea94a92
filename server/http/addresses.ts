/** Addresses of this machine for others on the network, home and campus networks first. */
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

/** Whether a request comes from this machine. */
export function isOwnAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || plain.startsWith('127.') || lanAddresses().includes(plain);
}
