import { readFileSync } from 'node:fs';
import { carriers, decodeReport } from '@milepost/connectors';
import { type MessageKind, messageKinds } from '@milepost/domain';
import { loadGazetteer } from '@milepost/gazetteer';
import { gazetteerCacheFolder } from '../platform/process/cache-folder.ts';
import { CommandFailure } from './command-failure.ts';

export interface DecodeOptions {
  carrier: string;
  kind?: string;
  /** ISO 8601. Later events count as being in the future. */
  receivedAt?: string;
}

/**
 * Decodes one message without a database and prints the result as JSON. `file` is a path, or `-` for standard
 * input.
 */
export async function decodeCommand(file: string, options: DecodeOptions): Promise<void> {
  const carrier = carriers.find(({ manifest }) => manifest.name === options.carrier);
  if (!carrier) {
    const names = carriers.map(({ manifest }) => manifest.name).join(', ');
    throw new CommandFailure(`Unknown carrier ${options.carrier}. Available carriers: ${names}.`);
  }
  const kind = readKind(options.kind ?? carrier.manifest.messageKinds[0]);
  const receivedAt = options.receivedAt === undefined ? Date.now() : Date.parse(options.receivedAt);
  if (Number.isNaN(receivedAt))
    throw new CommandFailure('--received-at must be an ISO 8601 instant, such as 2026-03-01T12:00:00Z.');
  const body = new TextDecoder('utf-8').decode(readInput(file));
  const gazetteer = await loadGazetteer({ cacheFolder: gazetteerCacheFolder });
  const decoded = carrier.decode({ kind, body, contentType: null }, { gazetteer, receivedAt });
  process.stdout.write(
    `${JSON.stringify(decodeReport(options.carrier, kind, decoded, receivedAt), null, 2)}\n`,
  );
}

function readKind(text: string | undefined): MessageKind {
  const kind = messageKinds.find((name) => name === text);
  if (!kind) throw new CommandFailure(`--kind must be one of ${messageKinds.join(', ')}.`);
  return kind;
}

function readInput(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new CommandFailure(
      `${file} cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}.`,
      { cause: error },
    );
  }
}
