import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import runtime from '../../scripts/runtime.json' with { type: 'json' };

const dockerfile = readFileSync(join(import.meta.dirname, '../../Dockerfile'), 'utf8');

describe('the server is started with the same runtime everywhere', () => {
  test('in the image and by npm start', () => {
    expect(dockerfile).toContain(
      `CMD ${JSON.stringify(['node', ...runtime.flags, 'server/main.ts']).replaceAll(',', ', ')}`,
    );
    for (const [name, value] of Object.entries(runtime.environment)) expect(dockerfile).toContain(`${name}=${value}`);
  });
});
