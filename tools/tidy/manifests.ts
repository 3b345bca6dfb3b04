import type { CheckoutFile } from '../checkout.ts';
import type { Finding } from './finding.ts';

const licence = 'Apache-2.0';
const dependencyPage = 'docs/dependencies.md';
const lockFile = 'package-lock.json';
const sections = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

type Versions = Readonly<Record<string, string>>;
type Manifest = Readonly<Partial<Record<(typeof sections)[number], Versions>>> & {
  readonly license?: string;
};

interface ManifestFile {
  readonly path: string;
  readonly manifest: Manifest;
}

/** Each package names the licence, and the text of the licence is complete. */
export function checkLicence(files: readonly CheckoutFile[]): Finding[] {
  const withoutLicence = manifestsOf(files).filter(({ manifest }) => manifest.license !== licence);
  const text = textOf(files, 'LICENSE');
  const isComplete =
    /Apache License\s+Version 2\.0/.test(text) && /END OF TERMS AND CONDITIONS[\s\S]+APPENDIX/.test(text);
  return [
    ...withoutLicence.map(({ path }) => ({ path, message: `"license" must be "${licence}".` })),
    ...(isComplete
      ? []
      : [{ path: 'LICENSE', message: 'is not the complete text of the Apache License 2.0.' }]),
  ];
}

/** Every package we depend on has a line with every cell filled in, and every line belongs to a package. */
export function checkDependencyPage(files: readonly CheckoutFile[]): Finding[] {
  const used = new Set<string>();
  for (const { manifest } of manifestsOf(files)) {
    for (const section of sections) {
      for (const name of Object.keys(manifest[section] ?? {})) {
        if (!name.startsWith('@milepost/')) used.add(name);
      }
    }
  }
  const rows = [...textOf(files, dependencyPage).matchAll(/^\| *`([^`]+)` *\|(.*)\|$/gm)];
  const listed = new Set(rows.map(([, name = '']) => name));
  const incomplete = rows.filter(([, , cells = '']) => cells.split('|').some((cell) => cell.trim() === ''));
  const path = dependencyPage;
  return [
    ...[...used.difference(listed)].map((name) => ({ path, message: `${name} is used but not listed.` })),
    ...[...listed.difference(used)].map((name) => ({ path, message: `${name} is listed but not used.` })),
    ...incomplete.map(([, name = '']) => ({ path, message: `${name} has an empty cell.` })),
  ];
}

/** The launcher installs from an outdated lock file without an error, so the check is here. */
export function checkLockFile(files: readonly CheckoutFile[]): Finding[] {
  // npm writes and reads this file; we compare only the part that repeats the manifests.
  const lock = JSON.parse(textOf(files, lockFile) || '{}') as { packages?: Record<string, Manifest> };
  return manifestsOf(files).flatMap(({ path, manifest }) => {
    const locked = lock.packages?.[path.replace(/\/?package\.json$/, '')] ?? {};
    const differing = sections.filter((section) => !sameVersions(manifest[section], locked[section]));
    return differing.map((section) => ({
      path: lockFile,
      message: `differs from the ${section} of ${path}. Run npm install and commit it.`,
    }));
  });
}

function manifestsOf(files: readonly CheckoutFile[]): ManifestFile[] {
  const found = files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path));
  // npm refuses a manifest with any other shape.
  return found.map(({ path, text }) => ({ path, manifest: JSON.parse(text) as Manifest }));
}

function textOf(files: readonly CheckoutFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? '';
}

function sameVersions(a: Versions = {}, b: Versions = {}): boolean {
  const inOrder = (versions: Versions) => JSON.stringify(Object.entries(versions).sort());
  return inOrder(a) === inOrder(b);
}
