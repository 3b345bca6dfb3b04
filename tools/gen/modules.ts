import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../checkout.ts';
import { moduleArrows } from '../module-arrows.ts';
import type { Generator } from './generator.ts';

const page = 'ARCHITECTURE.md';
const folder = 'packages/server/src/modules';
const begin = '<!-- The table of modules is written by `npm run gen` from the README of each module. -->';
const end = '<!-- End of the table of modules. -->';

/** The table of the server's modules in ARCHITECTURE.md. */
export const modulesTable: Generator = {
  name: 'table of modules',
  async files() {
    const text = await readFile(path.join(root, page), 'utf8');
    const names = (await readdir(path.join(root, folder))).sort();
    const readmes = await Promise.all(
      names.map((name) => readFile(path.join(root, folder, name, 'README.md'), 'utf8')),
    );
    const rows = names.map((name, index) => rowOf(name, readModuleReadme(name, readmes[index] ?? '')));
    return new Map([[page, withTable(text, rows)]]);
  },
};

export interface ModuleFacts {
  purpose: string;
  owns: string;
}

/** The first sentence below the title, and the text after "Owns:". Throws if one of them is missing. */
export function readModuleReadme(name: string, readme: string): ModuleFacts {
  const purpose = /^# .+\n\n([\s\S]+?[.])(?:\s|$)/.exec(readme)?.[1]?.replaceAll('\n', ' ');
  const owns = /^- \*\*Owns:\*\* ([^\n]+(?:\n {2}[^\n]+)*)/m.exec(readme)?.[1]?.replaceAll(/\n\s*/g, ' ');
  if (purpose === undefined || owns === undefined) {
    throw new Error(
      `${folder}/${name}/README.md needs a first sentence that states its purpose, and a line "- **Owns:** …".`,
    );
  }
  return { purpose, owns };
}

function rowOf(name: string, { purpose, owns }: ModuleFacts): string {
  const imports = (moduleArrows[name] ?? []).join(', ') || '–';
  return `| [${name}](${folder}/${name}/README.md) | ${purpose} | ${owns} | ${imports} |`;
}

function withTable(text: string, rows: readonly string[]): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`${page} lacks the two comments that enclose the table of modules.`);
  const head = ['| module | purpose | owns | may import |', '|---|---|---|---|'];
  return `${text.slice(0, from)}${begin}\n\n${[...head, ...rows].join('\n')}\n\n${text.slice(to)}`;
}
