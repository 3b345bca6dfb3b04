import type { ShipmentView } from '@milepost/contract';

/** Shipments as CSV (RFC 4180), for spreadsheets. */
type Column = readonly [
  name: string,
  readColumn: (shipment: ShipmentView) => string | boolean | null | undefined,
];

const columns: readonly Column[] = [
  ['id', ({ id }) => id],
  ['tracking_id', ({ trackingId }) => trackingId],
  ['carrier', ({ carrier }) => carrier],
  ['tracking_number', ({ trackingNumber }) => trackingNumber],
  ['references', ({ references }) => references.join(' | ')],
  ['recipient_name', ({ recipient }) => recipient.name],
  ['recipient_email', ({ recipient }) => recipient.email],
  ['destination_name', ({ destination }) => destination?.name],
  ['destination_postcode', ({ destination }) => destination?.postcode],
  ['destination_country', ({ destination }) => destination?.country],
  ['service', ({ service }) => service],
  ['milestone', ({ milestone }) => milestone],
  ['sub_status', ({ subStatus }) => subStatus],
  ['meaning', ({ meaning }) => meaning],
  ['since', ({ since }) => since],
  ['last_event_at', ({ lastEvent }) => lastEvent?.occurredAt ?? lastEvent?.localTime],
  ['last_event_text', ({ lastEvent }) => lastEvent?.text],
  ['last_event_place', ({ lastEvent }) => lastEvent?.place?.name],
  ['last_event_country', ({ lastEvent }) => lastEvent?.place?.country],
  ['despatch_date', ({ despatchDate }) => despatchDate],
  ['promised_from', ({ promisedDelivery }) => promisedDelivery?.from],
  ['promised_to', ({ promisedDelivery }) => promisedDelivery?.to],
  ['expected_from', ({ estimatedDelivery }) => estimatedDelivery?.from],
  ['expected_to', ({ estimatedDelivery }) => estimatedDelivery?.to],
  ['delivered_at', ({ deliveredAt }) => deliveredAt],
  ['signed_by', ({ signedBy }) => signedBy],
  ['has_exception', ({ hasException }) => hasException],
  ['open_alerts', ({ openAlerts }) => openAlerts.join(' | ')],
  ['flags', ({ flags }) => flags.join(' | ')],
  ['created_at', ({ createdAt }) => createdAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
];

/** Starts with a byte order mark: without it, spreadsheets do not read UTF-8. */
export const csvHeader = `\uFEFF${columns.map(([name]) => name).join(',')}\r\n`;

export function csvLine(shipment: ShipmentView): string {
  return `${columns.map(([, readColumn]) => csvField(readColumn(shipment) ?? '')).join(',')}\r\n`;
}

/**
 * Spreadsheets execute text that starts like a formula, also in full-width letters, and some of these texts
 * come from outside; a leading apostrophe makes it text. Where numbers use a decimal comma, spreadsheets
 * split a field at every semicolon, regardless of quotes.
 */
const formulaAhead = /([;\r\n])(?=[=+\-@＝＋－＠])/g;
const formula = /^[=+\-@＝＋－＠\t\r]/;

function csvField(value: string | boolean): string {
  const text = String(value).replaceAll(formulaAhead, "$1'");
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
