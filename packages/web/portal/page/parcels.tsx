import type { PortalCarrier, PortalParcel } from '@milepost/contract';
import type { ReactNode } from 'react';
import type { Translator } from '../translator.ts';

/** The list of parcels, for shipments with several. */
export function Parcels({
  parcels,
  translator,
}: {
  parcels: readonly PortalParcel[];
  translator: Translator;
}): ReactNode {
  return (
    <section aria-labelledby="parcels">
      <h2 id="parcels">{translator.translate('parcelCount', { count: parcels.length })}</h2>
      <ul className="parcels">
        {parcels.map((parcel) => (
          <li key={parcel.position}>
            <b>{translator.translate('parcel', { number: parcel.position })}</b>
            <span>{translator.title(parcel.milestone)}</span>
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
    <span className="secondary">
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
