import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ConnectorKind, connectorFolders } from '../../packages/connectors/src/_kit/connector.ts';

/** Template files end in `.txt`, so that no tool takes them for sources. */
const templates = path.join(import.meta.dirname, 'template');

export interface NewConnector {
  kind: ConnectorKind;
  /** Folder name, kebab-case. */
  name: string;
  title: string;
  /** Today, `2026-03-05`. */
  date: string;
}

export function isConnectorName(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name);
}

export function isConnectorKind(kind: string): kind is ConnectorKind {
  return Object.hasOwn(connectorFolders, kind);
}

/** The kinds that have a template. */
export async function templateKinds(): Promise<string[]> {
  return (await readdir(templates)).sort();
}

/**
 * Writes the template of the kind below `root` and returns the files, by their path from there. Never
 * overwrites.
 */
export async function writeConnector(root: string, connector: NewConnector): Promise<string[]> {
  const template = path.join(templates, connector.kind);
  const entries = await readdir(template, { recursive: true });
  const sources = entries.filter((entry) => entry.endsWith('.txt')).sort();
  const written: string[] = [];
  for (const source of sources) {
    const text = await readFile(path.join(template, source), 'utf8');
    const file = targetOf(source.split(path.sep).join('/').slice(0, -'.txt'.length), connector);
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), filledIn(text, connector), { flag: 'wx' });
    written.push(file);
  }
  return written;
}

/** The connector and its dialect belong to different packages. */
function targetOf(source: string, { kind, name }: NewConnector): string {
  const folder = connectorFolders[kind];
  return source.startsWith('connector/')
    ? `packages/connectors/src/${folder}/${name}/${source.slice('connector/'.length)}`
    : `packages/simulator/src/${folder}/${name}.ts`;
}

function filledIn(text: string, { name, title, date }: NewConnector): string {
  return text.replaceAll('__NAME__', name).replaceAll('__TITLE__', title).replaceAll('__DATE__', date);
}
