import type { Connector, ConnectorManifest } from '../connector.ts';
import type { CodeTable } from './code-table.ts';

/**
 * A carrier: a connector whose messages contain the events of parcels. Its folder:
 *
 *   manifest.ts      identity, settings, limits; exports `carrier`, the only export that others use
 *   codes.ts         code tables
 *   decode.ts        payload → facts and problems, pure and total (readers in payload.ts when they grow)
 *   poll.ts          requests, where the carrier can be asked
 *   webhook.ts       proof and acknowledgement of pushes, where the carrier pushes
 *   expectations.ts  expected result of each fixture
 *   fixtures/        payloads written by us in the carrier's shape
 *   README.md        sources with dates, limits, traps
 */
export interface Carrier extends Connector {
  manifest: CarrierManifest;
  /** Every code table by its name, for the conformance suite, the mapping workbench and the docs. */
  codeTables: Readonly<Record<string, CodeTable>>;
}

export interface CarrierManifest extends ConnectorManifest {
  kind: 'carrier';
  /** Public page for a number, with `{number}` in it, where one exists. */
  trackingPage: string | null;
  /**
   * Zone of wall clocks that have none and whose place has none either; null when no honest default exists.
   */
  defaultZone: string | null;
  /** Codes are those of the carrier itself, or of an aggregator that reports for others. */
  origin: 'carrier' | 'aggregator';
  limits: { batchMax: number; requestsPerSecond: number | null; requestsPerDay: number | null };
  /** Could this be one of the carrier's numbers? Shape and check digit only. */
  recognises(trackingNumber: string): boolean;
}
