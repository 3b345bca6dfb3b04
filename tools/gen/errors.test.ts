import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../checkout.ts';
import { errorsReference } from './errors.ts';
import { openApi } from './openapi.ts';

test.each([errorsReference, openApi])('$name: the committed file matches the contract', async (generator) => {
  for (const [file, content] of await generator.files()) {
    expect(readFileSync(path.join(root, file), 'utf8'), `${file}: run npm run gen`).toBe(content);
  }
});
