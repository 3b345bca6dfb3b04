import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCheckout, root } from '../checkout.ts';

/** A copy of the checkout in which commands may write. */
export interface TemporaryCheckout {
  folder: string;
  remove(): Promise<void>;
}

/**
 * Copies the text files and links the installed packages. The workspace's own packages are those of the copy.
 */
export async function makeTemporaryCheckout(): Promise<TemporaryCheckout> {
  const folder = await mkdtemp(path.join(tmpdir(), 'milepost-checkout-'));
  for (const file of readCheckout()) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
  const installed = path.join(root, 'node_modules');
  const modules = path.join(folder, 'node_modules');
  await mkdir(path.join(modules, '@milepost'), { recursive: true });
  for (const name of await readdir(installed)) {
    if (name !== '@milepost') await symlink(path.join(installed, name), path.join(modules, name));
  }
  for (const name of await readdir(path.join(folder, 'packages'))) {
    await symlink(path.join(folder, 'packages', name), path.join(modules, '@milepost', name));
    // Where two packages need different versions, npm installs one of them below the package.
    const nested = path.join('packages', name, 'node_modules');
    if (existsSync(path.join(root, nested)))
      await symlink(path.join(root, nested), path.join(folder, nested));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
