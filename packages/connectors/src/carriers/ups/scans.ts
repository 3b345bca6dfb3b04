import { type EventTime, milestoneOf } from '@milepost/domain';
import { type CodeFate, type Decoding, isIgnored, type ShipmentDecoding } from '../../_kit/index.ts';
import { fateOf, type ScanCodes, type ServiceFamily } from './codes.ts';
import type { Address } from './payload.ts';
import { scanPlace } from './places.ts';
import { readScanTime, type ScanClock } from './times.ts';

/** A scan from either of the two interfaces. */
export interface Scan {
  codes: ScanCodes;
  clock: ScanClock;
  address: Address | undefined;
  text: string | undefined;
  /** The recipient's name, if given; used for a delivery only. */
  receivedBy: string | undefined;
}

/** The target of a scan and its position in the message. */
export interface ScanContext {
  decoding: Decoding;
  shipment: ShipmentDecoding;
  family: ServiceFamily;
  pointer: string;
}

export interface AddedScan {
  time: EventTime;
  milestone: string | null;
}

/** Adds a scan as an event; null when its time is unreadable, which is reported. */
export function addScan(scan: Scan, { decoding, shipment, family, pointer }: ScanContext): AddedScan | null {
  const place = scanPlace(decoding, scan.address);
  const time = readScanTime(scan.clock, place);
  if (time === null) {
    const written = [scan.clock.date, scan.clock.time].filter((part) => part !== undefined).join(' ');
    const detail =
      written === '' ? 'A scan has no date.' : `The time of a scan is unreadable: ${written.slice(0, 40)}.`;
    decoding.problem('unreadable_time', detail, pointer);
    return null;
  }
  const { codes, text } = scan;
  const fate = fateOf(family, codes);
  const milestone = milestoneOfFate(fate);
  shipment.event(
    {
      time,
      fate,
      code: codes.type,
      subCode: codes.code ?? codes.statusCode,
      text,
      place,
      signedBy: milestone === 'delivered' ? scan.receivedBy : undefined,
    },
    pointer,
  );
  return { time, milestone };
}

function milestoneOfFate(fate: CodeFate | undefined): string | null {
  return fate === undefined || isIgnored(fate) ? null : milestoneOf(fate.subStatus);
}
