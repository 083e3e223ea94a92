import { describe, expect, test } from 'vitest';
import { bearer } from '../../client/net/bearer.ts';

describe('the header with a key', () => {
  test('accepts any typed key, and leaves possible keys unchanged', () => {
    expect(bearer('rYDcOuf_7-ubDFfY_pYplMKn')).toBe('Bearer rYDcOuf_7-ubDFfY_pYplMKn');
    expect(() => new Headers({ authorization: bearer('老师ＡＢＣ') })).not.toThrow();
  });
});
