/** Addresses of this machine, and whose an address is. */
import { networkInterfaces } from 'node:os';

const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(?:1[6-9]|2\d|3[01])\./];

/** For others on the network, home and campus networks first. */
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
  const plain = plainAddress(address);
  return isLoopback(plain) || lanAddresses().includes(plain);
}

/** An IPv4 address as such, which a socket for both families writes inside an IPv6 one. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:/, '');
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** Where a server is asked for; an IPv6 address stands in brackets. */
export function httpAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Whether a server at this host listens on all addresses of the machine. */
export function listensEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '';
}
