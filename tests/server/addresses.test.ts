/** Addresses at which a server can be asked for. */
import { expect, test } from 'vitest';
import { httpAddress, isLoopback, listensEverywhere, plainAddress } from '../../server/access/addresses.ts';

test('an IPv6 address stands in brackets, a name and an IPv4 address do not', () => {
  expect(httpAddress('fd00::1', 2_567)).toBe('http://[fd00::1]:2567');
  expect(new URL(httpAddress('::1', 80)).hostname).toBe('[::1]');
  expect(httpAddress('192.168.1.7', 2_567)).toBe('http://192.168.1.7:2567');
  expect(httpAddress('localhost', 2_567)).toBe('http://localhost:2567');
});

test('this machine is known by every loopback address, and a host for all addresses by each of its forms', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1'].map(isLoopback)).toEqual([true, true, true]);
  expect(['128.0.0.1', '::2', '10.127.0.1'].map(isLoopback)).toEqual([false, false, false]);
  expect(['0.0.0.0', '::', ''].map(listensEverywhere)).toEqual([true, true, true]);
  expect(['127.0.0.1', '::1'].map(listensEverywhere)).toEqual([false, false]);
  expect(plainAddress('::ffff:10.0.0.2')).toBe('10.0.0.2');
});
