import type { Finding } from './finding.ts';
import { isTest, type Source } from './source.ts';

/** The demo itself, the command that starts it, the wiring, and the settings. */
const demoFiles = [
  /^packages\/server\/src\/modules\/demo\//,
  /^packages\/server\/src\/cli\//,
  /^packages\/server\/src\/compose\//,
  /^packages\/server\/src\/config\.ts$/,
  /^packages\/server\/src\/testing\//,
];

/** Whether a workspace is a demo is data of that workspace, in its column and in the API. */
const dataNames = /\bis_demo\b|\bisDemo\b|\bdemo: await deps\.publishedSignIns\(\)/g;

/**
 * The server does not know whether it serves a demo: the demo uses a clock and simulated carriers, and the
 * API.
 */
export function checkDemoLocation(sources: readonly Source[]): Finding[] {
  const product = sources.filter(
    ({ path }) =>
      path.startsWith('packages/server/src/') && !isTest(path) && !demoFiles.some((file) => file.test(path)),
  );
  return product.flatMap(({ path, text }) =>
    text.split('\n').flatMap((content, index) => {
      if (!/(?<![a-z])demo(?![a-z])|Demo/.test(content.replaceAll(dataNames, ''))) return [];
      return [{ path, line: index + 1, message: 'The demo is mentioned outside modules/demo.' }];
    }),
  );
}
