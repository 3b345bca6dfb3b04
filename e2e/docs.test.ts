/**
 * Runs the commands of the documents: every block marked `sh` that calls curl, in the order of the document
 * and in one shell, because a later block may use a variable of an earlier one. A demo server of the test
 * replaces the reader's.
 */
import { execFile, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckout } from '../tools/checkout.ts';
import { codeBlocksIn } from '../tools/docs/markdown.ts';
import { makeServer, type ServerProcess } from './harness/server-process.ts';

const pages = readCheckout().filter(({ path }) => path === 'README.md' || /^docs\/.*[.]md$/.test(path));
const scripts = pages.flatMap(({ path: page, text: document }) => {
  const blocks = codeBlocksIn(document);
  const texts = blocks.filter(({ language, text }) => language === 'sh' && /\bcurl\b/.test(text));
  return texts.length === 0 ? [] : [{ page, text: texts.map(({ text }) => text).join('\n') }];
});
const missing = ['bash', 'curl', 'openssl'].filter((tool) => spawnSync(tool, ['--help']).error !== undefined);

describe('the commands of the documents', () => {
  if (missing.length > 0) {
    it.skip(`skipped: no ${missing.join(', ')} on this machine`, () => undefined);
    return;
  }
  let server: ServerProcess;
  beforeAll(async () => {
    server = await makeServer({
      arguments: ['--demo'],
      environment: { MILEPOST_DEMO_SHIPMENTS: '200' },
    });
    await server.start();
  });
  afterAll(() => server.dispose());

  it('exist', () => {
    expect(scripts.map(({ page }) => page)).toContain('README.md');
  });

  it.each(scripts)('of $page succeed, and each request is answered with a 2xx', async ({ text }) => {
    const { exitCode, stdout, stderr } = await run(text.replaceAll('http://localhost:3000', server.url));
    const statuses = [...stderr.matchAll(/^curl-status (\d+)$/gm)].map(([, status = '']) => status);

    expect(
      { exitCode, refused: statuses.filter((status) => !status.startsWith('2')) },
      stdout + stderr,
    ).toEqual({
      exitCode: 0,
      refused: [],
    });
    expect(statuses).toHaveLength(text.match(/\bcurl\b/g)?.length ?? 0);
  });

  function run(script: string): Promise<{ exitCode: number; stdout: string; stderr: string }> {
    const env = { ...process.env, KEY: server.key() };
    return new Promise((resolve) => {
      execFile('bash', ['-c', reportingCurl + script], { env, timeout: 60_000 }, (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
      });
    });
  }
});

/**
 * curl succeeds for any status, so it also prints the status. Exit code 23 means that the reader of a stream
 * stopped reading.
 */
const reportingCurl = `
set -euo pipefail
curl() {
  local code=0
  command curl --max-time 20 --write-out '%{stderr}\\ncurl-status %{http_code}\\n' "$@" || code=$?
  if [ "$code" = 23 ]; then code=0; fi
  return "$code"
}
`;
