import type { PortalDetails, PortalShipment } from '@milepost/contract';
import type { ReactNode } from 'react';
import type { Wording } from '../translator.ts';
import { placeWords, valueDirection } from './place-format.ts';

/** What is known about the shipment as a whole: name and value. */
export function Facts({ shipment, wording }: { shipment: PortalShipment; wording: Wording }): ReactNode {
  const rows = [...detailRows(shipment.details, wording), ...numberRows(shipment, wording)];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{wording.say('details')}</h2>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd dir={valueDirection(value)}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Row = [name: string, value: string];

function detailRows(details: PortalDetails | null, wording: Wording): Row[] {
  if (details === null) return [];
  const { recipientName, signedBy, destination, service, references } = details;
  const rows: [string, string | null][] = [
    [wording.say('recipient'), recipientName],
    [wording.say('destination'), placeWords(destination, wording.language)],
    [wording.say('signedBy'), signedBy],
    [wording.say('service'), service],
    ...references.map((reference): [string, string] => [wording.say('reference'), reference]),
  ];
  return rows.filter((row): row is Row => row[1] !== null);
}

function numberRows({ trackingId, details }: PortalShipment, wording: Wording): Row[] {
  const own: Row = [wording.say('trackingId'), trackingId];
  // Several parcels name their numbers themselves.
  if (details === null || details.parcels.length > 1) return [own];
  const carriers = details.parcels.flatMap((parcel) => parcel.carriers);
  return [
    own,
    ...carriers.map((one): Row => [wording.say('carrierNumber', { carrier: one.title }), one.trackingNumber]),
  ];
}
