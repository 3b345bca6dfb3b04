/* Shipments as CSV (RFC 4180) for spreadsheets. */
import type { ShipmentView } from '@milepost/contract';
import { type Options, stringify } from 'csv-stringify/sync';

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
  ['open_exceptions', ({ openExceptions }) => openExceptions.join(' | ')],
  ['flags', ({ flags }) => flags.join(' | ')],
  ['created_at', ({ createdAt }) => createdAt],
  ['updated_at', ({ updatedAt }) => updatedAt],
];

/**
 * Spreadsheets execute text that starts like a formula, and some texts come from outside. An apostrophe
 * makes it plain text. Spreadsheets with a decimal comma start a new field after every semicolon, even
 * inside quotes, and some start one after a line break; csv-stringify looks at the start of the field only.
 */
const formulaInside = /([;\r\n])(?=[=+\-@＝＋－＠])/g;

const options: Options = {
  record_delimiter: '\r\n',
  escape_formulas: true,
  // csv-stringify itself quotes only for the whole record delimiter.
  quoted_match: /[\r\n]/,
  cast: {
    string: (text) => text.replaceAll(formulaInside, "$1'"),
    boolean: String,
  },
};

/** Starts with a byte order mark, without which spreadsheets do not recognise UTF-8. */
export const csvHeader = stringify([columns.map(([name]) => name)], { ...options, bom: true });

export function csvLines(shipments: readonly ShipmentView[]): string {
  const rows = shipments.map((shipment) => columns.map(([, readColumn]) => readColumn(shipment)));
  return stringify(rows, options);
}
