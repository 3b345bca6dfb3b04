import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ShipmentBatchRow } from '@milepost/contract';
import { parse } from 'csv-parse';
import { type ApiClient, type ApiOptions, withApi } from './api-client.ts';
import { CommandFailure } from './command-failure.ts';

/** A row of the file with its line number. */
interface Row {
  line: number;
  shipment: unknown;
}

const rowsPerRequest = 500;

interface Counts {
  created: number;
  existing: number;
  refused: number;
}

/**
 * Registers the shipments of a file: NDJSON (one body of POST /v1/shipments per line) or CSV with a header.
 * Valid rows are registered; invalid rows are listed with their line, and the command then fails.
 */
export async function importCommand(file: string, options: ApiOptions): Promise<void> {
  const counts: Counts = { created: 0, existing: 0, refused: 0 };
  await withApi(options, async (api) => {
    let batch: Row[] = [];
    for await (const row of rowsOf(file)) {
      batch.push(row);
      if (batch.length < rowsPerRequest) continue;
      await send(api, batch, counts);
      batch = [];
    }
    if (batch.length > 0) await send(api, batch, counts);
  });
  process.stdout.write(
    `${counts.created} added, ${counts.existing} already known, ${counts.refused} not added\n`,
  );
  if (counts.refused > 0) process.exitCode = 1;
}

async function send(api: ApiClient, rows: readonly Row[], counts: Counts): Promise<void> {
  const answer = await api.post('/v1/shipments/batch', { shipments: rows.map((row) => row.shipment) });
  // The route's schema is the contract's shipmentBatchResult.
  const batch = (await answer.json()) as Counts & { results: ShipmentBatchRow[] };
  counts.created += batch.created;
  counts.existing += batch.existing;
  counts.refused += batch.refused;
  for (const { index, problem } of batch.results) {
    if (problem)
      process.stderr.write(`line ${rows[index]?.line ?? '?'}: ${problem.detail ?? problem.title}\n`);
  }
}

function rowsOf(file: string): AsyncIterable<Row> {
  return file.endsWith('.csv') ? csvRows(file) : jsonRows(file);
}

async function* jsonRows(file: string): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    line += 1;
    if (text.trim() !== '') yield { line, shipment: readLine(text, line) };
  }
}

function readLine(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFailure(
      `Line ${line} is not valid JSON. NDJSON has one shipment per line; the name of a CSV file must end in .csv.`,
      { cause: error },
    );
  }
}

/** Maps the columns of the CSV to fields of a shipment. The API refuses unknown columns by name. */
async function* csvRows(file: string): AsyncGenerator<Row> {
  const parser = createReadStream(file).pipe(
    parse({ columns: true, skip_empty_lines: true, trim: true, bom: true, info: true }),
  );
  for await (const record of parser) {
    // With `info`, each item contains the record and its position.
    const { record: columns, info } = record as { record: Record<string, string>; info: { lines: number } };
    yield { line: info.lines, shipment: shipmentOf(columns) };
  }
}

function shipmentOf(columns: Record<string, string>): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== ''));
  const { references, recipientName, recipientEmail, city, postcode, country, ...rest } = filled;
  return {
    ...rest,
    ...(references ? { references: references.split(/[;|]/).map((reference) => reference.trim()) } : {}),
    ...(recipientName || recipientEmail
      ? { recipient: defined({ name: recipientName, email: recipientEmail }) }
      : {}),
    ...(city || postcode || country ? { destination: defined({ name: city, postcode, country }) } : {}),
  };
}

function defined(value: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
