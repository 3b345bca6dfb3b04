import type { PortalCarrier, PortalParcel } from '@milepost/contract';
import type { ReactNode } from 'react';
import type { Wording } from '../translator.ts';

/** The parcels of a shipment that has several. */
export function Parcels({
  parcels,
  wording,
}: {
  parcels: readonly PortalParcel[];
  wording: Wording;
}): ReactNode {
  return (
    <section aria-labelledby="parcels">
      <h2 id="parcels">{wording.say('parcelCount', { count: parcels.length })}</h2>
      <ul className="parcels">
        {parcels.map((parcel) => (
          <li key={parcel.position}>
            <b>{wording.say('parcel', { number: parcel.position })}</b>
            <span>{wording.title(parcel.milestone)}</span>
            {parcel.carriers.map((carrier) => (
              <CarrierNumber key={carrier.trackingNumber} carrier={carrier} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CarrierNumber({ carrier }: { carrier: PortalCarrier }): ReactNode {
  const { title, trackingNumber, trackingPage } = carrier;
  const number = <bdi className="code">{trackingNumber}</bdi>;
  return (
    <span className="quiet">
      {title}{' '}
      {trackingPage === null ? (
        number
      ) : (
        <a href={trackingPage} rel="noreferrer noopener">
          {number}
        </a>
      )}
    </span>
  );
}
