/** The server's settings from the environment, and its complaints. */
import { describe, expect, test } from 'vitest';
import { makeFolder, readEnvironment, whyNotListening } from '../../server/environment.ts';

describe('the environment', () => {
  test('is optional, and what is empty is not said', () => {
    const unsaid = readEnvironment({});
    expect(unsaid).toMatchObject({ port: 2567, host: '0.0.0.0', dataFolder: './data', logLevel: 'warn', botPace: 1 });
    const names = [
      'PORT',
      'HOST',
      'DATA_DIR',
      'LOG_LEVEL',
      'BOT_PACE',
      'RETENTION_DAYS',
      'INSTRUCTOR_KEY',
      'REDIS_URL',
    ];
    expect(readEnvironment(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(unsaid);
  });

  test('tells how many proxies there are from which', () => {
    expect(readEnvironment({ TRUST_PROXY: '2' })).toMatchObject({ trustProxy: 2 });
    expect(readEnvironment({ TRUST_PROXY: '10.0.0.1' })).toMatchObject({ trustProxy: '10.0.0.1' });
  });

  test.each([
    [{ PORT: 'eighty' }, 'PORT is not a port'],
    [{ PORT: '70000' }, 'PORT is not a port'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is one of'],
    [{ BOT_PACE: 'slow' }, 'BOT_PACE is a number'],
    [{ RETENTION_DAYS: 'for ever' }, 'RETENTION_DAYS is not a number of days'],
    [{ INSTRUCTOR_KEY: 'a' }, 'INSTRUCTOR_KEY is short'],
    [{ INSTRUCTOR_KEY: '老师的钥匙' }, 'INSTRUCTOR_KEY goes into an HTTP header'],
    [{ DATABASE_URL: 'mysql://localhost/street' }, 'DATABASE_URL begins with postgres://'],
    [{ REDIS_URL: 'redis://localhost' }, 'set DATABASE_URL too'],
  ])('says what is wrong with %o', (environment, sentence) => {
    expect(readEnvironment(environment)).toEqual({ wrong: expect.stringContaining(sentence) });
  });
});

describe('a folder for the data', () => {
  test('is refused at once where none can be made', () => {
    expect(() => makeFolder('/dev/null/street')).toThrow();
    expect(() => makeFolder('/proc/street/data')).toThrow();
  });
});

describe('what keeps the server from listening', () => {
  test.each([
    ['EADDRINUSE', 'Port 2567 is taken. Choose another: PORT=2568 npm start'],
    ['EACCES', 'Port 2567 needs an administrator'],
    ['EADDRNOTAVAIL', 'This computer has no address 203.0.113.7 (HOST)'],
  ])('%s', (code, sentence) => {
    expect(whyNotListening(Object.assign(new Error('listen'), { code }), 2567, '203.0.113.7')).toContain(sentence);
  });
});
