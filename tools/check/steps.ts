import { globSync } from 'node:fs';
import path from 'node:path';
import { root } from '../checkout.ts';
import type { Command, Step } from './step.ts';

const bin = (file: string): string => path.join('node_modules', file);

/** The checks that do not run the product, fastest first. */
export function staticSteps(): Step[] {
  return [
    { name: 'types', commands: typeChecks() },
    {
      name: 'format and lint',
      commands: [[bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
    },
    { name: 'import rules', commands: [importRules()] },
    { name: 'dead code', commands: [[bin('knip/bin/knip.js')]] },
    { name: 'generated files', commands: [['tools/gen.ts', '--check']] },
  ];
}

/** Each package has a tsconfig, and the domain a second one for its tests. */
function typeChecks(): Command[] {
  const projects = globSync('{packages/*,bench,e2e,tools}/tsconfig*.json', { cwd: root }).sort();
  return projects.map((project) => [bin('typescript/bin/tsc'), '-p', project]);
}

function importRules(): Command {
  const config = ['--config', '.dependency-cruiser.mjs'];
  return [
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    ...config,
    'packages',
    'bench',
    'e2e',
    'tools',
  ];
}
