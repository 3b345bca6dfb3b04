import type { PortalDetails, PortalShipment } from '@milepost/contract';
import type { ReactNode } from 'react';
import type { Translator } from '../translator.ts';
import { formatPlace, valueDirection } from './place-format.ts';

/** Facts about the shipment as a list of names and values. */
export function Facts({
  shipment,
  translator,
}: {
  shipment: PortalShipment;
  translator: Translator;
}): ReactNode {
  const rows = [...detailRows(shipment.details, translator), ...numberRows(shipment, translator)];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{translator.translate('details')}</h2>
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

function detailRows(details: PortalDetails | null, translator: Translator): Row[] {
  if (details === null) return [];
  const { recipientName, signedBy, destination, service, references } = details;
  const rows: [string, string | null][] = [
    [translator.translate('recipient'), recipientName],
    [translator.translate('destination'), formatPlace(destination, translator.language)],
    [translator.translate('signedBy'), signedBy],
    [translator.translate('service'), service],
    ...references.map((reference): [string, string] => [translator.translate('reference'), reference]),
  ];
  return rows.filter((row): row is Row => row[1] !== null);
}

function numberRows({ trackingId, details }: PortalShipment, translator: Translator): Row[] {
  const own: Row = [translator.translate('trackingId'), trackingId];
  // With several parcels, parcels.tsx lists their numbers.
  if (details === null || details.parcels.length > 1) return [own];
  const carriers = details.parcels.flatMap((parcel) => parcel.carriers);
  return [
    own,
    ...carriers.map(
      ({ title, trackingNumber }): Row => [
        translator.translate('carrierNumber', { carrier: title }),
        trackingNumber,
      ],
    ),
  ];
}
