import type { CheckoutFile } from '../checkout.ts';
import type { Finding } from './finding.ts';
import { type Source, walk } from './source.ts';

const emptyWords = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'managers', 'misc'];
const remedy = 'does not describe the content. Name the one thing in it.';

/** Refuses names of files and folders that describe nothing. */
export function checkFileNames(files: readonly CheckoutFile[]): Finding[] {
  return files.flatMap(({ path }) => {
    const words = path.toLowerCase().split(/[^a-z]+/);
    const empty = words.find((word) => emptyWords.includes(word));
    return empty === undefined ? [] : [{ path, message: `"${empty}" ${remedy}` }];
  });
}

/** Refuses names of classes, types and functions that describe nothing. */
export function checkDeclaredNames(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const findings: Finding[] = [];
    walk(source, (node) => {
      const name = declaredName(node);
      const words = name?.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase()) ?? [];
      const empty = words.find((word) => emptyWords.includes(word));
      if (empty === undefined) return;
      findings.push({
        path: source.path,
        line: source.lineOf(node.start),
        message: `"${name}": "${empty}" ${remedy}`,
      });
    });
    return findings;
  });
}

function declaredName(node: Parameters<Parameters<typeof walk>[1]>[0]): string | undefined {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return node.id?.name;
    default:
      return undefined;
  }
}
