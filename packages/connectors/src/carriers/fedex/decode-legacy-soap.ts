import { XMLParser } from 'fast-xml-parser';
import type { Read } from '../../_kit/index.ts';

/**
 * Answers of the retired SOAP track service (versions 5 to 14), common in archives and old bridges,
 * converted to the shape of the Track API, so that one decoder reads both. Every value stays a text,
 * because `007` is a code and not a number.
 */
export function readLegacySoap(body: string): Read<unknown> {
  // FedEx never sends a document type; without one only the five predefined entities of XML are expanded.
  if (/<!doctype/i.test(body)) return unreadable('The XML has a document type; FedEx sends none.');
  try {
    return replyOf(parser.parse(body, true));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'no reason given';
    return unreadable(`The XML cannot be parsed: ${reason}`);
  }
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  removeNSPrefix: true,
});

type Node = Readonly<Record<string, unknown>>;

function replyOf(document: unknown): Read<unknown> {
  const body = nodeOf(nodeOf(document).Envelope).Body;
  const parent = body === undefined ? nodeOf(document) : nodeOf(body);
  const fault = parent.Fault;
  if (fault !== undefined) {
    const { faultcode, faultstring } = nodeOf(fault);
    return { ok: true, value: { errors: [{ code: faultcode, message: faultstring }] } };
  }
  if (parent.TrackReply === undefined) return unreadable('The XML contains no TrackReply.');
  const reply = nodeOf(parent.TrackReply);
  const errors = listOf(reply.Notifications).map(failureOf);
  // Up to version 5 the details are in the reply itself.
  const completed = listOf(reply.CompletedTrackDetails ?? (reply.TrackDetails ? reply : undefined));
  const value = {
    errors: errors.filter((error) => error !== undefined),
    ...(completed.length > 0 ? { output: { completeTrackResults: completed.map(numberOf) } } : {}),
  };
  return { ok: true, value };
}

function numberOf(completed: unknown): unknown {
  const details = listOf(nodeOf(completed).TrackDetails).map(nodeOf);
  return { trackingNumber: details[0]?.TrackingNumber, trackResults: details.map(resultOf) };
}

function resultOf(detail: Node): unknown {
  const status = nodeOf(detail.StatusDetail);
  const service = nodeOf(detail.Service);
  return {
    error: failureOf(detail.Notification),
    trackingNumberInfo: {
      trackingNumber: detail.TrackingNumber,
      trackingNumberUniqueId: detail.TrackingNumberUniqueIdentifier,
    },
    additionalTrackingInfo: {
      packageIdentifiers: listOf(detail.OtherIdentifiers).map((other) => ({
        value: nodeOf(nodeOf(other).PackageIdentifier).Value,
      })),
    },
    latestStatusDetail: { code: status.Code },
    scanEvents: listOf(detail.Events).map(scanOf),
    dateAndTimes: [
      { type: 'SHIP', dateTime: detail.ShipTimestamp },
      { type: 'ESTIMATED_DELIVERY', dateTime: detail.EstimatedDeliveryTimestamp },
      { type: 'ACTUAL_DELIVERY', dateTime: detail.ActualDeliveryTimestamp },
    ],
    deliveryDetails: { receivedByName: detail.DeliverySignatureName },
    packageDetails: {
      count: detail.PackageCount,
      weightAndDimensions: { weight: listOf(detail.PackageWeight).map(weightOf) },
    },
    shipmentDetails: { weight: listOf(detail.ShipmentWeight).map(weightOf) },
    serviceDetail: { type: service.Type, description: service.Description },
    shipperInformation: { address: addressOf(detail.OriginLocationAddress) },
    recipientInformation: { address: addressOf(detail.DestinationAddress) },
  };
}

function scanOf(event: unknown): unknown {
  const scan = nodeOf(event);
  return {
    date: scan.Timestamp,
    eventType: scan.EventType,
    eventDescription: scan.EventDescription,
    exceptionCode: scan.StatusExceptionCode,
    exceptionDescription: scan.StatusExceptionDescription,
    locationId: scan.StationId,
    locationType: scan.ArrivalLocation,
    scanLocation: addressOf(scan.Address),
  };
}

function addressOf(value: unknown): unknown {
  const address = nodeOf(value);
  return {
    streetLines: listOf(address.StreetLines),
    city: address.City,
    stateOrProvinceCode: address.StateOrProvinceCode,
    postalCode: address.PostalCode,
    countryCode: address.CountryCode,
    countryName: address.CountryName,
  };
}

function weightOf(value: unknown): unknown {
  const weight = nodeOf(value);
  return { unit: weight.Units, value: weight.Value };
}

/** A notification of a failure; those of success contain nothing. */
function failureOf(value: unknown): unknown {
  const { Severity, Code, Message } = nodeOf(value);
  return Severity === 'ERROR' || Severity === 'FAILURE' ? { code: Code, message: Message } : undefined;
}

function nodeOf(value: unknown): Node {
  // A parsed element with children is a record of unknown fields; anything else has none.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

function unreadable(detail: string): Read<unknown> {
  return { ok: false, problem: { kind: 'unreadable_payload', detail, pointer: '' } };
}
