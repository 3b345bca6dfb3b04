import { join } from 'node:path';

/** Builds dist/portal: `server/render.js`, and `client/` with its manifest. */
export async function build(): Promise<void> {
  const vite = await import('vite');
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  await vite.build({ configFile, logLevel: 'warn' });
  await vite.build({ configFile, logLevel: 'warn', build: { ssr: join(import.meta.dirname, 'render.tsx') } });
}
