import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openApiDocument } from '../../packages/contract/src/index.ts';
import { root } from '../checkout.ts';
import type { Generator } from './generator.ts';

/** The API as OpenAPI 3.1, for those who make clients of it, and for the eye of whoever reviews a change of the contract. */
export const openApi: Generator = {
  name: 'OpenAPI document',
  async files() {
    // npm refuses a manifest without version.
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    const document = `${JSON.stringify(openApiDocument(version), null, 2)}\n`;
    return new Map([['packages/contract/openapi.json', document]]);
  },
};
